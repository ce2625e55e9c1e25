import type { Compiled } from './compile.ts'
import type { State } from './facts.ts'

/** Of a list of things that may fit, each fits this often in a simulated household. */
const TICKED = 0.15

/** A row of numbers between 0 and 1 that is the same for the same seed. */
function numbers(seed: number): () => number {
  let at = seed >>> 0 || 1
  return () => {
    at ^= at << 13
    at ^= at >>> 17
    at ^= at << 5
    return (at >>> 0) / 4_294_967_296
  }
}

/**
 * Fills `state` again and again with a household that answers every question, the same row for the same seed. Made up: every answer is as
 * likely as another, so it shows which answers a change touches, never how many people.
 */
export function simulatedHouseholds({ facts, book }: Compiled, seed: number): (state: State) => void {
  const next = numbers(seed)
  const kinds = facts.all.map(({ screen, answers }) => ({ many: book.screens[screen]?.kind === 'many', size: answers.length }))
  return (state) => {
    for (let fact = 0; fact < kinds.length; fact += 1) {
      const { many, size } = kinds[fact] as { many: boolean; size: number }
      state[fact] = many ? (next() < TICKED ? 2 : 1) : 1 + Math.floor(next() * size)
    }
  }
}
