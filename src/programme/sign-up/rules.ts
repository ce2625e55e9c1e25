import type { Moment } from '../moments/moment.ts'

/** What a worker decided about taking part in an offer; the same for each of its moments. */
export type Terms = {
  capacity: number
  /** Places that only the desk gives away. */
  keptForDesk: number
  closesHoursBefore: number
  meetingPoint: string
  whatToBring: string
  seats: number | null
}

/** What was typed to sign up or to change it. */
export type Asked = { name: string; people: number | undefined; phone: string; email: string }

/** What stands in the way, by field; the words are in `joining.wrong`. */
export type Wrong = 'name' | 'nameLong' | 'people' | 'phone' | 'email' | 'nationalNumber' | 'full'

/** How many people one sign-up can be for. */
export const MOST_PEOPLE = 8

/** Whether a visitor can still sign up for a moment, or why not. The desk can until the moment ends. */
export function standingOf(moment: Pick<Moment, 'startsAt' | 'endsAt' | 'cancellation'>, terms: Terms, now: Temporal.Instant): Standing {
  if (moment.cancellation) return 'cancelled'
  if (Temporal.Instant.compare(moment.endsAt, now) <= 0) return 'over'
  return Temporal.Instant.compare(moment.startsAt.subtract({ hours: terms.closesHoursBefore }), now) > 0 ? 'open' : 'closed'
}

/** How a moment stands to signing up: open, closed for visitors, over, or it does not happen. */
export type Standing = 'open' | 'closed' | 'over' | 'cancelled'

const NATIONAL = /(?<!\d)(\d{2})[ .\-/]?(\d{2})[ .\-/]?(\d{2})[ .\-/]?(\d{3})[ .\-/]?(\d{2})(?!\d)/g

/**
 * Whether a text holds what looks like a Belgian national number: eleven digits whose check number is right (royal decree of 3 April 1984,
 * art. 2; 97 minus the rest of the first nine, with a 2 in front for who was born after 1999).
 * A phone number with its country in front is none.
 */
export const looksLikeNationalNumber = (text: string): boolean =>
  [...text.matchAll(NATIONAL)].some(([whole, ...groups]) => {
    if (/(?:\+|\b00)\s?$/.test(text.slice(0, text.indexOf(whole)))) return false
    const digits = groups.slice(0, 5).join('')
    const check = Number(digits.slice(9))
    return [digits.slice(0, 9), `2${digits.slice(0, 9)}`].some((first) => 97 - (Number(first) % 97) === check)
  })

/** Eleven digits in a row, however they are set apart: never part of a name. */
const manyDigits = (text: string): boolean => text.replace(/\D/g, '').length >= 6

/** What stands in the way of what was typed; empty when nothing does. Who comes says a name of their own choice, and nothing else is asked. */
export function wrongIn(asked: Asked): Partial<Record<keyof Asked, Wrong>> {
  const { name, people, phone, email } = asked
  const wrong: Partial<Record<keyof Asked, Wrong>> = {}
  if (name === '') wrong.name = 'name'
  else if (looksLikeNationalNumber(name) || manyDigits(name)) wrong.name = 'nationalNumber'
  else if ([...name].length > 40) wrong.name = 'nameLong'
  if (people === undefined || people < 1 || people > MOST_PEOPLE) wrong.people = 'people'
  if (looksLikeNationalNumber(phone)) wrong.phone = 'nationalNumber'
  else if (phone !== '' && (!/^[+\d][\d ./()-]{5,28}$/.test(phone) || phone.replace(/\D/g, '').length < 6)) wrong.phone = 'phone'
  if (looksLikeNationalNumber(email)) wrong.email = 'nationalNumber'
  else if (email !== '' && (email.length > 200 || !/^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(email))) wrong.email = 'email'
  return wrong
}

/** Whether so many people could ever get a place: a visitor not those that only the desk gives. More would hold up who waits behind. */
export const couldFit = (people: number, terms: Terms, byDesk: boolean): boolean =>
  people <= terms.capacity - (byDesk ? 0 : terms.keptForDesk)

/** Whether a name has a family name with it: two words or more. A first name is enough; who presses again keeps what was typed. */
export const hasFamilyName = (name: string): boolean => name.split(/\s+/).filter(Boolean).length > 1
