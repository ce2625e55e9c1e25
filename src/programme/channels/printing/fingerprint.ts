import { createHash } from 'node:crypto'
import type { Board } from '../../board/board.ts'
import { plusDays } from '../../board/clock.ts'
import { REMEMBERED, type StandingLine, standingLinesOf } from '../flyer/standing.ts'

/** Digits and letters that nobody takes for one another when a number is read from paper (Crockford's base 32, in small letters). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Whether a text is written as a fingerprint; what comes in with an address is checked first. */
export const isFingerprint = (text: string): boolean => /^[0-9a-hjkmnp-tv-z]{8}$/.test(text)

/** Which papers are right: the fingerprint of the one printed now, and those of older ones on which nothing is wrong or missing. */
export type RightPaper = { current: string; right: ReadonlySet<string> }

/**
 * The fingerprints of the papers that are right today. A fingerprint is eight characters that change when something on the paper changes,
 * the same in every language and every size. Paper also stays right when all that happened is that days went by: a line for one date or for a
 * period that is over does no harm. `board` must be read for `paperWindow(today)`; older paper is not recognised.
 */
export function rightPaper(board: Board, today: string, zone: string): RightPaper {
  const linesOn = standingLinesOf(board, today, zone)
  const head = headOf(board)
  const keys = new Map<StandingLine, string>()
  const keysOn = (day: string) => linesOn(day).map((line) => keys.get(line) ?? remember(keys, line))
  const now = keysOn(today)
  const current = fingerprintOf(head, now)
  const right = new Set([current])
  let last = now
  for (let back = 1; back <= REMEMBERED; back += 1) {
    const then = keysOn(plusDays(today, -back))
    if (isSame(then, last)) continue
    last = then
    const had = new Set(then)
    if (now.every((key) => had.has(key))) right.add(fingerprintOf(head, then))
  }
  return { current, right }
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((key, at) => key === other[at])

function remember(keys: Map<StandingLine, string>, line: StandingLine): string {
  const key = keyOf(line)
  keys.set(line, key)
  return key
}

/** What the paper says of a line, whatever the language and the day it is printed. */
function keyOf({ slot, offer, weekday, startTime, endTime, siteId, onlyOn }: StandingLine): string {
  const { title, functions, whoYouMeet, priceInCents, pays, takingPart, confidential } = offer
  const rhythm = onlyOn ?? [slot.pattern, slot.everyWeeks, slot.nth, slot.startsOn, slot.endsOn, slot.pausesInSchoolHolidays]
  return JSON.stringify([
    weekday,
    startTime,
    endTime,
    siteId,
    rhythm,
    title,
    functions,
    whoYouMeet,
    pays === 'amount' ? priceInCents : pays,
    takingPart,
    confidential,
  ])
}

/** What the paper says beside the programme. */
const headOf = ({ stek, sites }: Board): string =>
  JSON.stringify([
    [stek.name, stek.municipality, stek.welcome, stek.phone],
    sites.map(({ name, street, town, directions, bus, stepFree }) => [name, street, town, directions, bus, stepFree]),
  ])

/** The first 40 bits of a SHA-256 as eight characters. */
function fingerprintOf(head: string, keys: readonly string[]): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([head, keys]))
    .digest()
  let bits = BigInt(`0x${hash.subarray(0, 5).toString('hex')}`)
  let written = ''
  for (let character = 0; character < 8; character += 1) {
    written = ALPHABET.charAt(Number(bits & 31n)) + written
    bits >>= 5n
  }
  return written
}
