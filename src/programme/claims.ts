import type { ModelId } from '../model/model.ts'

/** What the model asks that this module upholds; each has a test whose name begins with its id. */
export const claims: readonly ModelId[] = ['MEET-2', 'MEET-3', 'MEET-5', 'LEARN-1', 'LEARN-5', 'CONTEXT-3', 'CONTEXT-5']
