import { conditionItems } from './conditions.ts'
import { contextItems } from './context.ts'
import { functionItems } from './functions.ts'
import type { Item } from './item.ts'
import { practiceItems } from './practice.ts'

const items = [...functionItems, ...conditionItems, ...practiceItems, ...contextItems] as const

/** The id of an item of the model, as `MEET-5`; an id that is not in the model does not compile. */
export type ModelId = (typeof items)[number]['id']

/** One item of the model with a known id. */
export interface ModelItem extends Item {
  readonly id: ModelId
}

/**
 * The whole model in its own order: functions, conditions, practice, context; 45 items.
 * @source "Aan de slag met model de STEK in plattelandscontext", SAAMO provincie Antwerpen, 30-11-2023; the words are ours
 */
export const model: readonly ModelItem[] = items

/** True when the text is exactly an id of the model. */
export const isModelId = (text: string): text is ModelId => items.some((item) => item.id === text)
