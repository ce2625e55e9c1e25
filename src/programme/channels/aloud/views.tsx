import { paths as placePaths } from '../../../place/paths.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { Icon } from '../../../ui/icons.tsx'
import { type Document, inLanguage, publicPage } from '../../../ui/page.tsx'
import { tight } from '../../../ui/styles.ts'
import type { T } from '../../../ui/words.ts'
import { paths } from '../../paths.ts'
import type { ComingDays } from '../coming-days.ts'
import { oneLine } from '../one-line.ts'
import { momentSentences, waySentences } from '../spoken/sentences.ts'

/** Large letters and wide lines, for a page that is read aloud or slowly. */
export const aloudCss = tight(`
.aloud{display:grid;gap:1rem;font-size:1.5rem;line-height:1.6;max-inline-size:40rem}
.aloud h2{margin-block-start:1.25rem}
.ring{display:flex;flex-wrap:wrap;gap:1rem}
`)

/** The coming days in whole sentences and large letters, for a voice, a screen reader or a slow reader. */
export function aloudPage({ t, coming, baseUrl }: { t: T; coming: ComingDays; baseUrl: string }): Document {
  const { board, today, days, next } = coming
  const { stek, language } = board
  const words = saidIn(language)
  const now = days.find(({ date }) => date === today)?.moments ?? []
  const later = days.filter(({ date }) => date !== today).flatMap(({ moments }) => moments)
  const name = oneLine(stek.name)
  return publicPage({
    t,
    language,
    path: paths.aloud(stek.slug),
    title: t('channels.aloud.title', { stek: name }),
    css: aloudCss,
    baseUrl,
    links: [{ href: inLanguage(language, placePaths.stek(stek.slug)), words: name }],
    head: <h1>{t('channels.aloud.title', { stek: name })}</h1>,
    children: (
      <>
        <article class="aloud">
          <p>{t('channels.spoken.today', { day: words.long(today) })}</p>
          {now.length === 0 && <p>{t('channels.spoken.nothingToday')}</p>}
          {now.map((shown) => (
            <p>{momentSentences(t, board, shown).join(' ')}</p>
          ))}
          <h2>{t('channels.aloud.later')}</h2>
          {later.length === 0 && <p>{t('channels.spoken.nothingMore')}</p>}
          {later.map((shown) => (
            <p>{momentSentences(t, board, shown).join(' ')}</p>
          ))}
          {later.length + now.length === 0 && next && <p>{momentSentences(t, board, next).join(' ')}</p>}
          <h2>{t('channels.aloud.way')}</h2>
          {board.sites.map((site) => (
            <p>{waySentences(t, board, site).join(' ')}</p>
          ))}
          <p>{t('channels.spoken.nobodyKnows')}</p>
        </article>
        {stek.phone && (
          <p class="ring noprint">
            <a class="big" href={`tel:${stek.phone.replace(/[^+\d]/g, '')}`}>
              <Icon name="phone" />
              {t('channels.aloud.call')} <bdi>{oneLine(stek.phone)}</bdi>
            </a>
          </p>
        )}
      </>
    ),
  })
}
