import type { Work } from '../../../place/person/at-work.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { Icon } from '../../../ui/icons.tsx'
import { tight } from '../../../ui/styles.ts'
import type { ShownDay, ShownMoment } from '../../board/shown.ts'
import { hostWords } from '../../hosts/line.tsx'
import type { Hosts } from '../../hosts/rules.ts'
import { functionPictograms } from '../../offer/offer.ts'
import { deskPaths } from '../paths.ts'
import { mayChange } from '../read.ts'

/** The grid: a table of days and parts of the day; on a phone every day stands under the other. */
export const gridCss = tight(`
.grid{border-collapse:collapse;inline-size:100%;table-layout:fixed}
.grid th,.grid td{border:1px solid var(--line);padding:.5rem;vertical-align:top;text-align:start}
.grid thead th{background:var(--card)}
.grid tbody th{font-weight:600;color:var(--soft);inline-size:6.5rem}
.cell{display:grid;gap:.5rem}
.cell>*{background:var(--t);border-radius:8px;padding:.4rem .5rem;display:grid;gap:.1rem;text-decoration:none;color:var(--ink);overflow-wrap:anywhere;hyphens:auto}
.cell>a:hover{text-decoration:underline}
.cell svg{inline-size:1.25em;block-size:1.25em;color:var(--c)}
.cell .hour{display:flex;gap:.3rem;align-items:center}
.cell b{font-variant-numeric:tabular-nums;white-space:nowrap;font-size:1.0625rem}
.cell .gone b,.cell .gone bdi{text-decoration:line-through}
.cell small{font-size:1rem;color:var(--warn);font-weight:700}
.grid .today{background:var(--sun);color:var(--on-sun)}
@media(max-width:52rem){.grid,.grid tbody,.grid tr,.grid td,.grid tbody th{display:block;inline-size:auto}.grid thead{display:none}.grid td{border:0;padding:.25rem 0}.grid td:empty{display:none}.grid tbody th{border:0;padding:.75rem 0 .25rem}.grid td[data-day]::before{content:attr(data-day);font-weight:700;display:block;padding-block-end:.25rem}}
`)

const parts = [
  { part: 'morning', until: '12:00' },
  { part: 'afternoon', until: '17:30' },
  { part: 'evening', until: '24:00' },
] as const

const partOf = ({ moment }: ShownMoment) => parts.find(({ until }) => moment.startTime < until)?.part ?? 'evening'

/** The week as a table; weekend days only when something is on. Each moment leads to the page that changes it. */
export function Grid(props: { work: Work; days: readonly ShownDay[]; dates: readonly string[]; today: string; hosts: Hosts | undefined }) {
  const { work, days, dates, today, hosts } = props
  const { t } = work
  const words = saidIn('nl')
  const of = (date: string) => days.find((day) => day.date === date)?.moments ?? []
  const shownDates = dates.filter((date, index) => index < 5 || of(date).length > 0)
  const shownParts = parts.filter(({ part }) => days.some(({ moments }) => moments.some((shown) => partOf(shown) === part)))
  return (
    <table class="grid">
      <thead>
        <tr>
          <td />
          {shownDates.map((date) => (
            <th scope="col" class={date === today ? 'today' : undefined}>
              {words.short(date)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shownParts.map(({ part }) => (
          <tr>
            <th scope="row">{t(`desk.week.part.${part}`)}</th>
            {shownDates.map((date) => {
              const here = of(date).filter((shown) => partOf(shown) === part)
              return here.length === 0 ? (
                <td />
              ) : (
                <td data-day={words.long(date)}>
                  <div class="cell">
                    {here.map((shown) => (
                      <Cell work={work} shown={shown} hosts={hosts} />
                    ))}
                  </div>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ work, shown, hosts }: { work: Work; shown: ShownMoment; hosts: Hosts | undefined }) {
  const { t, stek } = work
  const { moment, offer, movedTo, state } = shown
  const words = saidIn('nl')
  const off = moment.cancellation !== null || movedTo !== undefined
  const first = offer.functions[0] ?? 'meet'
  const host = hostWords(work, shown, hosts)
  const inside = (
    <>
      <span class="hour">
        <Icon name={offer.pictogram} fallback={functionPictograms[first]} />
        <b>{words.range(moment.startTime, moment.endTime)}</b>
      </span>
      <bdi>{offer.title}</bdi>
      {host && <span class="host">{host}</span>}
      {off && <small>{t(movedTo ? 'desk.week.moved' : 'desk.week.off')}</small>}
      {!off && moment.changes.length > 0 && <small>{t('desk.week.changed')}</small>}
    </>
  )
  const name = `${first}${off ? ' gone' : ''}`
  if (state === 'done' || movedTo || !mayChange(work, offer.partnerId)) return <div class={name}>{inside}</div>
  const what = moment.cancellation?.because === 'worker' ? 'terug' : undefined
  return (
    <a class={name} href={deskPaths.moment(stek.slug, moment.slotId, moment.plannedDate, what)}>
      {inside}
    </a>
  )
}
