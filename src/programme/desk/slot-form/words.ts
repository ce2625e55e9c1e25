import type { T, TextKey } from '../../../ui/words.ts'
import type { Board } from '../../board/board.ts'
import type { FieldWords } from '../changing/merge.ts'
import { rhythmOptions, roomOptions } from './fields.tsx'

/** How the form of a fixed moment calls a field and says a value. */
export const slotWords = (t: T, board: Board): FieldWords => ({
  label: (field) => t(`desk.slot.label.${field}` as TextKey),
  words: (field, [value = '']) => {
    if (field === 'howOften') return rhythmOptions(t, value || undefined).find((option) => option.value === value)?.words ?? value
    if (field === 'room') return roomOptions(board).find((option) => option.value === value)?.words ?? t('desk.slot.noRoom')
    return field === 'alone' || field.startsWith('pauses') ? t(value ? 'desk.yes' : 'desk.no') : value
  },
})
