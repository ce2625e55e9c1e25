import { sql } from 'kysely'
import type { Tx } from '../../../../../platform/database/door.ts'
import type { exportTables } from '../import/views.tsx'

const SELECTS: Readonly<Record<(typeof exportTables)[number], string>> = {
  diensten: `select s.service_id as id, s.name as naam, o.name as organisatie, s.what as omschrijving, s.phone as telefoon, s.email as "e-mail", s.website, s.for_whom as doelgroep,
    s.conditions as voorwaarden, case s.is_free when true then 'ja' when false then 'nee' end as gratis, s.cost as kostprijs, s.bring as meebrengen, s.how_to_reach as contact,
    s.languages as talen, s.also_called as trefwoorden, s.themes as themas, s.checked_on::text as nagekeken, s.ended_on::text as gestopt, s.source as bron`,
  organisaties:
    'select distinct o.organisation_id as id, o.name as naam, o.what as omschrijving, o.phone as telefoon, o.email as "e-mail", o.website, o.kbo_number as ondernemingsnummer',
  plaatsen: `select l.location_id as id, s.service_id as dienst, l.name as plaats, l.street as straat, l.postcode, l.town as gemeente, l.latitude::text as breedte, l.longitude::text as lengte,
    l.bus, l.directions as ingang, l.step_free as drempelvrij`,
  uren: `select s.service_id as dienst, s.name as naam, h.weekday as dag, to_char(h.opens, 'HH24:MI') as van, to_char(h.closes, 'HH24:MI') as tot,
    case when h.by_appointment then 'ja' else 'nee' end as "op afspraak", h.from_date::text as vanaf, h.until_date::text as "tot en met", h.note as uitleg`,
}
const JOINS: Readonly<Record<(typeof exportTables)[number], string>> = {
  diensten: 'join service s using (stek_id, organisation_id)',
  organisaties: '',
  plaatsen:
    'join service s using (stek_id, organisation_id) join service_at_location a using (stek_id, service_id) join service_location l using (stek_id, location_id)',
  uren: 'join service s using (stek_id, organisation_id) join service_hours h using (stek_id, service_id)',
}

/** A table of the guide with Dutch names for its columns; only of the organisations of one partner when it is given. */
export async function exported(
  tx: Tx,
  stekId: string,
  table: (typeof exportTables)[number],
  partnerId: string | undefined,
): Promise<Record<string, unknown>[]> {
  const own = partnerId === undefined ? sql`` : sql`and o.partner_id = ${partnerId}`
  const { rows } = await sql<Record<string, unknown>>`${sql.raw(SELECTS[table])} from organisation o ${sql.raw(JOINS[table])}
    where o.stek_id = ${stekId} ${own} order by 1`.execute(tx)
  return rows
}

/** The ids of the services behind this one, in the order in which they were added; only of the organisations of one partner when it is given. */
export async function idsAfter(tx: Tx, stekId: string, after: string, limit: number, partnerId: string | undefined): Promise<string[]> {
  const own = partnerId === undefined ? sql`` : sql`and o.partner_id = ${partnerId}`
  const { rows } = await sql<{ id: string }>`select s.service_id as id from service s join organisation o using (stek_id, organisation_id)
    where s.stek_id = ${stekId} and s.service_id > ${after}::uuid ${own} order by s.service_id limit ${limit}`.execute(tx)
  return rows.map(({ id }) => id)
}
