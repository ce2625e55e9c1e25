import { unmarked } from '../../ui/dutch.ts'
import type { T, TextKey } from '../../ui/words.ts'

/** The reasons that the desk gives in one tap; they are kept in Dutch, as everything that is typed, and said in every language. */
const known: readonly TextKey[] = ['programme.reasons.weather']

const bare = (text: string): string =>
  unmarked(text)
    .trim()
    .replace(/[.!]+$/, '')
    .toLowerCase()

/** A reason in the language of the page when it is one we know, else undefined: then it stays as somebody typed it. @source MEET-3 */
export function knownReason(t: T, reason: string): string | undefined {
  const key = known.find((one) => bare(t(one, { lng: 'nl' })) === bare(reason))
  return key && t(key)
}
