import { sql } from 'kysely'
import type { Tx } from '../../../../../platform/database/door.ts'
import { filled, stagedValue, tableOf, whenNew } from './columns.ts'
import { takeTime, vanished } from './compare.ts'

type Where = { stekId: string; importId: string; source: string; organisationId: string | null; today: string }
type Kind = keyof typeof tableOf

const PORTION = 2000

const rowsOf = ({ stekId, importId }: Where, kind: Kind, verdict: 'new' | 'changed', from: number) => sql`
  r.stek_id = ${stekId} and r.import_id = ${importId} and r.kind = ${kind} and r.verdict = ${verdict} and r.position > ${from} and r.position <= ${from + PORTION}`

async function addNew(tx: Tx, where: Where, kind: Kind, from: number): Promise<void> {
  const { source, organisationId } = where
  const columns = Object.entries(filled[kind])
  const names = columns.map(([column]) => sql.ref(column))
  const values = columns.map(([column, how]) => stagedValue(column, how, whenNew(column, how)))
  const { table, id } = tableOf[kind]
  const more = {
    organisation: { names: sql`, slug`, values: sql`, r.slug` },
    location: { names: sql``, values: sql`` },
    service: {
      names: sql`, slug, organisation_id, checked_on, checked_by, ended_on, translations`,
      values: sql`, r.slug,
        coalesce((select o.organisation_id from organisation o where o.stek_id = r.stek_id and o.imported_from = ${source} and o.imported_id = r.data ->> 'organisation'), ${organisationId}::uuid),
        (r.data ->> 'checked_on')::date, case when r.data ? 'checked_on' then 'source' end, case when (r.data ->> 'ended')::boolean then ${where.today}::date end,
        coalesce(r.data -> 'translations', '{}')`,
    },
  }[kind]
  await sql`insert into ${sql.table(table)} (stek_id, ${sql.ref(id)}, imported_from, imported_id, ${sql.join(names)} ${more.names})
    select r.stek_id, r.target_id, ${source}, r.key, ${sql.join(values)} ${more.values} from guide_import_row r where ${rowsOf(where, kind, 'new', from)}`.execute(
    tx,
  )
}

async function change(tx: Tx, where: Where, kind: Kind, from: number): Promise<void> {
  const { table, id } = tableOf[kind]
  const sets = Object.entries(filled[kind]).map(
    ([column, how]) => sql`${sql.ref(column)} = ${stagedValue(column, how, sql.ref(`t.${column}`))}`,
  )
  const more = {
    organisation: sql`, revision = t.revision + 1`,
    location: sql``,
    service: sql`, revision = t.revision + 1, ended_on = case when (r.data ->> 'ended')::boolean then coalesce(t.ended_on, ${where.today}::date) else t.ended_on end,
      organisation_id = coalesce((select o.organisation_id from organisation o where o.stek_id = r.stek_id and o.imported_from = ${where.source} and o.imported_id = r.data ->> 'organisation'), t.organisation_id)`,
  }[kind]
  await sql`update ${sql.table(table)} t set ${sql.join(sets)} ${more} from guide_import_row r
    where ${rowsOf(where, kind, 'changed', from)} and t.stek_id = r.stek_id and ${sql.ref(`t.${id}`)} = r.target_id`.execute(tx)
}

const touched = (where: Where, from: number, column: 'places' | 'hours', verdicts: readonly string[] = ['new', 'changed']) => sql`
  r.stek_id = ${where.stekId} and r.import_id = ${where.importId} and r.kind = 'service' and r.verdict = any (${[...verdicts]}) and r.data ? ${sql.lit(column)}
  and r.position > ${from} and r.position <= ${from + PORTION}`

/** The place that a list calls so, looked up row by row: joined, the database would unfold every row once per place. */
const placeCalled = (key: ReturnType<typeof sql>, { stekId, source }: Where) =>
  sql`(select l.location_id from service_location l where l.stek_id = ${stekId} and l.imported_from = ${source} and l.imported_id = ${key})`

/** Where the services of a portion are given, and when; what the list does not tell stays. */
async function hang(tx: Tx, where: Where, from: number): Promise<void> {
  await sql`delete from service_hours h using guide_import_row r where ${touched(where, from, 'hours', ['changed'])}
    and h.stek_id = r.stek_id and h.service_id = r.target_id`.execute(tx)
  await sql`delete from service_at_location a using guide_import_row r where ${touched(where, from, 'places', ['changed'])} and a.stek_id = r.stek_id and a.service_id = r.target_id
    and not exists (select from service_location l where l.stek_id = a.stek_id and l.location_id = a.location_id and l.imported_from = ${where.source}
      and r.data -> 'places' ? l.imported_id)`.execute(tx)
  await sql`insert into service_at_location (stek_id, service_id, location_id)
    select r.stek_id, r.target_id, ${placeCalled(sql`p.key`, where)} from guide_import_row r cross join lateral jsonb_array_elements_text(r.data -> 'places') p (key)
    where ${touched(where, from, 'places')} on conflict do nothing`.execute(tx)
  await sql`insert into service_hours (stek_id, hours_id, service_id, location_id, weekday, opens, closes, by_appointment, from_date, until_date, note)
    select r.stek_id, gen_random_uuid(), r.target_id, case when h.place is not null then ${placeCalled(sql`h.place`, where)} end,
      h.weekday, h.opens, h.closes, h.by_appointment, h.from_date, h.until_date, h.note
    from guide_import_row r cross join lateral jsonb_to_recordset(r.data -> 'hours')
        as h (weekday smallint, opens time, closes time, by_appointment boolean, from_date date, until_date date, note text, place text)
    where ${touched(where, from, 'hours')}`.execute(tx)
}

/**
 * Writes what is new and changed into the guide: everything or, when this transaction does not end well, nothing. `told` hears how many rows
 * were done. Gives false when somebody else wrote this list meanwhile.
 */
export async function writeAll(
  tx: Tx,
  where: Where,
  options: { endVanished: boolean; now: Temporal.Instant; told(done: number): Promise<void> },
): Promise<boolean> {
  const { stekId, importId, source } = where
  await takeTime(tx)
  let done = 0
  for (const kind of ['organisation', 'location', 'service'] as const) {
    const { rows } = await sql<{
      last: number | null
      count: number
    }>`select max(position) as last, count(*)::int as count from guide_import_row r
      where r.stek_id = ${stekId} and r.import_id = ${importId} and r.kind = ${kind} and r.verdict in ('new', 'changed')`.execute(tx)
    const last = rows[0]?.last ?? 0
    for (let from = 0; from < last; from += PORTION) {
      await addNew(tx, where, kind, from)
      await change(tx, where, kind, from)
      if (kind === 'service') await hang(tx, where, from)
      await options.told(done + Math.round(((rows[0]?.count ?? 0) * Math.min(last, from + PORTION)) / last))
    }
    done += rows[0]?.count ?? 0
  }
  await sql`update organisation o set part_of_id = p.organisation_id from guide_import_row r join organisation p
      on p.stek_id = r.stek_id and p.imported_from = ${source} and p.imported_id = r.data ->> 'part_of'
    where r.stek_id = ${stekId} and r.import_id = ${importId} and r.kind = 'organisation' and r.verdict in ('new', 'changed') and r.data ? 'part_of' and o.stek_id = r.stek_id
      and o.organisation_id = r.target_id and p.organisation_id <> o.organisation_id`.execute(tx)
  if (options.endVanished)
    await sql`update service s set ended_on = ${where.today}::date, revision = s.revision + 1 from ${vanished(where)} v
      where s.stek_id = ${stekId} and s.imported_from = ${source} and s.imported_id = v.key`.execute(tx)
  const ended = await sql`update guide_import set state = 'done', written_at = ${options.now.toString()}::timestamptz, rows_done = ${done}
    where stek_id = ${stekId} and import_id = ${importId} and state = 'writing'`.execute(tx)
  return Number(ended.numAffectedRows ?? 0) === 1
}
