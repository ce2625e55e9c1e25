import type { PlaceTables } from '../../../place/tables.ts'
import type { Tx } from '../../../platform/database/door.ts'
import { daysWithPeople } from '../../sign-up/along.ts'
import type { ProgrammeTables } from '../../tables.ts'
import type { Image } from '../changing/images.ts'
import { type ChangeTold, isChangeKind } from './rules.ts'

const changes = (tx: Tx, stekId: string) =>
  tx
    .withTables<ProgrammeTables & Pick<PlaceTables, 'person'>>()
    .selectFrom('change')
    .leftJoin('person', 'person.person_id', 'change.person_id')
    .leftJoin('offer', (join) => join.onRef('offer.stek_id', '=', 'change.stek_id').onRef('offer.offer_id', '=', 'change.offer_id'))
    .select([
      'change.change_id as changeId',
      'change.kind',
      'change.person_id as personId',
      'change.happened_at as happenedAt',
      'change.undone_at as undoneAt',
      'change.images',
      'change.offer_id as offerId',
      'person.name as by',
      'offer.title',
    ])
    .where('change.stek_id', '=', stekId)

type Read = Awaited<ReturnType<ReturnType<typeof changes>['execute']>>[number]

const textIn = (row: Record<string, unknown> | null | undefined, column: string): string | undefined => {
  const value = row?.[column]
  return typeof value === 'string' ? value : undefined
}

function told({ kind, undoneAt, images: kept, title, ...row }: Read): ChangeTold[] {
  if (!isChangeKind(kind)) return []
  const images = kept as Image[]
  const offer = images.find(({ table }) => table === 'offer')
  const exception = images.find(({ table }) => table === 'exception')
  const closure = images.find(({ table }) => table === 'closure')
  const date = textIn(exception?.key, 'on_date') ?? textIn(closure?.after ?? closure?.before, 'from_date')
  return [
    {
      changeId: row.changeId,
      kind,
      personId: row.personId,
      by: row.by,
      happenedAt: row.happenedAt,
      undone: undoneAt !== null,
      // An offer that was added and then undone is gone; its change still knows how it was called.
      title: title ?? textIn(offer?.after, 'title') ?? textIn(offer?.before, 'title') ?? '',
      date,
      count: images.length,
    },
  ]
}

/** The last changes of a stek, newest first. */
export const lastChanges = async (tx: Tx, stekId: string, limit: number): Promise<ChangeTold[]> =>
  (await changes(tx, stekId).orderBy('change.happened_at', 'desc').orderBy('change.change_id').limit(limit).execute()).flatMap(told)

/** One change, or undefined. */
export const changeById = async (tx: Tx, stekId: string, changeId: string): Promise<ChangeTold | undefined> =>
  (await changes(tx, stekId).where('change.change_id', '=', changeId).execute()).flatMap(told)[0]

/** What a change did, held for undoing it; undefined when it is gone, was undone, or is not theirs to undo. */
export async function holdChange(
  tx: Tx,
  stekId: string,
  changeId: string,
): Promise<{ images: Image[]; offerId: string | null } | undefined> {
  const row = await tx
    .withTables<ProgrammeTables>()
    .selectFrom('change')
    .select(['images', 'offer_id as offerId'])
    .where('stek_id', '=', stekId)
    .where('change_id', '=', changeId)
    .where('undone_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && { images: row.images as Image[], offerId: row.offerId }
}

/** Keeps that a change was undone. */
export async function keepAsUndone(tx: Tx, stekId: string, changeId: string, now: Temporal.Instant): Promise<void> {
  await tx
    .withTables<ProgrammeTables>()
    .updateTable('change')
    .set({ undone_at: now.toString() })
    .where('stek_id', '=', stekId)
    .where('change_id', '=', changeId)
    .execute()
}

/** What hangs on rows that a change added and came later than it: slots of an offer, exceptions of a slot, rooms and closures of a site. */
export async function cameLater(tx: Tx, stekId: string, images: readonly Image[]): Promise<boolean> {
  const added = (table: Image['table'], column: string) =>
    images.filter((image) => image.table === table && image.before === null).map(({ key }) => String(key[column]))
  const [offers, slots, sites] = [added('offer', 'offer_id'), added('slot', 'slot_id'), added('site', 'site_id')]
  const known = (table: Image['table'], column: string) => [...added(table, column), '00000000-0000-0000-0000-000000000000']
  const db = tx.withTables<ProgrammeTables & PlaceTables>()
  const later: unknown[] = []
  if (offers.length > 0)
    later.push(
      ...(await db
        .selectFrom('slot')
        .select('slot_id')
        .where('stek_id', '=', stekId)
        .where('offer_id', 'in', offers)
        .where('slot_id', 'not in', known('slot', 'slot_id'))
        .limit(1)
        .execute()),
    )
  if (slots.length > 0) {
    const own = images
      .filter(({ table, before }) => table === 'exception' && before === null)
      .map(({ key }) => `${key.slot_id} ${key.on_date}`)
    const found = await db
      .selectFrom('exception')
      .select(['slot_id', 'on_date'])
      .where('stek_id', '=', stekId)
      .where('slot_id', 'in', slots)
      .execute()
    // Who signed up since would be lost with the slot.
    for (const slotId of slots) if ((await daysWithPeople(tx, slotId, '0001-01-01')).length > 0) return true
    later.push(...found.filter(({ slot_id, on_date }) => !own.includes(`${slot_id} ${on_date}`)))
  }
  if (sites.length > 0) {
    later.push(
      ...(await db
        .selectFrom('room')
        .select('room_id')
        .where('stek_id', '=', stekId)
        .where('site_id', 'in', sites)
        .where('room_id', 'not in', known('room', 'room_id'))
        .limit(1)
        .execute()),
    )
    later.push(
      ...(await db
        .selectFrom('closure')
        .select('closure_id')
        .where('stek_id', '=', stekId)
        .where('site_id', 'in', sites)
        .limit(1)
        .execute()),
    )
  }
  return later.length > 0
}

/** The changes after another one that were not undone, about the same offer or about none; oldest first. */
export const laterChanges = async (tx: Tx, stekId: string, than: ChangeTold, offerId: string | null): Promise<ChangeTold[]> =>
  (
    await changes(tx, stekId)
      .where('change.happened_at', '>=', than.happenedAt.toString() as unknown as Temporal.Instant)
      .where('change.change_id', '!=', than.changeId)
      .where('change.undone_at', 'is', null)
      .where((of) => of.or([of('change.offer_id', '=', offerId), of('change.offer_id', 'is', null)]))
      .orderBy('change.happened_at')
      .limit(5)
      .execute()
  ).flatMap(told)
