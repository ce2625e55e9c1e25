import type { Release, WeekCell } from './release/release.ts'

/** That many people per moment came to an offer in weeks when another one went on beside it, and in weeks when it did not. */
export type Coincidence = { offer: string; beside: string; site: string; withIt: Side; withoutIt: Side }
type Side = { weeks: number; perMoment: number }

/** So many weeks each side needs before it is told: fewer say nothing. */
export const FEWEST_WEEKS = 3

const sideOf = (weeks: readonly WeekCell[]): Side => {
  const moments = weeks.reduce((so, week) => so + week.moments, 0)
  return { weeks: weeks.length, perMoment: Math.round(weeks.reduce((so, { heads }) => so + (heads ?? 0), 0) / moments) }
}

/**
 * What goes together with what, the largest difference first. Made of weeks that are told, so that it tells nothing new; a week in
 * which the other offer went on beside only some of the moments is left out. It says what was seen, not why.
 */
export function coincidencesOf(releases: readonly Release[]): Coincidence[] {
  const titles = new Map(releases.flatMap(({ offers }) => Object.entries(offers).map(([id, { title }]) => [id, title] as const)))
  const rows = new Map<string, { offerId: string; site: string; weeks: WeekCell[] }>()
  for (const { sites } of releases)
    for (const { siteId, name, offers } of sites)
      for (const { offerId, weeks } of offers) {
        const key = `${siteId} ${offerId}`
        const row = rows.get(key) ?? { offerId, site: name, weeks: [] }
        rows.set(key, { ...row, site: name, weeks: [...row.weeks, ...weeks.filter(({ heads }) => heads !== null)] })
      }
  const found = [...rows.values()].flatMap(({ offerId, site, weeks }) =>
    [...new Set(weeks.flatMap(({ beside }) => Object.keys(beside)))].flatMap((other): Coincidence[] => {
      const withIt = weeks.filter(({ beside, moments }) => beside[other] === moments)
      const withoutIt = weeks.filter(({ beside }) => !beside[other])
      if (withIt.length < FEWEST_WEEKS || withoutIt.length < FEWEST_WEEKS) return []
      return [
        { offer: titles.get(offerId) ?? '', beside: titles.get(other) ?? '', site, withIt: sideOf(withIt), withoutIt: sideOf(withoutIt) },
      ]
    }),
  )
  const gap = ({ withIt, withoutIt }: Coincidence) => Math.abs(withIt.perMoment - withoutIt.perMoment)
  return found.sort(
    (one, other) => gap(other) - gap(one) || `${one.offer} ${one.beside}`.localeCompare(`${other.offer} ${other.beside}`, 'nl'),
  )
}
