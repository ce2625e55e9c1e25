import type { T, TextKey } from '../../../ui/words.ts'
import type { FieldWords } from '../changing/merge.ts'
import { placeOptions, type Subject } from './subject.ts'

/** How the form of a moment calls a field and says a value. */
export const momentWords = (t: T, subject: Pick<Subject, 'board' | 'slot'>): FieldWords => ({
  label: (field) => t((field === 'start' || field === 'end' ? `desk.slot.label.${field}` : `desk.moment.label.${field}`) as TextKey),
  words: (field, [value = '']) =>
    (field === 'place' ? placeOptions(subject).find((option) => option.value === value)?.words : undefined) ?? value,
})
