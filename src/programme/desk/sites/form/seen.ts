import { isDeepStrictEqual } from 'node:util'
import { type Typed, typedList, typedText } from '../../../../ui/fields.tsx'

/** A form as it was made, to be carried along unseen; so that saving can tell what somebody else changed since. */
export const carrySeen = (shown: Typed): string => JSON.stringify(shown)

const isTyped = (read: unknown): read is Typed =>
  typeof read === 'object' && read !== null && Object.values(read).every((value) => typeof value === 'string')

/** What the form showed when it was made; undefined when it does not say, and then nothing counts as seen. */
export function seenIn(typed: Typed): Typed | undefined {
  try {
    const read: unknown = JSON.parse(typedText(typed, 'gezien'))
    return isTyped(read) ? read : undefined
  } catch {
    return undefined
  }
}

/** Whether two forms say the same in all these fields. */
export const sameIn = (fields: readonly string[], one: Typed, other: Typed): boolean =>
  fields.every((field) => isDeepStrictEqual(typedList(one, field), typedList(other, field)))
