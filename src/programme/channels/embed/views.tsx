import { renderToString } from 'preact-render-to-string'
import { paths as placePaths } from '../../../place/paths.ts'
import { contentSecurityPolicy } from '../../../platform/http/security.ts'
import { directionOf } from '../../../platform/i18n/languages.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { unmarked, withDutchMarked } from '../../../ui/dutch.ts'
import { Icon, withSprite } from '../../../ui/icons.tsx'
import { type Document, inLanguage } from '../../../ui/page.tsx'
import { tight } from '../../../ui/styles.ts'
import { tokenCss } from '../../../ui/tokens.ts'
import type { T } from '../../../ui/words.ts'
import type { BoardInWords } from '../../board/board.ts'
import type { ShownMoment } from '../../board/shown.ts'
import { functionPictograms } from '../../offer/offer.ts'
import { paths } from '../../paths.ts'
import type { ComingDays } from '../coming-days.ts'

const css = tight(`${tokenCss}
*{box-sizing:border-box}
body{margin:0;padding:1rem;background:var(--paper);color:var(--ink);font:1.125rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
h1,h2{font-family:ui-serif,Georgia,"Noto Serif",serif;line-height:1.2;margin:0;text-wrap:balance}
h1{font-size:1.5rem}
h2{font-size:1.2rem;margin-block:1rem .25rem}
p{margin:0}
ul{list-style:none;margin:0;padding:0;display:grid;gap:.5rem}
li{display:grid;grid-template-columns:2.25rem 1fr;gap:0 .75rem;background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:.6rem .8rem}
li>*{grid-column:2;min-inline-size:0}
svg{inline-size:1.5em;block-size:1.5em;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
li>svg{grid-column:1;grid-row:span 4;inline-size:2.25rem;block-size:2.25rem}
.sprite{position:absolute;inline-size:0;block-size:0}
b{font-variant-numeric:tabular-nums}
a{color:inherit;text-underline-offset:.2em;display:inline-block;padding-block:.3rem}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:6px}
.off a,.off b{text-decoration:line-through}
.note{color:var(--warn);font-weight:700}
.all{margin-block-start:1rem;font-weight:700}
.all a{padding-block:.75rem}
`)

/**
 * The coming seven days as a small page that any site may show in a frame: no script, its own style, every link opens in the whole window.
 */
export function embedPage({ t, coming }: { t: T; coming: ComingDays }): Document {
  const { board, days, next } = coming
  const { stek, language } = board
  const words = saidIn(language)
  const { html, sprite } = withSprite(() =>
    renderToString(
      <main>
        <h1>
          <Away href={inLanguage(language, placePaths.stek(stek.slug))}>
            <bdi>{stek.name}</bdi>
          </Away>
        </h1>
        <p>{t('programme.today.week')}</p>
        {days.length === 0 && <p>{t('channels.spoken.nothingMore')}</p>}
        {days.length === 0 && next && <p>{t('programme.week.next', { date: words.long(next.moment.date), title: next.offer.title })}</p>}
        {days.map(({ date, moments }) => (
          <section>
            <h2>{words.long(date)}</h2>
            <ul>
              {moments.map((shown) => (
                <Row t={t} board={board} shown={shown} />
              ))}
            </ul>
          </section>
        ))}
        <p class="all">
          <Away href={inLanguage(language, paths.programme(stek.slug))}>{t('programme.today.wholeProgramme')}</Away>
        </p>
      </main>,
    ),
  )
  const head = renderToString(
    <>
      <title>{unmarked(t('programme.week.title', { stek: stek.name }))}</title>
      <meta name="robots" content="noindex" />
    </>,
  )
  return {
    html: `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${head}<style>${css}</style></head><body>${withDutchMarked(html)}${sprite}</body></html>`,
    policy: contentSecurityPolicy(css, { framedBy: '*' }),
  }
}

/** A link out of the frame. */
const Away = ({ href, children }: { href: string; children: preact.ComponentChildren }) => (
  <a href={href} target="_top">
    {children}
  </a>
)

function Row({ t, board, shown }: { t: T; board: BoardInWords; shown: ShownMoment }) {
  const { moment, offer, site, movedTo } = shown
  const { language, stek } = board
  const words = saidIn(language)
  const first = offer.functions[0] ?? 'meet'
  const off = moment.cancellation !== null || movedTo !== undefined
  return (
    <li class={off ? 'off' : undefined}>
      <Icon name={offer.pictogram} fallback={functionPictograms[first]} />
      <b>
        <bdi>{words.range(moment.startTime, moment.endTime)}</bdi>
      </b>
      <Away href={inLanguage(language, paths.activity(stek.slug, offer.slug))}>
        <bdi>{offer.title}</bdi>
      </Away>
      {off && <p class="note">{whyNot(t, board, shown)}</p>}
      {!off && (board.sites.length > 1 || moment.changes.includes('place')) && <p>{t('programme.moment.at', { site: site.name })}</p>}
      {!off && moment.changes.includes('date') && (
        <p class="note">{t('programme.moment.movedHere', { date: words.long(moment.plannedDate) })}</p>
      )}
    </li>
  )
}

function whyNot(t: T, board: BoardInWords, { moment, movedTo }: ShownMoment): string {
  const words = saidIn(board.language)
  if (moment.cancellation)
    return t(moment.cancellation.because === 'closure' ? 'programme.moment.closedSite' : 'programme.moment.cancelled')
  return movedTo
    ? t('programme.moment.movedAway', { date: words.long(movedTo.date), time: words.range(movedTo.startTime, movedTo.endTime) })
    : ''
}
