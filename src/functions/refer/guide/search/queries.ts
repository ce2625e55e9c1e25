import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/door.ts'

/** How far each list of a word is read; the services for which it says most stand first. */
const LIST = 250
/** How many services are weighed in full. */
const CANDIDATES = 120

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
  const deep = asked.marks.length > 0 ? LIST * 5 : LIST
  const { rows } = await sql<{ serviceId: string | null; has: number[] | null; services: number[] | null; all: number | null }>`
    with asked as (select term, weight, at::int from unnest(${asked.terms}::text[], ${asked.weights}::real[]) with ordinality a (term, weight, at)),
    listed as materialized (
      select a.at, a.weight, p.service_id, p.impact from asked a cross join lateral (
        select service_id, impact from guide_posting
        where stek_id = ${stekId} and term = a.term order by impact desc, service_id desc limit ${deep}) p),
    counted as (select at, count(*)::int as n from listed group by at),
    size as (select count(*)::int as n from (select from guide_posting where stek_id = ${stekId} and term = '#' limit 5000) s),
    rough as (
      select l.service_id, sum(l.weight * l.impact * ln(1 + s.n::real / c.n)) as score
      from listed l join counted c using (at) cross join size s group by l.service_id
      order by score desc, l.service_id limit ${asked.marks.length > 0 ? CANDIDATES * 10 : CANDIDATES})
    select e.service_id as "serviceId", array(select x from (
        select a.at, t.impact from unnest(e.terms, e.impacts) t (term, impact) join asked a on a.term = t.term
        union all select a.at, 60 from unnest(e.places) p (term) join asked a on a.term = p.term) f
        cross join lateral unnest(array[f.at - 1, f.impact::int]) with ordinality u (x, o) order by f.at, u.o) as has, null as services, null as all
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

const pairs = (flat: readonly number[]): [number, number][] =>
  Array.from({ length: flat.length / 2 }, (_, at) => [flat[at * 2] ?? 0, flat[at * 2 + 1] ?? 0])
