import { stekById } from '../../../place/stek/queries.ts'
import type { Actor, Tx } from '../../../platform/database/door.ts'
import type { House } from '../../../platform/http/house.ts'
import type { Board } from '../../board/board.ts'
import { dayOf, plusDays } from '../../board/clock.ts'
import { boardOf } from '../../board/queries.ts'
import type { Refusal } from '../../forms/refusal.ts'
import { lockOffers } from '../../rooms/queries.ts'
import { PROMISED_DAYS } from '../../rooms/rules.ts'
import type { ProgrammeTables } from '../../tables.ts'
import { ChangedSince, NotThere, Writer } from './images.ts'
import { ChangedMeanwhile, type Meanwhile } from './meanwhile.ts'
import { RoomTaken, settleRooms } from './settle-rooms.ts'

/** Thrown to stop a change halfway, with what has to be different. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[]

  constructor(refusals: readonly Refusal[]) {
    super()
    this.refusals = refusals
  }
}

/** Who changes what: `offerIds` are held still meanwhile ('all' for what touches the whole stek). */
export type Change = {
  stekId: string
  actor: Actor
  changeId: string
  kind: string
  offerId?: string
  offerIds: readonly string[] | 'all'
  /** The change only gives rooms free, so that it is never refused for a room. */
  frees?: boolean
  /** How far ahead must be looked to show what it does; a year and a month when left out. */
  lookUntil?: string
}

/** How a change ended. */
export type Outcome =
  | { state: 'done' }
  | { state: 'refused'; refusals: readonly Refusal[] }
  | { state: 'meanwhile'; meanwhile: Meanwhile }
  | { state: 'changedSince' }
  | { state: 'notThere' }

/** What the work of a change is given. */
export type Bench = { tx: Tx; write: Writer; today: string; now: Temporal.Instant }

type Work = (bench: Bench) => Promise<void>

/** Thrown to leave no trace after looking what a change would do. */
class Looked extends Error {
  readonly board: Board

  constructor(board: Board) {
    super()
    this.board = board
  }
}

const TRIES = 4
const codeOf = (thrown: unknown): string => (typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : '')
/** Somebody was a moment faster: exclusion 23P01, unique 23505, deadlock 40P01, serialization 40001. Looking again tells what to say. */
const OVERTAKEN = new Set(['23P01', '23505', '40P01', '40001'])
/** Row security said no (42501), or what a row points at is gone (23503). */
const NOT_THEIRS = new Set(['42501', '23503'])

function endOf(thrown: unknown): Outcome | undefined {
  if (thrown instanceof Refused || thrown instanceof RoomTaken) return { state: 'refused', refusals: thrown.refusals }
  if (thrown instanceof ChangedMeanwhile) return { state: 'meanwhile', meanwhile: thrown.meanwhile }
  if (thrown instanceof ChangedSince) return { state: 'changedSince' }
  if (thrown instanceof NotThere || NOT_THEIRS.has(codeOf(thrown))) return { state: 'notThere' }
  return undefined
}

/**
 * Carries out a change in one transaction: holds the offers, works, keeps what it was so that it can be undone, and keeps
 * the promises of rooms in step. A form that was carried out already (same `changeId`) is done once and ends the same way.
 * When somebody was a moment faster it starts over and so sees what they did.
 */
export const carryOut = (house: House, change: Change, work: Work): Promise<Outcome> =>
  untilNotOvertaken(house, change, (tx) => attempt(tx, house, change, work))

/** The same for undoing: every offer is held still, nothing new is kept as a change, rooms are looked at again. */
export const carryBack = (house: House, who: Pick<Change, 'stekId' | 'actor'>, work: Work): Promise<Outcome> =>
  untilNotOvertaken(house, who, async (tx) => {
    const { write } = await workAt(tx, house, { ...who, offerIds: 'all' }, work)
    await settleRooms(tx, house, who, write.images)
  })

async function untilNotOvertaken(
  house: House,
  { actor, stekId }: Pick<Change, 'stekId' | 'actor'>,
  work: (tx: Tx) => Promise<void>,
): Promise<Outcome> {
  for (let tried = 1; ; tried += 1) {
    try {
      await house.database.inStek(actor, stekId, work)
      return { state: 'done' }
    } catch (thrown) {
      const end = endOf(thrown)
      if (end) return end
      if (!OVERTAKEN.has(codeOf(thrown))) throw thrown
      if (tried >= TRIES) return { state: 'refused', refusals: [{ field: 'room', key: 'desk.wrong.overtaken' }] }
    }
  }
}

async function attempt(tx: Tx, house: House, change: Change, work: Work): Promise<void> {
  const { stekId, changeId, kind, offerId } = change
  const now = house.clock.now()
  const first = await tx
    .withTables<ProgrammeTables>()
    .insertInto('change')
    .values({
      stek_id: stekId,
      change_id: changeId,
      person_id: change.actor.personId,
      happened_at: now.toString(),
      kind,
      offer_id: offerId ?? null,
      images: '[]',
      undone_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('change_id')
    .executeTakeFirst()
  if (!first) return
  const bench = await workAt(tx, house, change, work)
  const images = JSON.stringify(bench.write.images)
  await tx
    .withTables<ProgrammeTables>()
    .updateTable('change')
    .set({ images })
    .where('stek_id', '=', stekId)
    .where('change_id', '=', changeId)
    .execute()
  await settleRooms(tx, house, change, bench.write.images)
}

async function workAt(tx: Tx, house: House, change: Pick<Change, 'stekId' | 'offerIds'>, work: Work): Promise<Bench> {
  const now = house.clock.now()
  const bench = { tx, write: new Writer(tx, change.stekId), now, today: dayOf(now, house.settings.timeZone) }
  if (change.offerIds === 'all') await lockOffers(tx, change.stekId)
  else if (change.offerIds.length > 0) {
    const held = await lockOffers(tx, change.stekId, change.offerIds)
    if (held.length < new Set(change.offerIds).size) throw new NotThere()
  }
  await work(bench)
  return bench
}

/** Does what {@link carryOut} does and takes it all back, to show what visitors would see: the board of the coming 400 days, or why not. */
export async function rehearse(house: House, change: Change, work: Work): Promise<Outcome | { state: 'looked'; board: Board }> {
  try {
    return await house.database.inStek(change.actor, change.stekId, async (tx): Promise<never> => {
      const { write, today } = await workAt(tx, house, change, work)
      await settleRooms(tx, house, change, write.images)
      const stek = await stekById(tx, change.stekId)
      if (!stek) throw new NotThere()
      const year = plusDays(today, PROMISED_DAYS)
      const until = change.lookUntil && change.lookUntil > year ? change.lookUntil : year
      throw new Looked(await boardOf(tx, stek, { from: today, until }))
    })
  } catch (thrown) {
    if (thrown instanceof Looked) return { state: 'looked', board: thrown.board }
    const end = endOf(thrown)
    if (end) return end
    if (OVERTAKEN.has(codeOf(thrown))) return { state: 'refused', refusals: [{ field: 'room', key: 'desk.wrong.overtaken' }] }
    throw thrown
  }
}
