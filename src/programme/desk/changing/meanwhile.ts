import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/door.ts'
import { exceptionOn, type KeptException } from '../../exception/queries.ts'
import { type ChangedTable, type Image, NotThere, type Row } from './images.ts'

/** What somebody else changed about a row since this form was made: by column, as it was and as it is now. */
export type Meanwhile = { by: readonly string[]; now: Row; changed: Record<string, { was: unknown; now: unknown }> }

/** Thrown when a form was made from a row that somebody else changed since. */
export class ChangedMeanwhile extends Error {
  readonly meanwhile: Meanwhile

  constructor(meanwhile: Meanwhile) {
    super()
    this.meanwhile = meanwhile
  }
}

type Logged = { images: Image[]; name: string | null }

const logged = async (tx: Tx, stekId: string, table: ChangedTable, key: Row): Promise<Logged[]> => {
  const { rows } = await sql<Logged>`
    select c.images, p.name from change c left join person p on p.person_id = c.person_id
    where c.stek_id = ${stekId} and c.images @> ${JSON.stringify([{ table, key }])}::jsonb order by c.happened_at`.execute(tx)
  return rows
}

/**
 * Holds a row for this change and, when `revision` is given, makes sure it is the one the form was made from; throws ChangedMeanwhile
 * with what changed since, NotThere when the row is gone or not theirs. What it was is read from the changes themselves.
 */
export async function holdRow(tx: Tx, stekId: string, table: 'offer' | 'slot', key: Row, revision?: number): Promise<Row> {
  const [column, value] = Object.entries(key)[0] ?? ['', '']
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) as row from ${sql.table(table)} t
    where t.stek_id = ${stekId} and t.${sql.ref(column)} = ${value} for no key update`.execute(tx)
  const now = rows[0]?.row
  if (!now) throw new NotThere()
  if (revision === undefined || now.revision === revision) return now
  const later = (await logged(tx, stekId, table, key)).flatMap(({ images, name }) =>
    images.filter((image) => image.table === table && Number(image.after?.revision ?? 0) > revision).map((image) => ({ image, name })),
  )
  const was: Row = {}
  for (const { image } of later) for (const [field, before] of Object.entries(image.before ?? {})) if (!(field in was)) was[field] = before
  const changed = Object.fromEntries(
    Object.entries(was)
      .filter(([field, before]) => field !== 'revision' && !isDeepStrictEqual(before, now[field]))
      .map(([field, before]) => [field, { was: before, now: now[field] }]),
  )
  throw new ChangedMeanwhile({ by: [...new Set(later.flatMap(({ name }) => name ?? []))], now, changed })
}

/**
 * The exception of one date, for a form that was made when it had been saved `revision` times (0 when there was none);
 * throws ChangedMeanwhile when that is no longer so. The offer must be held already.
 */
export async function holdException(
  tx: Tx,
  stekId: string,
  slotId: string,
  onDate: string,
  revision: number,
): Promise<KeptException | undefined> {
  const now = await exceptionOn(tx, stekId, slotId, onDate)
  const saved = now?.revision ?? 0
  if (saved === revision) return now
  const by = await lastChangerOf(tx, stekId, 'exception', { slot_id: slotId, on_date: onDate })
  throw new ChangedMeanwhile({ by, now: { revision: saved }, changed: {} })
}

/** Who changed a row last, as far as that is still known: one name or none. */
export async function lastChangerOf(tx: Tx, stekId: string, table: ChangedTable, key: Row): Promise<readonly string[]> {
  const last = (await logged(tx, stekId, table, key)).at(-1)?.name
  return last ? [last] : []
}
