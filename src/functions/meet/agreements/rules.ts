import { findingsIn } from '../../../platform/privacy-guard/guard.ts'
import { lengthOf, type Refusal } from '../../../programme/forms/refusal.ts'
import type { AgreementsDraft } from './form.ts'

const MOST_SENTENCES = 15
const LONGEST_SENTENCE = 140
const LONGEST_PLACE = 80

function refusalsOfSentences(field: string, sentences: readonly string[]): Refusal[] {
  const long = sentences.findIndex((sentence) => lengthOf(sentence) > LONGEST_SENTENCE)
  return [
    ...(sentences.length > MOST_SENTENCES
      ? [{ field, key: 'warmth.agreements.wrong.many', values: { count: sentences.length } } as const]
      : []),
    ...(long >= 0 ? [{ field, key: 'warmth.agreements.wrong.long', values: { line: long + 1 } } as const] : []),
    ...(sentences.some((sentence) => findingsIn(sentence).length > 0) ? [{ field, key: 'warmth.agreements.wrong.person' } as const] : []),
  ]
}

/** What stands in the way of keeping agreements: at most 15 sentences of 140 characters, translations line by line, no person in them. @source MEET-2 */
export function refusalsOfAgreements(draft: AgreementsDraft, today: string): Refusal[] {
  const { on, where, sentences } = draft
  const refusals = refusalsOfSentences('afspraken', sentences)
  if (on.typed !== '' && !on.date) refusals.push({ field: 'op', key: 'warmth.agreements.wrong.day' })
  if (on.date && on.date > today) refusals.push({ field: 'op', key: 'warmth.agreements.wrong.future' })
  if (lengthOf(where) > LONGEST_PLACE) refusals.push({ field: 'waar', key: 'warmth.agreements.wrong.where' })
  if (findingsIn(where).length > 0) refusals.push({ field: 'waar', key: 'warmth.agreements.wrong.person' })
  for (const [language, own] of Object.entries(draft.others)) {
    const field = `in-${language}`
    const values = { count: own.length, most: sentences.length }
    if (own.length !== sentences.length) refusals.push({ field, key: 'warmth.agreements.wrong.lines', values })
    refusals.push(...refusalsOfSentences(field, own))
  }
  return refusals
}
