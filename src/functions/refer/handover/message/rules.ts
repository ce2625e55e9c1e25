import type { RoleKind } from '../../../../place/person/rules.ts'
import { type Finding, findingsIn } from '../../../../platform/privacy-guard/guard.ts'
import { lengthOf, type Refusal, refuseIf } from '../../../../programme/forms/refusal.ts'

/** Who may ask somebody for a consent: not a volunteer, who knows everybody. */
export const askers = ['community-worker', 'coordinator', 'partner-worker'] as const
export type AskedAs = (typeof askers)[number]

/** The role in which somebody asks, of those the person has in the stek. */
export const askedAs = (kinds: readonly RoleKind[]): AskedAs | undefined => askers.find((one) => kinds.includes(one))

/** As much as is told in half a minute; more belongs in a talk. */
export const MOST_SENTENCES = 8
export const MOST_CHARACTERS = 600

/** The sentences of a text, one by one, so that each can be answered with yes or no. */
export const sentencesIn = (text: string): string[] =>
  text
    .split(/\n+|(?<=[.!?؟])\s+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean)

/** What never goes along, whoever says yes: numbers with which others look somebody up. */
const never: readonly Finding[] = ['national-number', 'iban']

/** What in a sentence is worth a second thought, as a phone number of the person. */
export const worthAThought = (sentence: string): boolean => findingsIn(sentence).length > 0

/** What stands in the way of a message that was typed. */
export function refusalsOfText(text: string): readonly Refusal[] {
  const found = findingsIn(text)
  const count = sentencesIn(text).length
  return [
    ...refuseIf(count === 0, { field: 'text', key: 'handover-desk.wrong.empty' }),
    ...refuseIf(lengthOf(text) > MOST_CHARACTERS, { field: 'text', key: 'handover-desk.wrong.long', values: { most: MOST_CHARACTERS } }),
    ...refuseIf(count > MOST_SENTENCES, { field: 'text', key: 'handover-desk.wrong.many', values: { most: MOST_SENTENCES } }),
    ...refuseIf(
      never.some((one) => found.includes(one)),
      { field: 'text', key: 'handover-desk.wrong.number' },
    ),
  ]
}

/** The answers of the second page. */
export type ConsentDraft = { yes: readonly boolean[]; readable: string; given: string; agreed: boolean }

/** What stands in the way of the consent: without a yes to a sentence and a yes to the whole nothing goes along. @source REFER-4 */
export const refusalsOfConsent = ({ yes, readable, given, agreed }: ConsentDraft): readonly Refusal[] => [
  ...refuseIf(!yes.includes(true), { field: 'zin1', key: 'handover-desk.wrong.noYes' }),
  ...refuseIf(readable !== 'once' && readable !== 'until', { field: 'readable', key: 'handover-desk.wrong.readable' }),
  ...refuseIf(given !== 'spoken' && given !== 'written', { field: 'given', key: 'handover-desk.wrong.given' }),
  ...refuseIf(!agreed, { field: 'agreed', key: 'handover-desk.wrong.agreed' }),
]
