import type { Typed } from '../../../ui/fields.tsx'
import type { T } from '../../../ui/words.ts'
import type { Board } from '../../board/board.ts'
import { slotOfRow, typedSlot } from '../../slot/columns.ts'
import { slotFields } from '../../slot/form.ts'
import { nextPlanned } from '../../slot/rules.ts'
import type { Meanwhile } from '../changing/meanwhile.ts'
import { mergeTyped } from '../changing/merge.ts'
import { rowAsItWas } from '../changing/was.ts'
import type { Merged } from '../three-steps.tsx'
import { slotWords } from './words.ts'

/** A form about a fixed moment put on top of what somebody else saved meanwhile, field by field. */
export function mergeSlot(t: T, board: Board, typed: Typed, meanwhile: Meanwhile, today: string): Merged {
  const was = rowAsItWas(meanwhile)
  const asTyped = (row: Record<string, unknown>) => {
    const slot = slotOfRow(row)
    return typedSlot(slot, nextPlanned({ ...slot, slotId: '', offerId: '', siteId: '' }, today) ?? slot.startsOn)
  }
  return mergeTyped(typed, was && asTyped(was), asTyped(meanwhile.now), slotFields, slotWords(t, board))
}
