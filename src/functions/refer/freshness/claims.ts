import type { ModelId } from '../../../model/model.ts'

/** What the model asks that keeping the guide right upholds; each has a test whose name begins with its id. */
export const claims: readonly ModelId[] = ['REFER-3']
