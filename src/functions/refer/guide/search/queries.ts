import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/door.ts'

/** How far the list of a word that counts little is read, and how much further the more it counts; the services for which it says most stand first. */
const LIST = 60
const MORE = 180
/** How many services are weighed in full. */
const CANDIDATES = 100
/** So many services are a large guide: how rare a word is, is not told more precisely. */
const LARGE = 2000

/** A service that has some of the words: for each word it has, which one (place in the list asked for) and how much it says (1 to 200). */
export type Candidate = { serviceId: string; has: readonly [at: number, impact: number][] }

/** What was found, and per word asked for how many services have it (at most as far as a list is read). */
export type Found = { candidates: Candidate[]; services: number[]; all: number }

/**
 * Services that have some of the terms, with all of them they have. `weights` says how much each term counts for choosing which services to weigh;
 * `marks` are terms that each of them must have (a theme, a language).
 */
export async function candidatesFor(
  tx: Tx,
  stekId: string,
  asked: { terms: readonly string[]; weights: readonly number[]; marks: readonly string[] },
): Promise<Found> {
  const times = asked.marks.length > 0 ? 5 : 1
  const { rows } = await sql<{ serviceId: string | null; has: number[] | null; services: number[] | null; all: number | null }>`
    with asked as (select term, weight, at::int from unnest(${asked.terms}::text[], ${asked.weights}::real[]) with ordinality a (term, weight, at)),
    listed as materialized (
      select a.at, a.weight, p.service_id, p.impact from asked a cross join lateral (
        select service_id, impact from guide_posting
        where stek_id = ${stekId} and term = a.term order by impact desc, service_id desc limit ((${LIST} + ${MORE} * least(1, a.weight)) * ${times})::int) p),
    counted as (select at, count(*)::int as n from listed group by at),
    size as (select count(*)::int as n from (select from guide_posting where stek_id = ${stekId} and term = '#' limit ${LARGE}) s),
    rough as (
      select l.service_id, sum(l.weight * l.impact * ln(1 + s.n::real / c.n)) as score
      from listed l join counted c using (at) cross join size s group by l.service_id
      order by score desc, l.service_id limit ${asked.marks.length > 0 ? CANDIDATES * 10 : CANDIDATES})
    select e.service_id as "serviceId",
        array(select a.at * 256 + t.impact from unnest(e.terms, e.impacts) t (term, impact) join asked a on a.term = t.term)
        || array(select a.at * 256 + 60 from unnest(e.places) p (term) join asked a on a.term = p.term) as has, null as services, null as all
      from rough r join guide_entry e on e.stek_id = ${stekId} and e.service_id = r.service_id
      where e.terms @> ${asked.marks}::text[]
    union all
    select null, null, array(select coalesce(c.n, 0) from asked a left join counted c using (at) order by a.at), (select n from size)`.execute(
    tx,
  )
  const total = rows.find(({ serviceId }) => serviceId === null)
  return {
    services: total?.services ?? [],
    all: total?.all ?? 0,
    candidates: rows.flatMap(({ serviceId, has }) => (serviceId && has ? [{ serviceId, has: pairs(has) }] : [])),
  }
}

/** Two numbers travel as one: the place in the list asked for (from 1) times 256, and how much it says. */
const pairs = (packed: readonly number[]): [number, number][] => packed.map((one) => [Math.floor(one / 256) - 1, one % 256])
