/** The four functions of a stek, in the order of the model (chapter 3.3.1). */
export type FunctionCode = 'meet' | 'learn' | 'refer' | 'politicise'

/** The four conditions of a stek, in the order of the model (chapter 3.3.2). */
export type ConditionCode = 'accessible' | 'collaborate' | 'participate' | 'autonomy'

/**
 * Who can keep the promise: the software, only people, or both together.
 * `people` is about trust and warmth: the software makes room for it, and no test says that it is there.
 */
export type UpheldBy = 'code' | 'people' | 'both'

/** One thing the model asks of a stek, before its id is known as a literal; the list of all of them is `model`. */
export interface Item {
  /** The group in capitals and a number from 1, as `MEET-1`; never given to another item once used. */
  readonly id: string
  readonly kind: 'function' | 'condition' | 'practice' | 'context'
  /** The function or condition it belongs to; practice and context are a group of their own. */
  readonly group: FunctionCode | ConditionCode | 'practice' | 'context'
  /** One or two short Dutch sentences of our own: never a sentence of the source. */
  readonly dutch: string
  /** The same in one English line, for who reads the code. */
  readonly english: string
  /** Chapters of the source, as `3.3.1` or `4.1, 4.2`. */
  readonly chapter: string
  readonly upheldBy: UpheldBy
  /** What the software does for it, in one English sentence; it may still have to be built. */
  readonly software: string
}
