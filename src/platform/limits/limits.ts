import { createHmac } from 'node:crypto'
import { sql, type ColumnType } from 'kysely'
import type { Tx } from '../database/door.ts'
import type { House } from '../http/house.ts'

type AttemptTables = { attempt: { attempt_id: string; bucket: Buffer; happened_at: ColumnType<Temporal.Instant, string, string> } }

/** What is counted together: a kind, whom it is about (never stored, only a keyed hash), and how many are allowed in the window. */
export type Limit = { kind: string; about: string; allowed: number; windowInMinutes: number }

/** Whether something may be tried now; when not, after how many seconds it may. */
export type Permission = { allowed: true } | { allowed: false; retryAfterInSeconds: number }

const attempts = (tx: Tx) => tx.withTables<AttemptTables>()

/** What stands in the table instead of an address: a hash that cannot be worked out without the secret of this installation. */
export const bucketOf = (secret: Uint8Array, { kind, about }: Pick<Limit, 'kind' | 'about'>): Buffer =>
  createHmac('sha256', secret).update(`limit ${kind}\n${about}`).digest()

/**
 * Counts an attempt against every limit and says whether it may go on; all processes on one database share the count.
 * An attempt is written before it counts those that came before it, so that many at the same moment do not all pass.
 * An attempt that was refused does not count: waiting always helps.
 */
export async function tryWithin(
  house: Pick<House, 'database' | 'clock' | 'newId' | 'secret'>,
  limits: readonly Limit[],
): Promise<Permission> {
  const now = house.clock.now()
  const mine = limits.map((limit) => ({ ...limit, id: house.newId(), bucket: bucketOf(house.secret, limit) }))
  await house.database.atTheDoor(async (tx) => {
    const rows = mine.map(({ id, bucket }) => ({ attempt_id: id, bucket, happened_at: now.toString() }))
    await attempts(tx).insertInto('attempt').values(rows).execute()
  })
  return house.database.atTheDoor(async (tx) => {
    let wait = 0
    for (const { id, bucket, allowed, windowInMinutes } of mine) {
      const earlier = await attempts(tx)
        .selectFrom('attempt')
        .select('happened_at as happenedAt')
        .where('bucket', '=', bucket)
        .where(sql<boolean>`happened_at > ${now.subtract({ minutes: windowInMinutes }).toString()}`)
        .where('attempt_id', '<', id)
        .orderBy('attempt_id', 'desc')
        .limit(allowed)
        .execute()
      const oldest = earlier[allowed - 1]
      if (oldest) wait = Math.max(wait, Math.ceil(now.until(oldest.happenedAt.add({ minutes: windowInMinutes })).total('seconds')), 1)
    }
    if (wait === 0) return { allowed: true }
    const ids = mine.map(({ id }) => id)
    await attempts(tx).deleteFrom('attempt').where('attempt_id', 'in', ids).execute()
    return { allowed: false, retryAfterInSeconds: wait }
  })
}
