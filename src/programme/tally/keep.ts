import type { Actor } from '../../platform/database/door.ts'
import type { House } from '../../platform/http/house.ts'
import { dayOf } from '../board/clock.ts'
import { addEntries, type Kept, Outdated } from './adding.ts'
import { type Calendar, readCalendar } from './calendar.ts'
import { type Entry, type WhyNot, whyNotCounted } from './rules.ts'

/** Keeps entries of somebody who counts in a stek; answers only after they are safe on disk. Rejects when nothing of them is. */
export type Keep = (actor: Actor, stekId: string, entries: readonly Entry[]) => Promise<Kept>

type Waiting = { entries: readonly Entry[]; resolve(kept: Kept): void; reject(thrown: unknown): void }

const TRIES = 4
const MOST_IN_A_STATEMENT = 500

/**
 * Makes the one way in which counts come in. The programme of each stek is remembered as long as its version lasts, so that a tap costs
 * one statement; a moment that was cancelled meanwhile is seen, because the statement itself looks whether the version still holds.
 * What comes in of one person while a commit is under way goes together in the next one.
 */
export function openKeep(house: House): Keep {
  const calendars = new Map<string, Calendar>()
  const queues = new Map<string, Waiting[]>()

  const calendarOf = async (actor: Actor, stekId: string, today: string): Promise<Calendar> => {
    const known = calendars.get(stekId)
    if (known?.today === today) return known
    const read = await house.database.inStek(actor, stekId, (tx) => readCalendar(tx, stekId, today, house.settings.timeZone))
    calendars.set(stekId, read)
    return read
  }

  const add = async (actor: Actor, stekId: string, entries: readonly Entry[]): Promise<Kept> => {
    const now = house.clock.now()
    const today = dayOf(now, house.settings.timeZone)
    for (let tried = 1; ; tried += 1) {
      const calendar = await calendarOf(actor, stekId, today)
      const judged = entries.map((entry) => ({
        ...entry,
        why: whyNotCounted(calendar.moment(entry.slot, entry.date), today, entry.reason !== ''),
      }))
      try {
        return await house.database.inStek(actor, stekId, (tx) => addEntries(tx, stekId, judged, calendar.version, now))
      } catch (thrown) {
        if (!(thrown instanceof Outdated) || tried === TRIES) throw thrown
        calendars.delete(stekId)
      }
    }
  }

  const work = async (key: string, queue: Waiting[], actor: Actor, stekId: string): Promise<void> => {
    for (;;) {
      const together = takeTogether(queue)
      if (together.length === 0) break
      try {
        const first = firstOfEach(together)
        const answer = answerFor(first, await add(actor, stekId, [...first.values()]))
        for (const { entries, resolve } of together) resolve(answer(entries))
      } catch (thrown) {
        for (const { reject } of together) reject(thrown)
      }
    }
    queues.delete(key)
  }

  return (actor, stekId, entries) =>
    new Promise((resolve, reject) => {
      const key = `${stekId}/${actor.personId}`
      const waiting = { entries, resolve, reject }
      const queue = queues.get(key)
      if (queue) {
        queue.push(waiting)
        return
      }
      const own = [waiting]
      queues.set(key, own)
      void work(key, own, actor, stekId)
    })
}

function takeTogether(queue: Waiting[]): Waiting[] {
  let many = 0
  const end = queue.findIndex(({ entries }, nth) => {
    many += entries.length
    return nth > 0 && many > MOST_IN_A_STATEMENT
  })
  return queue.splice(0, end === -1 ? queue.length : end)
}

function firstOfEach(together: readonly Waiting[]): Map<string, Entry> {
  const first = new Map<string, Entry>()
  for (const { entries } of together) for (const entry of entries) if (!first.has(entry.entry)) first.set(entry.entry, entry)
  return first
}

/** Each asker gets the answer to the own entries. Of entries with one id the first counts; the others are refused when they differ. */
function answerFor(first: ReadonlyMap<string, Entry>, all: Kept): (entries: readonly Entry[]) => Kept {
  const kept = new Set(all.kept)
  const whys = new Map(all.refused.map(({ entry, why }) => [entry, why]))
  return (entries) => {
    const own: Kept = { kept: [], refused: [], counts: {} }
    for (const entry of entries) {
      const moment = `${entry.slot}/${entry.date}`
      const counts = all.counts[moment]
      if (counts) own.counts[moment] = counts
      const isFirst = JSON.stringify(first.get(entry.entry)) === JSON.stringify(entry)
      const why: WhyNot | undefined = isFirst ? whys.get(entry.entry) : 'other-content'
      if (why) own.refused.push({ entry: entry.entry, why })
      else if (kept.has(entry.entry)) own.kept.push(entry.entry)
    }
    own.kept = [...new Set(own.kept)]
    return own
  }
}
