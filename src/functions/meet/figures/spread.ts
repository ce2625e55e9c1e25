import { functionCodes, themes } from '../../../programme/offer/offer.ts'
import type { OfferFacts, Release } from './release/release.ts'

/** How often something took place of one kind, and by how many offers. */
export type Share = { key: string; moments: number; offers: number }

/** How varied the programme was: over functions, themes, times of the day and partners. An offer can stand in several. @source MEET-4 */
export type Spread = { moments: number; functions: Share[]; themes: Share[]; dayparts: Share[]; partners: Share[] }

/** How many offers are free, and the highest price, null without any offer. @source MEET-5 */
export type Prices = { offers: number; free: number; highestInCents: number | null }

/** The times of the day of `dayparts`, in their order. */
export const dayparts = ['morning', 'afternoon', 'evening'] as const

type Row = { offerId: string; facts: OfferFacts; moments: number; dayparts: readonly number[] }

/** The offers that took place in some months, each once, as they were in the last of these months. */
function rowsOf(releases: readonly Release[]): Row[] {
  const rows = new Map<string, Row>()
  for (const { sites, offers } of releases)
    for (const cell of sites.flatMap((site) => site.offers)) {
      const facts = offers[cell.offerId]
      if (!facts) continue
      const row = rows.get(cell.offerId)
      rows.set(cell.offerId, {
        offerId: cell.offerId,
        facts,
        moments: (row?.moments ?? 0) + cell.moments,
        dayparts: cell.dayparts.map((count, at) => count + (row?.dayparts[at] ?? 0)),
      })
    }
  return [...rows.values()]
}

/** The spread of what took place in some months, out of the programme alone; kinds that did not occur count 0, so that gaps show. */
export function spreadOf(releases: readonly Release[]): Spread {
  const rows = rowsOf(releases)
  const share = (key: string, has: (row: Row) => number): Share => {
    const own = rows.map(has).filter((moments) => moments > 0)
    return { key, offers: own.length, moments: own.reduce((so, moments) => so + moments, 0) }
  }
  const partners = [...new Set(rows.map(({ facts }) => facts.partner))]
  return {
    moments: rows.reduce((so, { moments }) => so + moments, 0),
    functions: functionCodes.map((code) => share(code, ({ facts, moments }) => (facts.functions.includes(code) ? moments : 0))),
    themes: themes.map((theme) => share(theme, ({ facts, moments }) => (facts.themes.includes(theme) ? moments : 0))),
    dayparts: dayparts.map((part, at) => share(part, (row) => row.dayparts[at] ?? 0)),
    partners: partners
      .map((partner) => share(partner, ({ facts, moments }) => (facts.partner === partner ? moments : 0)))
      .sort((one, other) => other.moments - one.moments || one.key.localeCompare(other.key, 'nl')),
  }
}

/** The prices of what took place in some months. */
export function pricesOf(releases: readonly Release[]): Prices {
  const prices = rowsOf(releases).map(({ facts }) => facts.priceInCents)
  return {
    offers: prices.length,
    free: prices.filter((price) => price === 0).length,
    highestInCents: prices.length === 0 ? null : Math.max(...prices),
  }
}
