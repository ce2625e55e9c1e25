import { isDeepStrictEqual } from 'node:util'
import { type Typed, typedList } from '../../../ui/fields.tsx'
import type { Difference } from '../parts.tsx'

/** How a form shows a field: what it is called, and what a typed value means in words. */
export type FieldWords = { label(field: string): string; words(field: string, value: readonly string[]): string }

/**
 * Brings a form up to date with what somebody else saved meanwhile. What this worker did not touch takes the new value;
 * what was typed stays as typed. `was` is the form as it was made (undefined when nobody remembers), `now` as it would be made now.
 */
export function mergeTyped(
  typed: Typed,
  was: Typed | undefined,
  now: Typed,
  fields: readonly string[],
  { label, words }: FieldWords,
): { typed: Typed; differences: Difference[] } {
  const merged: Record<string, string | readonly string[] | undefined> = { ...typed }
  const differences: Difference[] = []
  for (const field of fields) {
    const mine = valuesOf(typed, field)
    const theirs = valuesOf(now, field)
    const before = was && valuesOf(was, field)
    if (sameValues(before ?? mine, theirs)) continue
    const asked = field in typed
    const untouched = !asked || (before !== undefined && sameValues(mine, before))
    if (untouched && asked) merged[field] = theirs
    differences.push({
      label: label(field),
      was: before && words(field, before),
      now: words(field, theirs),
      typed: untouched ? undefined : words(field, mine),
    })
  }
  return { typed: merged, differences }
}

/** A browser sends line breaks as CR LF; what was stored has LF. */
const valuesOf = (form: Typed, field: string): string[] =>
  typedList(form, field)
    .map((value) => value.replaceAll('\r\n', '\n').trim())
    .filter((value) => value !== '')

const sameValues = (one: readonly string[], other: readonly string[]): boolean => isDeepStrictEqual([...one].sort(), [...other].sort())
