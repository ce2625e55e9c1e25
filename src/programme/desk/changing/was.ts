import type { Row } from './images.ts'
import type { Meanwhile } from './meanwhile.ts'

/** A row as it was when the form was made, as far as the changes since remember; undefined when none of them does. */
export const rowAsItWas = ({ now, changed }: Meanwhile): Row | undefined =>
  Object.keys(changed).length === 0
    ? undefined
    : { ...now, ...Object.fromEntries(Object.entries(changed).map(([column, { was }]) => [column, was])) }
