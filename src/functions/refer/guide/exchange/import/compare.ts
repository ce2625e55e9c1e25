import { sql } from 'kysely'
import type { Tx } from '../../../../../platform/database/door.ts'
import { slugOf } from '../../../../../programme/offer/rules.ts'
import { takenInGuide } from '../../desk/queries.ts'
import { asStaged, tableOf } from './columns.ts'

type Where = { stekId: string; importId: string; source: string; organisationId: string | null }

/** What is refused with one more reason; once, also when a list is compared again. */
const refuse = (why: string, values: ReturnType<typeof sql>) =>
  sql`case when refused @> jsonb_build_array(jsonb_build_object('why', ${why}::text)) then refused
    else refused || jsonb_build_array(jsonb_build_object('why', ${why}::text, 'values', ${values})) end`

/** Whether `key` is one that this list tells of, or told of before. */
const isKnown = (kind: 'organisation' | 'location', key: ReturnType<typeof sql>, { stekId, importId, source }: Where) => sql`(
  exists (select from guide_import_row k where k.stek_id = ${stekId} and k.import_id = ${importId} and k.kind = ${kind} and k.key = ${key} and k.refused = '[]')
  or exists (select from ${sql.table(tableOf[kind].table)} t where t.stek_id = ${stekId} and t.imported_from = ${source} and t.imported_id = ${key}))`

/** Refuses organisations that are, over others, part of themselves. */
async function refuseCircles(tx: Tx, { stekId, importId }: Where): Promise<void> {
  const { rows } = await sql<{ key: string; parent: string }>`select key, data ->> 'part_of' as parent from guide_import_row
    where stek_id = ${stekId} and import_id = ${importId} and kind = 'organisation' and data ? 'part_of'`.execute(tx)
  const parentOf = new Map(rows.map(({ key, parent }) => [key, parent]))
  const circled = rows
    .filter(({ key }) => {
      const passed = new Set<string>()
      let at: string | undefined = parentOf.get(key)
      while (at !== undefined && at !== key && !passed.has(at)) {
        passed.add(at)
        at = parentOf.get(at)
      }
      return at === key
    })
    .map(({ key }) => key)
  if (circled.length === 0) return
  await sql`update guide_import_row set refused = ${refuse('circle', sql`'{}'::jsonb`)}
    where stek_id = ${stekId} and import_id = ${importId} and kind = 'organisation' and key = any (${circled})`.execute(tx)
}

/** Refuses or mends rows that point at something that is nowhere. */
async function checkReferences(tx: Tx, where: Where): Promise<void> {
  const { stekId, importId, organisationId } = where
  await refuseCircles(tx, where)
  await sql`update guide_import_row r set data = data - 'part_of', noted = noted || '[{"why":"noParent"}]'
    where stek_id = ${stekId} and import_id = ${importId} and kind = 'organisation' and data ? 'part_of'
      and not ${isKnown('organisation', sql`r.data ->> 'part_of'`, where)}`.execute(tx)
  await sql`update guide_import_row r set refused = ${refuse('noOrganisation', sql`jsonb_build_object('value', left(r.data ->> 'organisation', 80))`)}
    where stek_id = ${stekId} and import_id = ${importId} and kind = 'service' and data ? 'organisation'
      and not ${isKnown('organisation', sql`r.data ->> 'organisation'`, where)}`.execute(tx)
  await sql`update guide_import_row r set refused = ${refuse('noPlace', sql`'{}'::jsonb`)}
    where stek_id = ${stekId} and import_id = ${importId} and kind = 'service' and data ? 'places'
      and exists (select from jsonb_array_elements_text(r.data -> 'places') p (key) where not ${isKnown('location', sql`p.key`, where)})`.execute(
    tx,
  )
  if (!organisationId)
    await sql`update guide_import_row r set refused = ${refuse('organisationNeeded', sql`'{}'::jsonb`)}
      where stek_id = ${stekId} and import_id = ${importId} and kind = 'service' and not data ? 'organisation'
        and not exists (select from service t where t.stek_id = ${stekId} and t.imported_from = ${where.source} and t.imported_id = r.key)`.execute(
      tx,
    )
}

/** Gives every new organisation and service an address in the guide that nobody has. */
async function giveAddresses(tx: Tx, { stekId, importId }: Where): Promise<void> {
  for (const kind of ['organisation', 'service'] as const) {
    const taken = new Set(await takenInGuide(tx, stekId, kind))
    const next = new Map<string, number>()
    const { rows } = await sql<{ position: number; name: string }>`select position, data ->> 'name' as name from guide_import_row
      where stek_id = ${stekId} and import_id = ${importId} and kind = ${kind} and verdict = 'new' order by position`.execute(tx)
    const nobody: ReadonlySet<string> = new Set()
    const given = rows.map(({ position, name }) => {
      const stem = slugOf(name, nobody, kind === 'service' ? 'dienst' : 'organisatie')
      let slug = stem
      let number = next.get(stem) ?? 2
      while (taken.has(slug)) slug = `${stem.slice(0, 72)}-${number++}`
      next.set(stem, number)
      taken.add(slug)
      return { position, slug }
    })
    if (given.length > 0)
      await sql`update guide_import_row r set slug = g.slug from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g (position integer, slug text)
        where r.stek_id = ${stekId} and r.import_id = ${importId} and r.kind = ${kind} and r.position = g.position`.execute(tx)
  }
}

/**
 * Lets the statements of a list take longer than those of a page: they are about thousands of rows, and nobody waits in front of a screen.
 */
export async function takeTime(tx: Tx): Promise<void> {
  await sql`select set_config('statement_timeout', '120s', true), set_config('idle_in_transaction_session_timeout', '60s', true)`.execute(
    tx,
  )
}

/**
 * Works out what becomes of every row that was read: new, changed, the same, or refused and why. A row is known again by the name of the list and
 * its id there; only the columns that the list tells of are compared. Writes nothing outside the rows that wait.
 */
export async function compare(tx: Tx, where: Where): Promise<void> {
  const { stekId, importId, source } = where
  await takeTime(tx)
  await checkReferences(tx, where)
  for (const kind of ['organisation', 'location', 'service'] as const) {
    const { table, id } = tableOf[kind]
    const known = sql`${sql.table(table)} t where t.stek_id = ${stekId} and t.imported_from = ${source} and t.imported_id = r.key`
    await sql`update guide_import_row r set
        target_id = coalesce((select ${sql.ref(`t.${id}`)} from ${known}), r.target_id),
        verdict = case when r.refused <> '[]' then 'refused' else coalesce((
          select case when (select coalesce(bool_and(coalesce(now.staged -> e.key, 'null') = e.value), true) from jsonb_each(r.data) e
              where e.key not in ('checked_on', 'translations')) then 'same' else 'changed' end
          from (select ${asStaged(kind, source)} as staged from ${known} offset 0) now), 'new') end
      where r.stek_id = ${stekId} and r.import_id = ${importId} and r.kind = ${kind}`.execute(tx)
  }
  await giveAddresses(tx, where)
}

/**
 * The ids in their list of services that came from it before and are not in it any more. A difference of two sets: however little the database
 * knows of rows that were just written, it reads each once.
 */
export const vanished = ({ stekId, importId, source }: Pick<Where, 'stekId' | 'importId' | 'source'>) => sql<{ key: string }>`(
  select imported_id as key from service where stek_id = ${stekId} and imported_from = ${source} and ended_on is null
  except select key from guide_import_row where stek_id = ${stekId} and import_id = ${importId} and kind = 'service')`

/** How many services came from this list before and are not in it any more. */
export async function vanishedCount(tx: Tx, where: Pick<Where, 'stekId' | 'importId' | 'source'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${vanished(where)} v`.execute(tx)
  return rows[0]?.count ?? 0
}

/** What stands in the guide now for rows that would change, as the list would tell it, by their ids. */
export async function standingNow(
  tx: Tx,
  stekId: string,
  source: string,
  rows: readonly { kind: keyof typeof tableOf; targetId: string | null }[],
): Promise<Map<string, Record<string, unknown>>> {
  const found = new Map<string, Record<string, unknown>>()
  for (const kind of ['organisation', 'location', 'service'] as const) {
    const ids = rows.filter((row) => row.kind === kind).flatMap(({ targetId }) => targetId ?? [])
    if (ids.length === 0) continue
    const { table, id } = tableOf[kind]
    const now = await sql<{
      id: string
      staged: Record<string, unknown>
    }>`select ${sql.ref(`t.${id}`)} as id, ${asStaged(kind, source)} as staged
      from ${sql.table(table)} t where t.stek_id = ${stekId} and ${sql.ref(`t.${id}`)} = any (${ids}::uuid[])`.execute(tx)
    for (const one of now.rows) found.set(one.id, one.staged)
  }
  return found
}
