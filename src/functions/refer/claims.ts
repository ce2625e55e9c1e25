import type { ModelId } from '../../model/model.ts'

/** What the model asks that this module upholds; each has a test whose name begins with its id. */
export const claims: readonly ModelId[] = ['REFER-1', 'REFER-3', 'REFER-4', 'REFER-5', 'POLITICISE-3']
