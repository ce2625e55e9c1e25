import type { Period } from '../../../platform/calendar/whole-weeks.ts'
import type { T } from '../../../ui/words.ts'
import { Sparks } from './chart.tsx'
import type { FigureRow, Figures, LooseRow } from './figures.ts'
import { trendOf } from './trend.ts'
import { daysWords, looseName, looseWords, peopleWords, periodWords, perMomentWords, shortPeriod, trendWords } from './words.ts'

type Of<More> = { t: T; periods: readonly Period[] } & More

/** The whole stek: one line per period, the last first. */
export function WholeTable({ t, periods, row }: Of<{ row: FigureRow }>) {
  return (
    <table class="told-of">
      <thead>
        <tr>
          <th scope="col">{t('figures.when')}</th>
          <th scope="col" class="n">
            {t('figures.people')}
          </th>
          <th scope="col" class="n">
            {t('figures.times')}
          </th>
          <th scope="col" class="n spark">
            {t('figures.perTime')}
          </th>
        </tr>
      </thead>
      <tbody>
        {row.figures
          .map((figure, at) => ({ figure, period: periods[at] }))
          .toReversed()
          .map(
            ({ figure, period }) =>
              period && (
                <tr>
                  <th scope="row">
                    {periodWords(t, period)}
                    <small>{daysWords(period)}</small>
                  </th>
                  <td class="n">{peopleWords(t, figure)}</td>
                  <td class="n">{figure.moments}</td>
                  <td class="n spark">{perMomentWords(t, figure)}</td>
                </tr>
              ),
          )}
      </tbody>
    </table>
  )
}

function LastOf({ t, periods, row, sum = false }: Of<{ row: FigureRow; sum?: boolean }>) {
  const last = row.figures.at(-1) ?? { moments: 0, uncounted: 0, heads: null }
  const trend = trendOf(row.figures)
  const saysMore = trend.kind !== 'hidden' && trend.kind !== 'nothing-held'
  return (
    <tr class={sum ? 'sum' : undefined}>
      <th scope="row">
        <bdi>{sum ? t('figures.places.together') : row.name}</bdi>
        {saysMore && <small>{trendWords(t, trend, periods)}</small>}
      </th>
      <td class="n">{peopleWords(t, last)}</td>
      <td class="n">{last.moments}</td>
      <td class="spark" aria-hidden="true">
        <Sparks figures={row.figures} />
      </td>
    </tr>
  )
}

/** A site in the last period: each offer with its trend, and all together. */
export function SiteTable({ t, periods, place }: Of<{ place: Figures['sites'][number] }>) {
  const last = periods.at(-1)
  return (
    <table class="told-of">
      <caption>{last && periodWords(t, last)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('figures.what')}</th>
          <th scope="col" class="n">
            {t('figures.people')}
          </th>
          <th scope="col" class="n">
            {t('figures.times')}
          </th>
          <td class="spark" aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {place.offers.map((row) => (
          <LastOf t={t} periods={periods} row={row} />
        ))}
        <LastOf t={t} periods={periods} row={place.site} sum />
      </tbody>
    </table>
  )
}

/** Rows against periods, the last period first, to scroll sideways where there is little room. */
function Sideways(props: Of<{ name: string; head: string; rows: readonly { name: string; cells: readonly string[]; sum?: boolean }[] }>) {
  const { t, periods, name, head, rows } = props
  return (
    <section class="wide" tabindex={0} aria-label={name}>
      <table class="told-of side">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {periods.toReversed().map((period) => (
              <th scope="col" class="n">
                {shortPeriod(t, period)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name: row, cells, sum }) => (
            <tr class={sum ? 'sum' : undefined}>
              <th scope="row">
                <bdi>{row}</bdi>
              </th>
              {cells.toReversed().map((cell) => (
                <td class="n">{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Every offer of a site in every period. */
export function SiteOverTime({ t, periods, place }: Of<{ place: Figures['sites'][number] }>) {
  const cells = ({ figures }: FigureRow) => figures.map((figure) => peopleWords(t, figure))
  const rows = [
    ...place.offers.map((row) => ({ name: row.name, cells: cells(row) })),
    { name: t('figures.places.together'), cells: cells(place.site), sum: true },
  ]
  return <Sideways t={t} periods={periods} name={`${place.site.name}: ${t('figures.places.all')}`} head={t('figures.what')} rows={rows} />
}

/** The loose numbers in every period. */
export function LooseTable({ t, periods, rows }: Of<{ rows: readonly LooseRow[] }>) {
  const named = rows.map((row) => ({ name: looseName(t, row), cells: row.counts.map((count) => looseWords(t, count)) }))
  return <Sideways t={t} periods={periods} name={t('figures.loose.title')} head={t('figures.loose.kind')} rows={named} />
}
