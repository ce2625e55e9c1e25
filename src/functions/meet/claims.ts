import type { ModelId } from '../../model/model.ts'

/** What the model asks that this module upholds; each has a test whose name begins with its id. */
export const claims: readonly ModelId[] = ['MEET-2', 'MEET-4', 'MEET-5', 'PRACTICE-9']
