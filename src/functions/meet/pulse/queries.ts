import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/door.ts'
import { type Answer, CHOICE_WITHIN_SECONDS, type Choice, type Face, type MonthCount, PAUSE_IN_SECONDS } from './rules.ts'
import type { TabletToken } from './token.ts'

type PulseTables = {
  welcome_count: { stek_id: string; site_id: string; on_date: string; answer: Answer; way: 'tablet' | 'paper'; count: number }
}

/** Counts a face pressed on a tablet; false when it came within the pause or after 500 presses. */
export async function pressFace(tx: Tx, { tablet, siteId, date }: TabletToken, face: Face, at: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{ counted: boolean }>`
    select welcome_face(${tablet}, ${siteId}, ${date}, ${face}, ${at.toString()},
      make_interval(secs => ${PAUSE_IN_SECONDS}), make_interval(secs => ${CHOICE_WITHIN_SECONDS})) as counted`.execute(tx)
  return rows[0]?.counted ?? false
}

/** Counts the one choice that belongs to the last face; false when it was made already or comes too late. */
export async function pressChoice(tx: Tx, { tablet, siteId, date }: TabletToken, choice: Choice, at: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{ counted: boolean }>`
    select welcome_choice(${tablet}, ${siteId}, ${date}, ${choice}, ${at.toString()}) as counted`.execute(tx)
  return rows[0]?.counted ?? false
}

/** How often each answer was given, by site and month. For `toldOf`; never shown as it is. */
export async function monthCountsOf(tx: Tx, stekId: string): Promise<(MonthCount & { siteId: string })[]> {
  const rows = await tx
    .withTables<PulseTables>()
    .selectFrom('welcome_count')
    .select((of) => [
      'site_id as siteId',
      sql<string>`to_char(on_date, 'YYYY-MM')`.as('month'),
      'answer',
      sql<number>`sum(${of.ref('count')})::int`.as('count'),
    ])
    .where('stek_id', '=', stekId)
    .groupBy(['site_id', sql`to_char(on_date, 'YYYY-MM')`, 'answer'])
    .execute()
  const found = new Map<string, MonthCount & { siteId: string }>()
  for (const { siteId, month, answer, count } of rows) {
    const row = found.get(`${siteId} ${month}`) ?? { siteId, month, counts: {} }
    row.counts[answer] = count
    found.set(`${siteId} ${month}`, row)
  }
  return [...found.values()]
}

/** Writes what was counted from the sheets of one site and day, instead of what stood there from paper before. */
export async function putPaper(
  tx: Tx,
  sheet: { stekId: string; siteId: string; date: string; counts: readonly (readonly [Answer, number])[] },
): Promise<void> {
  const key = { stek_id: sheet.stekId, site_id: sheet.siteId, on_date: sheet.date, way: 'paper' as const }
  await tx
    .withTables<PulseTables>()
    .insertInto('welcome_count')
    .values(sheet.counts.map(([answer, count]) => ({ ...key, answer, count })))
    .onConflict((conflict) =>
      conflict.columns(['stek_id', 'site_id', 'on_date', 'answer', 'way']).doUpdateSet((of) => ({ count: of.ref('excluded.count') })),
    )
    .execute()
}
