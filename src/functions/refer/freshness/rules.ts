import { isDue, type Known, scoreOf, weeksOverdue } from './score.ts'

/** No stek is asked to look at more than this in one week, by mail and telephone together. @source REFER-3, peers 13 */
export const MOST_A_WEEK = 15
/** Spread over the working days. */
export const MOST_A_DAY = 3
/** An organisation gets at most so many questions a week. */
export const MOST_OF_ONE = 3
/** A question is open for so many days, and is not put again before. */
export const OPEN_IN_DAYS = 28
/** After so many mails without an answer somebody calls. */
export const MAILS_BEFORE_CALLING = 2

/** An entry that could be asked about, with what was asked since it was last looked at. */
export type Candidate = Known & {
  serviceId: string
  organisationId: string
  email: string | null
  /** The day it was last asked about, in whatever way. */
  lastAskedOn: string | null
  /** Mails since the last check that nobody answered. */
  unanswered: number
  /** An answer that waits for a worker. */
  waiting: boolean
}

/** A question to be put: by mail, or by a worker on the telephone. */
export type Question = { serviceId: string; way: 'mail' | 'phone' }

const daysSince = (date: string, today: string): number => Temporal.PlainDate.from(date).until(Temporal.PlainDate.from(today)).days

/** The Monday of the week of a day. */
export const mondayOf = (day: string): string => {
  const date = Temporal.PlainDate.from(day)
  return date.subtract({ days: date.dayOfWeek - 1 }).toString()
}

/**
 * Which entries are asked about today: those that are due and were not asked for four weeks, the longest overdue and poorest first; three a day on
 * working days, fifteen a week, three a week of one organisation. Without an address, or after two mails without an answer, somebody calls; while
 * fifteen calls wait no other one comes. `thisWeek` is what was asked since Monday, `calls` how many calls wait.
 */
export function questionsFor(
  candidates: readonly Candidate[],
  thisWeek: readonly { organisationId: string; askedOn: string }[],
  today: string,
  calls = 0,
): readonly Question[] {
  if (Temporal.PlainDate.from(today).dayOfWeek > 5) return []
  const ofOne = new Map<string, number>()
  for (const { organisationId } of thisWeek) ofOne.set(organisationId, (ofOne.get(organisationId) ?? 0) + 1)
  const room = Math.min(MOST_A_WEEK - thisWeek.length, MOST_A_DAY - thisWeek.filter(({ askedOn }) => askedOn === today).length)
  const due = candidates
    .filter((one) => isDue(one, today) && !one.waiting && (one.lastAskedOn === null || daysSince(one.lastAskedOn, today) >= OPEN_IN_DAYS))
    .map((one) => ({ ...one, weeks: weeksOverdue(one, today), score: scoreOf(one, today).score }))
    .sort((one, other) => other.weeks - one.weeks || one.score - other.score || one.serviceId.localeCompare(other.serviceId))
  const questions: Question[] = []
  for (const one of due) {
    if (questions.length >= room) break
    const asked = ofOne.get(one.organisationId) ?? 0
    if (asked >= MOST_OF_ONE) continue
    const way = one.email && one.unanswered < MAILS_BEFORE_CALLING ? 'mail' : 'phone'
    if (way === 'phone' && calls >= MOST_A_WEEK) continue
    if (way === 'phone') calls += 1
    ofOne.set(one.organisationId, asked + 1)
    questions.push({ serviceId: one.serviceId, way })
  }
  return questions
}
