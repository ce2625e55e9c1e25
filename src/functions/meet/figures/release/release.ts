/**
 * Numbers of people and how often something took place. `heads` is null where the number stays hidden; `moments` is public anyway.
 * `uncounted` of these moments are of offers where nobody was ever counted: they are no part of `heads`.
 */
export type Cell = { moments: number; uncounted: number; heads: number | null }

/** An offer in one week, by the Monday of that week; `beside` says at how many of its moments which other offer went on at the same place. */
export type WeekCell = Cell & { week: string; beside: Record<string, number> }

/** An offer at one site in a month; `dayparts` counts its moments in the morning, afternoon and evening. */
export type OfferCell = Cell & { offerId: string; dayparts: [number, number, number]; weeks: WeekCell[] }

/** A site in a month with what took place there. */
export type SiteCell = Cell & { siteId: string; name: string; offers: OfferCell[] }

/** What an offer was when its month was told. */
export type OfferFacts = { title: string; functions: string[]; themes: string[]; partner: string; priceInCents: number }

/** A loose number beside the heads, of the whole stek: new faces, children, volunteers, own rows. `label` only for an own row. */
export type LooseCell = { counted: string; label: string | null; count: number | null }

/**
 * Everything that is told of one settled month, small numbers left out; written once and never changed. Pages and exports are made
 * of this and of nothing else. `example` marks a month of the demo world.
 */
export type Release = Cell & {
  month: string
  loose: LooseCell[]
  sites: SiteCell[]
  offers: Record<string, OfferFacts>
  example: boolean
}
