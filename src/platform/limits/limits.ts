import { createHmac } from 'node:crypto'
import { type ColumnType, sql } from 'kysely'
import type { Tx } from '../database/door.ts'
import type { House } from '../http/house.ts'

type AttemptTables = { attempt: { attempt_id: string; bucket: Buffer; happened_at: ColumnType<Temporal.Instant, string, string> } }

/** What is counted together: a kind, whom it is about (never stored, only a keyed hash), and how many are allowed in the window (Infinity: counted, never refused). */
export type Limit = { kind: string; about: string; allowed: number; windowInMinutes: number }

/** Whether something may be tried now; when not, after how many seconds it may. */
export type Permission = { allowed: true; attempts: readonly string[] } | { allowed: false; retryAfterInSeconds: number }

const NOBODY = '00000000-0000-0000-0000-000000000000'
const attempts = (tx: Tx) => tx.withTables<AttemptTables>()

/** What stands in the table instead of an address: a hash that cannot be worked out without the secret of this installation. */
export const bucketOf = (secret: Uint8Array, { kind, about }: Pick<Limit, 'kind' | 'about'>): Buffer =>
  createHmac('sha256', secret).update(`limit ${kind}\n${about}`).digest()

/**
 * Counts an attempt against every limit and says whether it may go on; all processes on one database share the count.
 * An attempt that was refused does not count: waiting always helps.
 * It looks twice, before and after writing, because many at the same moment do not see each other before.
 */
export async function tryWithin(
  house: Pick<House, 'database' | 'clock' | 'newId' | 'secret'>,
  limits: readonly Limit[],
): Promise<Permission> {
  const now = house.clock.now()
  const mine = limits.map((limit) => ({ ...limit, id: house.newId(), bucket: bucketOf(house.secret, limit) }))
  const before = await house.database.atTheDoor(async (tx) => {
    const wait = await longestWait(tx, mine, now, 'all')
    const rows = mine.map(({ id, bucket }) => ({ attempt_id: id, bucket, happened_at: now.toString() }))
    if (wait === 0) await attempts(tx).insertInto('attempt').values(rows).execute()
    return wait
  })
  if (before > 0) return { allowed: false, retryAfterInSeconds: before }
  return house.database.atTheDoor(async (tx) => {
    if ((await longestWait(tx, mine, now, 'all')) === 0) return { allowed: true, attempts: mine.map(({ id }) => id) }
    // More than fit came at once: those with the lower ids, which are the earlier ones, may go on.
    const wait = await longestWait(tx, mine, now, 'before mine')
    if (wait === 0) return { allowed: true, attempts: mine.map(({ id }) => id) }
    const ids = mine.map(({ id }) => id)
    await attempts(tx).deleteFrom('attempt').where('attempt_id', 'in', ids).execute()
    return { allowed: false, retryAfterInSeconds: wait }
  })
}

/** Whether every limit has room for one more now; counts nothing. */
export const hasRoom = async (house: Pick<House, 'database' | 'clock' | 'secret'>, limits: readonly Limit[]): Promise<boolean> => {
  const asked = limits.map((limit) => ({ ...limit, id: NOBODY, bucket: bucketOf(house.secret, limit) }))
  return asked.length === 0 || (await house.database.atTheDoor((tx) => longestWait(tx, asked, house.clock.now(), 'all'))) === 0
}

/** Takes attempts back that turned out well, where only failures count. */
export const takeBack = async (house: Pick<House, 'database'>, ids: readonly string[]): Promise<void> =>
  house.database.atTheDoor(async (tx) => {
    await attempts(tx)
      .deleteFrom('attempt')
      .where('attempt_id', 'in', [...ids])
      .execute()
  })

/** Seconds until every limit has room for one more; 0 when all have. Counts the others, or only those with a lower id. */
async function longestWait(
  tx: Tx,
  mine: readonly (Limit & { id: string; bucket: Buffer })[],
  now: Temporal.Instant,
  whose: 'all' | 'before mine',
): Promise<number> {
  let wait = 0
  for (const { id, bucket, allowed, windowInMinutes } of mine) {
    if (allowed === Number.POSITIVE_INFINITY) continue
    const oldest = await attempts(tx)
      .selectFrom('attempt')
      .select('happened_at as happenedAt')
      .where('bucket', '=', bucket)
      .where(sql<boolean>`happened_at > ${now.subtract({ minutes: windowInMinutes }).toString()}`)
      .where('attempt_id', whose === 'all' ? '<>' : '<', id)
      .orderBy('happened_at', 'desc')
      .offset(allowed - 1)
      .limit(1)
      .executeTakeFirst()
    if (oldest) wait = Math.max(wait, 1, Math.ceil(now.until(oldest.happenedAt.add({ minutes: windowInMinutes })).total('seconds')))
  }
  return wait
}
