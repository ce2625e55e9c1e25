import type pg from 'pg'
import type { NewId } from '../../../platform/clock/identifiers.ts'
import { IMPORT_JOB } from '../guide/exchange/import/job.ts'
import { insertOf } from '../guide/start-set/rows.ts'
import { listRows, referRows, toldRows } from './rows.ts'
import { readReferDemo } from './shape.ts'

/** The demo world lies in Flanders. */
const ZONE = 'Europe/Brussels'

type Stek = { stekId: string; services: Record<string, string>; personId: string | null }
type Rows = { table: string; rows: Record<string, unknown>[] }

/**
 * Makes finding help alive in every stek of a demo world that has its guide already: entries that were looked at, closures, questions, slips, a
 * tally, contacts, and a list that waits at the page of the difference. `client` is the owner of the database; all or nothing.
 * @source REFER-3, REFER-5
 */
export async function loadReferDemo(client: pg.Client, newId: NewId, now: Temporal.Instant): Promise<void> {
  const demo = readReferDemo()
  const put = async ({ table, rows }: Rows) => {
    const insert = insertOf(table, rows)
    if (insert) await client.query(`${insert}$1)`, [JSON.stringify(rows)])
  }
  const { rows: steks } = await client.query<Stek>(`select s.stek_id as "stekId",
    (select jsonb_object_agg(v.slug, v.service_id) from service v where v.stek_id = s.stek_id) as services,
    (select r.person_id from role r where r.stek_id = s.stek_id and r.kind = 'community-worker' limit 1) as "personId"
    from stek s order by s.slug`)
  await client.query('begin')
  try {
    await put(toldRows(demo, now, ZONE))
    for (const { stekId, services, personId } of steks) {
      const today = now.toZonedDateTimeISO(ZONE).toPlainDate()
      for (const { service, days } of demo.checked)
        await client.query(`update service set checked_on = $3, checked_by = 'worker' where stek_id = $1 and slug = $2`, [
          ...[stekId, service, today.subtract({ days }).toString()],
        ])
      for (const [service, id] of Object.entries(demo.list.before))
        await client.query('update service set imported_from = $3, imported_id = $4 where stek_id = $1 and slug = $2', [
          ...[stekId, service, demo.list.name, id],
        ])
      for (const rows of referRows(demo, { stekId, services: services ?? {} }, newId, now, ZONE)) await put(rows)
      if (!personId) continue
      const { tables, payload } = listRows(demo, stekId, personId, newId, now)
      for (const rows of tables) await put(rows)
      await client.query('insert into job (job_id, kind, payload, run_at) values ($1, $2, $3, $4)', [
        ...[newId(), IMPORT_JOB, JSON.stringify(payload), now.toString()],
      ])
    }
    await client.query('commit')
  } catch (thrown) {
    await client.query('rollback')
    throw thrown
  }
}
