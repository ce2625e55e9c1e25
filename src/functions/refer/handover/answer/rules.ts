import { type Barrier, barriers, type Handover, type Outcome, outcomes, PUT_RIGHT_IN_HOURS } from '../handover.ts'
import type { AnswerDraft } from './form.ts'

/** An answer that can be kept. */
export type Answer = { outcome: Outcome; barrier: Barrier | null; passedToId: string | null }

const isOutcome = (text: string): text is Outcome => outcomes.some((one) => one === text)
const isBarrier = (text: string): text is Barrier => barriers.some((one) => one === text)

/** The answer as it can be kept, or which field still needs a choice; what belongs to another answer is left out. */
export function judgeAnswer(
  { outcome, barrier, naar }: Pick<AnswerDraft, 'outcome' | 'barrier' | 'naar'>,
  serviceIds: readonly string[],
): { answer: Answer } | { wrong: 'outcome' | 'barrier' } {
  if (!isOutcome(outcome)) return { wrong: 'outcome' }
  if (outcome !== 'no-help')
    return { answer: { outcome, barrier: null, passedToId: outcome === 'passed-on' && serviceIds.includes(naar) ? naar : null } }
  return isBarrier(barrier) ? { answer: { outcome, barrier, passedToId: null } } : { wrong: 'barrier' }
}

/** Whether the service can still answer: nothing was said, "not yet" was, or a last answer of less than a day ago is put right. */
export const mayAnswer = (
  { outcome, answeredAt, keptAt }: Pick<Handover, 'outcome' | 'answeredAt' | 'keptAt'>,
  now: Temporal.Instant,
): boolean =>
  keptAt === null &&
  (outcome === null ||
    outcome === 'not-yet' ||
    answeredAt === null ||
    Temporal.Instant.compare(answeredAt.add({ hours: PUT_RIGHT_IN_HOURS }), now) > 0)
