import { paths as placePaths } from '../../../place/paths.ts'
import { Icon } from '../../../ui/icons.tsx'
import { type Document, inLanguage, publicPage } from '../../../ui/page.tsx'
import { tight } from '../../../ui/styles.ts'
import type { T } from '../../../ui/words.ts'
import type { BoardInWords } from '../../board/board.ts'
import { rhythmWords } from '../../board/rhythm.ts'
import { paths } from '../../paths.ts'
import { notesOnPaper } from '../flyer/line-words.ts'
import type { StandingLine } from '../flyer/standing.ts'
import { oneLine } from '../one-line.ts'

const checkCss = tight(`
.verdict{border-radius:var(--r);padding:1.2rem 1.35rem;display:grid;gap:.5rem;font-size:1.25rem}
.verdict h2{display:flex;gap:.6rem;align-items:center}
.yes{background:var(--ok-t);color:var(--ok)}
.no{background:var(--warn-t);color:var(--warn)}
.verdict p{color:var(--ink)}
.stands{list-style:none;margin:.75rem 0 0;padding:0;display:grid;gap:.6rem}
.stands b{display:block}
`)

/** What is said of a flyer: it is right, it is old, or nobody knows which one it was. */
export type Verdict = 'right' | 'old' | 'unknown'

/** "Is my flyer still right?": yes or no, and what stands now. */
export function checkPage(props: {
  t: T
  board: BoardInWords
  verdict: Verdict
  lines: readonly StandingLine[]
  today: string
  baseUrl: string
}): Document {
  const { t, board, verdict, lines, today, baseUrl } = props
  const { stek, language } = board
  const name = oneLine(stek.name)
  const link = (path: string) => inLanguage(language, path)
  return publicPage({
    t,
    language,
    path: paths.flyerCheck(stek.slug),
    title: t('channels.check.title', { stek: name }),
    css: checkCss,
    baseUrl,
    noIndex: true,
    links: [{ href: link(paths.flyer(stek.slug, 'a5', language)), words: t('programme.links.flyer'), icon: 'printer' }],
    head: <h1>{t('channels.check.title', { stek: name })}</h1>,
    children: (
      <>
        <section class={`verdict ${verdict === 'right' ? 'yes' : 'no'}`}>
          <h2>
            <Icon name={verdict === 'right' ? 'circle-check' : verdict === 'old' ? 'circle-x' : 'help-circle'} />
            {t(`channels.check.${verdict}`)}
          </h2>
          <p>{t(`channels.check.${verdict}Text`)}</p>
        </section>
        <p>
          <a class="big" href={link(placePaths.stek(stek.slug))}>
            {t('channels.check.today')}
          </a>
        </p>
        {verdict !== 'right' && (
          <section>
            <h2>{t('channels.check.now')}</h2>
            <ul class="stands">
              {lines.map((line) => (
                <li class="plain">
                  <b>
                    <a href={link(paths.activity(stek.slug, line.offer.slug))}>
                      <bdi>{board.offer(line.offer.offerId).title}</bdi>
                    </a>
                  </b>
                  {rhythmWords(t, language, asSlot(line))}. {notesOnPaper(t, language, line, today)}
                </li>
              ))}
            </ul>
          </section>
        )}
      </>
    ),
  })
}

/** A single date may have moved: it is told where it stands now. */
const asSlot = ({ slot, onlyOn, startTime, endTime }: StandingLine) =>
  onlyOn === null ? slot : { ...slot, startsOn: onlyOn, startTime, endTime }
