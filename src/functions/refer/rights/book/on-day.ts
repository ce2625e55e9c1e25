import type { Book, Right } from '../engine/book.ts'
import { bandsOf, meaningOf, optionsOf, type Shelf } from './meaning.ts'
import { inForce } from './periods.ts'

/**
 * What is asked and decided with on a day: of each right the rule that is in force then, amounts filled in. A right whose first rule begins
 * later is left out; an amount that begins later counts with its first value.
 */
export function bookOn(shelf: Shelf, day: string): Book {
  return {
    screens: shelf.screens.map(({ id, kind, options, bands, delicate }) => ({
      id,
      kind,
      options: optionsOf({ options, bands }),
      ...(bands ? { bands: bandsOf(bands) } : {}),
      ...(delicate ? { delicate } : {}),
    })),
    rights: shelf.rights.flatMap((right): Right[] => {
      const rule = inForce(right.rules, day)
      if (!rule) return []
      const within = { shelf, own: right, day, from: [right.id] }
      const ways = rule.ways.map(({ id, when }) => ({ id, when: meaningOf(when, within) }))
      return [
        { id: right.id, automatic: right.automatic, weight: right.weight, have: right.have ? meaningOf(right.have, within) : null, ways },
      ]
    }),
  }
}
