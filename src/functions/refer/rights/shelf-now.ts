import type { House } from '../../../platform/http/house.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { traceOf } from '../../../platform/log/log.ts'
import { dayOf } from '../../../programme/board/clock.ts'
import { wordsIn } from '../../../ui/words-in.ts'
import type { Sayings } from './ask/sayings.ts'
import type { Shelf } from './book/meaning.ts'
import { bookOn } from './book/on-day.ts'
import { filesOnDisk, readShelf } from './book/read.ts'
import { sayingsOn } from './book/say.ts'
import { withEditions } from './editions/apply.ts'
import type { Edition } from './editions/edition.ts'
import { editionsOf } from './editions/queries.ts'
import { type Compiled, compile } from './engine/compile.ts'

/** The rights as they are in force on a day: ready to be asked, and what is said of them in each language. */
export type InForce = { day: string; shelf: Shelf; compiled: Compiled; sayings(language: Language): Sayings }

let onDisk: Shelf | undefined

/** The files of the disk, read once by this process; a file that does not fit throws with its name and line. */
export const shelfOnDisk = (): Shelf => {
  onDisk ??= readShelf(filesOnDisk())
  return onDisk
}

/** Makes a shelf ready for a day; what is said in a language only when somebody reads it. */
export function inForceOn(house: House, shelf: Shelf, day: string): InForce {
  const said = new Map<Language, Sayings>()
  return {
    day,
    shelf,
    compiled: compile(bookOn(shelf, day)),
    sayings(language) {
      const known = said.get(language) ?? sayingsOn(shelf, day, language, wordsIn(house, language))
      said.set(language, known)
      return known
    },
  }
}

/** So long an answer may be given without asking anew which editions there are; the house looks at its other numbers as often. */
export const LOOK_AGAIN_IN_MILLISECONDS = 400

type Made = { key: string; editions: readonly Edition[]; readAt: number; inForce: InForce }
const made = new WeakMap<House['database'], Made>()

/** After publishing: the next answer of this process asks anew. */
export function forgetEditions({ database }: Pick<House, 'database'>): void {
  const last = made.get(database)
  if (last) made.set(database, { ...last, readAt: Number.NEGATIVE_INFINITY })
}

/**
 * The rights as they are in force now. Which editions there are is asked again after 400 ms at most, so that no process misses for longer
 * what another published; making them ready is done once per change and day. When the database is away, what was in force last goes on,
 * or the files alone.
 */
export async function rightsNow(house: House): Promise<InForce> {
  const day = dayOf(house.clock.now(), house.settings.timeZone)
  const last = made.get(house.database)
  const fresh = last && performance.now() - last.readAt < LOOK_AGAIN_IN_MILLISECONDS
  const readAt = fresh ? last.readAt : performance.now()
  const editions = fresh
    ? last.editions
    : await house.database.reading(null, editionsOf).catch((thrown: unknown) => {
        house.log.warn({ ...traceOf(thrown) }, 'the editions of rights could not be read')
        return last?.editions ?? []
      })
  const key = `${day} ${editions.map(({ rightId, number }) => `${rightId}:${number}`).join(' ')}`
  if (last?.key === key) {
    made.set(house.database, { ...last, readAt })
    return last.inForce
  }
  const inForce = inForceOn(house, withEditions(shelfOnDisk(), editions, day), day)
  made.set(house.database, { key, editions, readAt, inForce })
  return inForce
}
