import type { Language } from '../../platform/i18n/languages.ts'
import { saidIn } from '../../platform/i18n/said.ts'
import { asDutch } from '../../ui/dutch.ts'
import { Icon } from '../../ui/icons.tsx'
import { inLanguage } from '../../ui/page.tsx'
import { tight } from '../../ui/styles.ts'
import type { T } from '../../ui/words.ts'
import type { ShownDay, ShownMoment } from '../board/shown.ts'
import { knownReason } from '../exception/known-reasons.ts'
import { functionPictograms } from '../offer/offer.ts'
import { priceLabel } from '../offer/price-words.ts'
import { OutingLine } from '../outing/views.tsx'
import { paths } from '../paths.ts'

/** The labels of a moment and how what is off looks. */
export const tagCss = tight(`
.time{font-variant-numeric:tabular-nums;font-weight:700;white-space:nowrap}
.tags{display:flex;flex-wrap:wrap;gap:.4rem;margin-block-start:.4rem}
.tag{border:1.5px solid currentColor;border-radius:99px;padding:.05rem .65rem;font-size:1rem;font-weight:600;color:var(--ink)}
.tag.now{background:var(--sun);color:var(--on-sun);border-color:var(--sun)}
.off .what,.off .what a,.off .time{text-decoration:line-through}
.note{color:var(--warn);font-weight:700}
`)

/** How a row of the board looks: the time largest, the pictogram beside the word, what is off struck through but there. */
export const momentCss =
  tagCss +
  tight(`
.day{display:grid;gap:.6rem;margin-block-end:1.5rem}
.day>.date{color:var(--soft);font-size:1.25rem}
.m{background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:.9rem 1rem;display:grid;grid-template-columns:3rem 1fr;gap:.05rem .9rem;align-items:start}
.m>svg{inline-size:3rem;block-size:3rem;padding:.55rem;border-radius:50%;background:var(--t);color:var(--c);grid-row:span 9}
.m>*{grid-column:2;min-inline-size:0}
.m>svg{grid-column:1}
.m .time{font-size:1.35rem;line-height:1.3;white-space:normal}
.m .what{font-size:1.25rem;line-height:1.3}
.m .what a{display:inline-block;padding-block:.15rem}
.m p{color:var(--soft)}
.m .note{color:var(--warn)}
.m.done{background:none}
@media print{.day{display:block;margin-block-end:3mm;columns:2;column-gap:8mm}.day>.date{column-span:all;margin-block-end:1mm}.m{border:0;border-block-end:1px solid #999;border-radius:0;padding:.2rem 0;grid-template-columns:2rem 1fr}.m>svg{inline-size:2rem;block-size:2rem;padding:.2rem}.m .time{font-size:13pt}.m .what{font-size:12pt}.tags{margin:0;gap:.2rem}.tag{border-color:#333;font-size:9pt;padding:0 .4rem}}
`)

/** `level` is that of the heading of a day: 3 below a heading of its own, 2 when the days are all there is. */
type Props = { t: T; language: Language; stek: string; manySites: boolean; level?: 2 | 3 }

/** One row of the board. */
export function MomentCard({ t, language, stek, manySites, level = 3, shown }: Props & { shown: ShownMoment }) {
  const { moment, offer, site, state, movedTo } = shown
  const words = saidIn(language)
  const first = offer.functions[0] ?? 'meet'
  const off = moment.cancellation !== null || movedTo !== undefined
  const Title = level === 2 ? 'h3' : 'h4'
  return (
    <article class={`m ${first}${off ? ' off' : ''}${state === 'done' ? ' done' : ''}`}>
      <Icon name={offer.pictogram} fallback={functionPictograms[first]} />
      <span class="time">
        <bdi>{words.range(moment.startTime, moment.endTime)}</bdi>
      </span>
      <Title class="what">
        <a href={inLanguage(language, paths.activity(stek, offer.slug))}>
          <bdi>{offer.title}</bdi>
        </a>
      </Title>
      {off ? (
        <WhyNot t={t} language={language} shown={shown} />
      ) : (
        <Open t={t} language={language} shown={shown} manySites={manySites} siteName={site.name} />
      )}
    </article>
  )
}

/** Why a moment is not there: off, with the next chance, or on another day. */
export function WhyNot({ t, language, shown }: { t: T; language: Language; shown: ShownMoment }) {
  const { moment, movedTo, nextDate } = shown
  const words = saidIn(language)
  const reason = moment.cancellation?.reason ?? moment.reason
  return (
    <>
      {movedTo ? (
        <p class="note">
          {t('programme.moment.movedAway', { date: words.long(movedTo.date), time: words.range(movedTo.startTime, movedTo.endTime) })}
        </p>
      ) : (
        <p class="note">
          {t(moment.cancellation?.because === 'closure' ? 'programme.moment.closedSite' : 'programme.moment.cancelled')}{' '}
          {nextDate && t('programme.moment.nextTime', { date: words.long(nextDate) })}
        </p>
      )}
      <Reason t={t} language={language} reason={reason} />
    </>
  )
}

/** Why; what somebody typed is Dutch, and says so to a voice that reads another language. */
function Reason({ t, language, reason }: { t: T; language: Language; reason: string }) {
  if (reason === '') return null
  return <p>{t('programme.moment.reason', { reason: knownReason(t, reason) ?? asDutch(language, reason) })}</p>
}

function Open({
  t,
  language,
  shown,
  manySites,
  siteName,
}: {
  t: T
  language: Language
  shown: ShownMoment
  manySites: boolean
  siteName: string
}) {
  const { moment, offer, outing, state } = shown
  const words = saidIn(language)
  const changed = moment.changes
  return (
    <>
      {offer.whoYouMeet && <p>{t('programme.moment.meet', { who: offer.whoYouMeet })}</p>}
      {(manySites || changed.includes('place')) && <p>{t('programme.moment.at', { site: siteName })}</p>}
      {changed.includes('date') && <p class="note">{t('programme.moment.movedHere', { date: words.long(moment.plannedDate) })}</p>}
      {changed.includes('hours') && !changed.includes('date') && <p class="note">{t('programme.moment.otherHours')}</p>}
      {changed.includes('place') && <p class="note">{t('programme.moment.otherPlace')}</p>}
      {changed.length > 0 && <Reason t={t} language={language} reason={moment.reason} />}
      {outing && <OutingLine t={t} language={language} outing={outing} startTime={moment.startTime} />}
      <div class="tags">
        {outing && <span class="tag">{t('outing.title')}</span>}
        {state === 'now' && <span class="tag now">{t('programme.moment.now')}</span>}
        {state === 'done' && <span class="tag">{t('programme.moment.done')}</span>}
        <span class="tag">{priceLabel(t, language, offer)}</span>
        <span class="tag">{t(offer.takingPart === 'walk-in' ? 'programme.moment.walkIn' : 'programme.moment.signUp')}</span>
        {offer.confidential && <span class="tag">{t('programme.moment.confidential')}</span>}
      </div>
    </>
  )
}

/** The days of a list, each with its rows; `heading` gives a day its words. */
export function Days({ days, heading, ...props }: Props & { days: readonly ShownDay[]; heading: (date: string) => string }) {
  return (
    <>
      {days.map(({ date, moments }) => (
        <div class="day">
          {props.level === 2 ? <h2 class="date">{heading(date)}</h2> : <h3 class="date">{heading(date)}</h3>}
          {moments.map((shown) => (
            <MomentCard {...props} shown={shown} />
          ))}
        </div>
      ))}
    </>
  )
}
