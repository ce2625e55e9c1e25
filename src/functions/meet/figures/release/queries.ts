import { sql } from 'kysely'
import { partnersOf } from '../../../../place/partner/queries.ts'
import { sitesOf } from '../../../../place/site/queries.ts'
import { monthPeriod, wholeMonthOf } from '../../../../platform/calendar/whole-weeks.ts'
import type { Tx } from '../../../../platform/database/door.ts'
import { closuresOf, exceptionsOf, slotsOf } from '../../../../programme/board/queries.ts'
import { momentsBetween } from '../../../../programme/moments/moments.ts'
import { offersOf } from '../../../../programme/offer/queries.ts'
import { countsBetween, countsOf, ownRowsOf } from '../../../../programme/tally/queries.ts'
import type { FiguresTables } from '../tables.ts'
import type { OfferFacts, Release } from './release.ts'
import type { Counted } from './rules.ts'

/** How far a stek is with telling: the first month in which it counted, and the last one told. */
export type Standing = { stekId: string; firstCounted: string | undefined; lastTold: string | undefined }

/** How far every stek is; one look in two indexes for each. For the keeper. */
export async function standingOfAll(tx: Tx): Promise<Standing[]> {
  const { rows } = await sql<{ stekId: string; first: string | null; last: string | null }>`
    select s.stek_id as "stekId",
      (select t.on_date::text from tally_entry t where t.stek_id = s.stek_id order by t.on_date limit 1) as first,
      (select to_char(r.month, 'YYYY-MM') from figures_release r where r.stek_id = s.stek_id order by r.month desc limit 1) as last
    from stek s order by s.stek_id`.execute(tx)
  return rows.map(({ stekId, first, last }) => ({
    stekId,
    firstCounted: first === null ? undefined : wholeMonthOf(first),
    lastTold: last ?? undefined,
  }))
}

/** Whether the house began with the demo world, of which everything counted before it came is an example. */
export async function demoLoadedOn(tx: Tx, zone: string): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`
    select (demo_world_loaded_at at time zone ${zone})::date::text as day from installation`.execute(tx)
  return rows[0]?.day ?? undefined
}

/** The offers for which anything was tapped until a day, undone or not. */
async function tappedOffers(tx: Tx, stekId: string, until: string): Promise<Set<string>> {
  const { rows } = await sql<{ offerId: string }>`
    select distinct s.offer_id as "offerId" from slot s where s.stek_id = ${stekId}
      and exists (select from tally_entry t where t.stek_id = s.stek_id and t.slot_id = s.slot_id and t.on_date <= ${until}::date)`.execute(
    tx,
  )
  return new Set(rows.map(({ offerId }) => offerId))
}

/** Reads what a month of a stek is made of, cancelled moments too. For the keeper. */
export async function countedOf(tx: Tx, stekId: string, month: string, zone: string, example: boolean): Promise<Counted> {
  const window = monthPeriod(month)
  const slots = await slotsOf(tx, stekId, window)
  const exceptions = await exceptionsOf(tx, stekId, window)
  const moments = momentsBetween(slots, exceptions, await closuresOf(tx, stekId, window), window.from, window.until, zone)
  const counts = await countsBetween(tx, stekId, window.from, window.until)
  for (const { slotId, plannedDate } of moments)
    if (plannedDate < window.from || plannedDate > window.until)
      counts.set(`${slotId}/${plannedDate}`, await countsOf(tx, stekId, slotId, plannedDate))
  const partners = new Map((await partnersOf(tx, stekId)).map(({ partnerId, name }) => [partnerId, name]))
  const offers = (await offersOf(tx, stekId)).map(({ offerId, title, functions, themes, partnerId, priceInCents }) => {
    const facts: OfferFacts = { title, functions, themes, partner: partners.get(partnerId) ?? '', priceInCents }
    return [offerId, facts] as const
  })
  const siteNames = new Map((await sitesOf(tx, stekId)).map(({ siteId, name }) => [siteId, name]))
  const ownRows = await ownRowsOf(tx, stekId)
  const countedOffers = await tappedOffers(tx, stekId, window.until)
  return { month, moments, counts, offers: new Map(offers), siteNames, ownRows, countedOffers, example }
}

/** Writes down what is told of a month; nothing when another process told it already. */
export async function tell(tx: Tx, stekId: string, release: Release, now: Temporal.Instant): Promise<void> {
  await tx
    .withTables<FiguresTables>()
    .insertInto('figures_release')
    .values({ stek_id: stekId, month: `${release.month}-01`, released_at: now.toString(), told: JSON.stringify(release) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
