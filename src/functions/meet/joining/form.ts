import { z } from 'zod'
import { isId } from '../../../platform/clock/identifiers.ts'
import { line, ticked, whole } from '../../../programme/forms/typed.ts'

/** Whether a text is a day that exists, as in an address. */
export const isDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** What comes in when somebody signs up: a name of one's own choice, how many come, and where a message may go. */
export const joinForm = z.object({
  name: line,
  people: whole,
  phone: line,
  email: line.transform((typed) => typed.toLowerCase()),
  /** Made with the page: the same form sent twice is one sign-up. */
  sleutel: line.transform((typed) => (isId(typed) ? typed : undefined)),
  /** The name that was already called longer than needed. */
  gezien: line,
})

/** What comes in on the page of a sign-up: a change, or a withdrawal. */
export const changeForm = z.object({
  k: line,
  people: whole,
  phone: line,
  email: line.transform((typed) => typed.toLowerCase()),
  weg: ticked,
})

/** What a worker decides about taking part in an offer. */
export const termsForm = z.object({
  capacity: whole,
  kept: line,
  closes: whole,
  meetingPoint: line,
  bring: line,
  seats: line,
  outing: ticked,
  wheelchair: line,
  weather: line,
})
