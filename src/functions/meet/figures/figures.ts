import { mondaysOf, type Per, type Period, periodAfter, periodOf, periodsUntil } from '../../../platform/calendar/whole-weeks.ts'
import { sumOfShown } from '../../../platform/suppression/suppress.ts'
import type { Cell, Release } from './release/release.ts'

/** How many periods a page shows; fixed, so that every page and export of a period says the same. */
export const SHOWN: Record<Per, number> = { week: 13, month: 13, quarter: 8 }

/** What is told of a row in one period: people (null when hidden or not counted) and moments. Without moments nothing took place. */
export type Figure = Cell

/** A row of the table: the whole stek, a site or an offer at a site, with one figure per period. */
export type FigureRow = { id: string; name: string; figures: Figure[] }

/** A loose number beside the people: one per period, null when hidden. */
export type LooseRow = { counted: string; label: string | null; counts: (number | null)[] }

/** The tables of a page or an export. */
export type Figures = {
  periods: Period[]
  whole: FigureRow
  sites: { site: FigureRow; offers: FigureRow[] }[]
  /** Per month and quarter only. */
  loose: LooseRow[]
}

/** Several cells as one: people only when each cell in which people were counted shows them, so that a sum tells nothing new. */
export function together(cells: readonly Cell[]): Figure {
  const counted = cells.filter(({ moments, uncounted }) => moments > uncounted)
  const { total } = sumOfShown(
    counted.map(({ heads }) => ({ total: heads, parts: {} })),
    [],
  )
  const sum = (of: 'moments' | 'uncounted') => cells.reduce((so, cell) => so + cell[of], 0)
  return { moments: sum('moments'), uncounted: sum('uncounted'), heads: total }
}

/** The periods of a kind up to the one asked, or up to the last one that is told whole. Undefined while there is none. */
export function shownPeriods(per: Per, asked: Period | undefined, first: string, last: string): Period[] | undefined {
  const latest = latestTold(per, last)
  const end = asked && asked.until < latest.until ? asked : latest
  const periods = periodsUntil(end, SHOWN[per]).filter(({ months }) => months.every((month) => first <= month && month <= last))
  return periods.length === 0 ? undefined : periods
}

/** The last period of a kind of which every month is told. */
function latestTold(per: Per, lastMonth: string): Period {
  const lastDay = mondaysOf(lastMonth).at(-1) ?? ''
  const period = periodOf(per, lastDay)
  if (period.months.every((month) => month <= lastMonth)) return period
  return periodsUntil(period, 2)[0] ?? period
}

/** The period to ask for to see later ones, undefined when these are the latest. */
export function laterThan(periods: readonly Period[], last: string): Period | undefined {
  const end = periods.at(-1)
  if (!end || end.until >= latestTold(end.per, last).until) return undefined
  const next = periodAfter(end)
  const far = Array.from({ length: SHOWN[end.per] - 1 }).reduce<Period>((period) => periodAfter(period), next)
  const latest = latestTold(end.per, last)
  return far.until < latest.until ? far : latest
}

/** The period to ask for to see earlier ones, undefined when these are the first. */
export function earlierThan(periods: readonly Period[], first: string): Period | undefined {
  const [begin] = periods
  const before = begin && periodsUntil(begin, 2)[0]
  return before?.months.every((month) => month >= first) ? before : undefined
}

/** The tables for some periods, out of what was told of their months; nothing else goes in. Sites and offers by name. */
export function figuresOf(releases: readonly Release[], periods: readonly Period[]): Figures {
  const byMonth = new Map(releases.map((release) => [release.month, release]))
  const perPeriod = periods.map((period) => ({ period, releases: period.months.flatMap((month) => byMonth.get(month) ?? []) }))
  const isWeek = periods[0]?.per === 'week'
  const row = (id: string, name: string, cellsOf: (release: Release, period: Period) => readonly Cell[]): FigureRow => ({
    id,
    name,
    figures: perPeriod.map(({ period, releases: own }) => together(own.flatMap((release) => cellsOf(release, period)))),
  })
  const offersAt = (release: Release, siteId: string) => release.sites.find((site) => site.siteId === siteId)?.offers ?? []
  const weeksAt = (release: Release, siteId: string, period: Period, offerId?: string) =>
    offersAt(release, siteId)
      .filter((offer) => offerId === undefined || offer.offerId === offerId)
      .flatMap(({ weeks }) => weeks.filter(({ week }) => week === period.from))
  const used = perPeriod.flatMap(({ releases: own }) => own)
  const names = new Map(used.flatMap(({ sites }) => sites.map(({ siteId, name }) => [siteId, name] as const)))
  const titles = new Map(used.flatMap(({ offers }) => Object.entries(offers).map(([id, { title }]) => [id, title] as const)))
  return {
    periods: [...periods],
    whole: row('', '', (release, period) => (isWeek ? release.sites.flatMap(({ siteId }) => weeksAt(release, siteId, period)) : [release])),
    sites: [...names].sort(byName).map(([siteId, name]) => {
      const ids = new Set(used.flatMap((release) => offersAt(release, siteId).map(({ offerId }) => offerId)))
      return {
        site: row(siteId, name, (release, period) =>
          isWeek ? weeksAt(release, siteId, period) : release.sites.filter((site) => site.siteId === siteId),
        ),
        offers: [...ids]
          .map((id) => [id, titles.get(id) ?? ''] as const)
          .sort(byName)
          .map(([offerId, title]) =>
            row(offerId, title, (release, period) =>
              isWeek ? weeksAt(release, siteId, period, offerId) : offersAt(release, siteId).filter((offer) => offer.offerId === offerId),
            ),
          )
          .filter(({ figures }) => figures.some(({ moments }) => moments > 0)),
      }
    }),
    loose: isWeek ? [] : looseOf(perPeriod.map(({ releases: own }) => own)),
  }
}

const byName = ([, one]: readonly [string, string], [, other]: readonly [string, string]): number => one.localeCompare(other, 'nl')

function looseOf(perPeriod: readonly (readonly Release[])[]): LooseRow[] {
  const rows = new Map(perPeriod.flat().flatMap(({ loose }) => loose.map(({ counted, label }) => [counted, label] as const)))
  return [...rows].map(([counted, label]) => ({
    counted,
    label,
    counts: perPeriod.map((releases) => {
      const cells = releases
        .filter(({ moments, uncounted }) => moments > uncounted)
        .map(({ loose }) => loose.find((one) => one.counted === counted))
      return cells.reduce<number | null>(
        (so, cell) => (so === null || !cell || cell.count === null ? null : so + cell.count),
        cells.length === 0 ? null : 0,
      )
    }),
  }))
}
