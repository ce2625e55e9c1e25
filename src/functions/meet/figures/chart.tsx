import type { Period } from '../../../platform/calendar/whole-weeks.ts'
import type { T } from '../../../ui/words.ts'
import type { Figure } from './figures.ts'
import { isCounted, usualOf } from './trend.ts'
import { periodWords, shortPeriod } from './words.ts'

const WIDTH = 640
const HEIGHT = 250
const TOP = 34
const GROUND = 200
const HIDDEN_HEIGHT = 26

/**
 * People per period as bars, drawn by us: readable in black and white, with its words for who does not see it. A hidden number is
 * a bar without height that is not filled, so that nothing can be measured off the drawing. The table beside it says the same.
 */
export function PeopleChart({ t, periods, figures }: { t: T; periods: readonly Period[]; figures: readonly Figure[] }) {
  const told = figures.flatMap(({ heads }) => (heads === null ? [] : [heads]))
  const most = Math.max(...told, 1)
  const height = (heads: number) => Math.round(((GROUND - TOP) * heads) / most)
  const step = WIDTH / Math.max(1, periods.length)
  const bar = Math.round(Math.min(60, step * 0.66))
  const usual = usualOf(figures)
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last) return null
  return (
    <section class="wide last-first" tabindex={0} aria-label={t('figures.whole.chart')}>
      <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="chart-title chart-desc">
        <title id="chart-title">{t('figures.whole.chart')}</title>
        <desc id="chart-desc">
          {told.length === 0
            ? t('figures.whole.chartEmpty')
            : t('figures.whole.chartDesc', {
                from: periodWords(t, first),
                until: periodWords(t, last),
                most,
                least: Math.min(...told),
              })}
        </desc>
        {usual !== undefined && <line class="usual" x1="0" x2={WIDTH} y1={GROUND - height(usual)} y2={GROUND - height(usual)} />}
        {figures.map((figure, at) => {
          const middle = Math.round(step * (at + 0.5))
          const period = periods[at] ?? last
          const shown = figure.heads !== null
          const high = shown ? Math.max(2, height(figure.heads ?? 0)) : HIDDEN_HEIGHT
          return (
            <g>
              {isCounted(figure) && (
                <rect class={shown ? 'there' : 'not-shown'} x={middle - bar / 2} y={GROUND - high} width={bar} height={high} />
              )}
              {shown && (
                <text x={middle} y={GROUND - high - 8}>
                  {figure.heads}
                </text>
              )}
              <text class="under" x={middle} y={GROUND + 20}>
                {shortPeriod(t, period).split(' ')[0]}
              </text>
              {(at === 0 || period.key.slice(0, 4) !== periods[at - 1]?.key.slice(0, 4)) && (
                <text class="under" x={middle} y={GROUND + 40}>
                  {period.key.slice(0, 4)}
                </text>
              )}
            </g>
          )
        })}
        <line class="ground" x1="0" x2={WIDTH} y1={GROUND} y2={GROUND} />
      </svg>
    </section>
  )
}

/** The periods of one row as small bars beside its number; only what the table says too. */
export function Sparks({ figures }: { figures: readonly Figure[] }) {
  const most = Math.max(1, ...figures.map(({ heads }) => heads ?? 0))
  return (
    <svg class="sparks" viewBox={`0 0 ${figures.length * 8} 24`} aria-hidden="true">
      {figures.map((figure, at) => {
        if (!isCounted(figure)) return null
        const { heads } = figure
        const high = heads === null ? 3 : Math.max(2, Math.round((24 * heads) / most))
        return <rect class={heads === null ? 'not-shown' : 'there'} x={at * 8 + 1} y={24 - high} width="6" height={high} />
      })}
    </svg>
  )
}
