import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/door.ts'
import type { IncidentKind } from './rules.ts'

type IncidentTables = {
  incident: { stek_id: string; incident_id: string; site_id: string; kind: IncidentKind; on_date: string; what_changed: string }
}

/** What is known of an incident: nothing about anybody. */
export type Incident = { incidentId: string; siteId: string; kind: IncidentKind; onDate: string; whatChanged: string }

const incidents = (tx: Tx) =>
  tx
    .withTables<IncidentTables>()
    .selectFrom('incident')
    .select(['incident_id as incidentId', 'site_id as siteId', 'kind', 'on_date as onDate', 'what_changed as whatChanged'])

/** The incidents since a day, latest first; empty for who does not lead the stek. */
export const incidentsSince = (tx: Tx, stekId: string, from: string): Promise<Incident[]> =>
  incidents(tx)
    .where('stek_id', '=', stekId)
    .where('on_date', '>=', from)
    .orderBy('on_date', 'desc')
    .orderBy('incident_id', 'desc')
    .execute()

/** One incident, or undefined. */
export const incidentById = (tx: Tx, stekId: string, incidentId: string): Promise<Incident | undefined> =>
  incidents(tx).where('stek_id', '=', stekId).where('incident_id', '=', incidentId).executeTakeFirst()

/** How many incidents of each kind there were in each year. */
export const incidentCounts = (tx: Tx, stekId: string): Promise<{ year: number; kind: IncidentKind; count: number }[]> =>
  tx
    .withTables<IncidentTables>()
    .selectFrom('incident')
    .select([sql<number>`extract(year from on_date)::int`.as('year'), 'kind', sql<number>`count(*)::int`.as('count')])
    .where('stek_id', '=', stekId)
    .groupBy([sql`extract(year from on_date)`, 'kind'])
    .execute()

/** Notes an incident; the same form sent twice is one. */
export async function addIncident(tx: Tx, stekId: string, incident: Incident): Promise<void> {
  const { incidentId, siteId, kind, onDate, whatChanged } = incident
  await tx
    .withTables<IncidentTables>()
    .insertInto('incident')
    .values({ stek_id: stekId, incident_id: incidentId, site_id: siteId, kind, on_date: onDate, what_changed: whatChanged })
    .onConflict((conflict) => conflict.columns(['stek_id', 'incident_id']).doNothing())
    .execute()
}

/** Keeps what was changed after an incident. */
export async function putWhatChanged(tx: Tx, stekId: string, incidentId: string, whatChanged: string): Promise<void> {
  await tx
    .withTables<IncidentTables>()
    .updateTable('incident')
    .set({ what_changed: whatChanged })
    .where('stek_id', '=', stekId)
    .where('incident_id', '=', incidentId)
    .execute()
}
