import type { Typed } from '../../ui/fields.tsx'
import { typedText } from '../../ui/fields.tsx'

/** Where a form stands: looked at before saving, saved, or back to typing. */
export type Step = 'look' | 'save' | 'back'

/** Which button sent the form; without one (a key on an old phone) it is looked at first. */
export const stepOf = (typed: Typed): Step => {
  const step = typedText(typed, 'step')
  return step === 'save' || step === 'back' ? step : 'look'
}

/** How often the row had been saved when the form was made; 0 when it was not there yet. */
export const revisionOf = (typed: Typed): number => {
  const text = typedText(typed, 'revisie')
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}
