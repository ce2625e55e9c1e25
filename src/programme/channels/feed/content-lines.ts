import { dateOfDay } from '../../../platform/calendar/day-number.ts'

/** The octets a line of a calendar file may have, its end not counted. @source RFC 5545, section 3.1 */
const MOST_OCTETS = 75

const ASCII = /^\p{ASCII}*$/u
/** The first 75 octets, then 74 each time after the space, as long as something follows. */
const ASCII_PIECES = /(^.{75}|(?<!^).{74})(?=.)/gs

const octetsOf = (codePoint: number): number => (codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4)

/** A line cut into pieces of at most 75 octets, each next one after a space; a character is never cut in two. @source RFC 5545, section 3.1 */
export function folded(line: string): string {
  if (ASCII.test(line)) return line.length <= MOST_OCTETS ? line : line.replace(ASCII_PIECES, '$1\r\n ')
  let whole = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0)
    if (octets + size > MOST_OCTETS) {
      whole += '\r\n '
      octets = 1
    }
    whole += character
    octets += size
  }
  return whole
}

/** A value of type TEXT: line breaks written as \n, other control characters left out, `\`, `;` and `,` escaped. @source RFC 5545, section 3.3.11 */
export const asText = (text: string): string =>
  text
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

/** A whole line with its end: `textLine('SUMMARY', 'soep, brood')` gives `SUMMARY:soep\, brood`. */
export const textLine = (name: string, text: string): string => `${folded(`${name}:${asText(text)}`)}\r\n`

/** A line whose value needs no escaping: a date, an address, a word of the standard. */
export const plainLine = (name: string, value: string): string => `${folded(`${name}:${value}`)}\r\n`

const MINUTE = 60_000
const DAY = 1440
const days = new Map<number, string>()
const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`)

/** A moment as `20261124T120000Z`, seconds left off; days are remembered because a year of moments names each of them often. @source RFC 5545, section 3.3.5, form 2 */
export function asUtc(instant: Temporal.Instant): string {
  const minutes = Math.floor(instant.epochMilliseconds / MINUTE)
  const day = Math.floor(minutes / DAY)
  const ofDay = minutes - day * DAY
  return `${days.get(day) ?? remember(day)}T${two(Math.floor(ofDay / 60))}${two(ofDay % 60)}00Z`
}

function remember(day: number): string {
  const written = dateOfDay(day).replaceAll('-', '')
  if (days.size >= 2000) days.clear()
  days.set(day, written)
  return written
}
