import type { Book, Screen } from './book.ts'

/** One thing that is known or not: a screen with one answer is one fact, one with several gives a fact per option. */
export type Fact = { id: string; screen: number; answers: readonly string[] }

/** Every fact of a book, and which of them belong to each screen. */
export type Facts = { all: readonly Fact[]; at: ReadonlyMap<string, number>; ofScreen: readonly (readonly number[])[] }

const TICKED = ['no', 'yes'] as const

const factsOfScreen = (screen: Screen, index: number): Fact[] =>
  screen.kind === 'one'
    ? [{ id: screen.id, screen: index, answers: screen.options }]
    : screen.options.map((option) => ({ id: `${screen.id}.${option}`, screen: index, answers: TICKED }))

/** The facts of a book, in the order of its screens. */
export function factsOf({ screens }: Pick<Book, 'screens'>): Facts {
  const all = screens.flatMap(factsOfScreen)
  const at = new Map(all.map(({ id }, index) => [id, index]))
  const ofScreen = screens.map((_, screen) => all.flatMap((fact, index) => (fact.screen === screen ? [index] : [])))
  return { all, at, ofScreen }
}

/** What is known of one household: per fact 0 for nothing, else the number of its answer counted from 1. */
export type State = Uint8Array

/** What somebody chose on one screen: options, or null for "I would rather not say". */
export type Chosen = { screen: string; options: readonly string[] | null }

/** The state that answers make; the order of the answers makes no difference, and not saying is the same as not having been asked. */
export function stateOf(book: Pick<Book, 'screens'>, facts: Facts, answers: readonly Chosen[]): State {
  const state = new Uint8Array(facts.all.length)
  for (const { screen, options } of answers) {
    const index = book.screens.findIndex(({ id }) => id === screen)
    const asked = book.screens[index]
    if (!asked || options === null) continue
    for (const fact of facts.ofScreen[index] ?? []) {
      const { id, answers: possible }: Pick<Fact, 'id' | 'answers'> = facts.all[fact] ?? { id: '', answers: [] }
      if (asked.kind === 'one') state[fact] = possible.indexOf(options[0] ?? '') + 1
      else state[fact] = options.includes(id.slice(screen.length + 1)) ? 2 : 1
    }
  }
  return state
}

/** Every way a screen can be answered, for looking ahead: each option, or for several at once none and each one alone. */
export function possibleAnswers(screen: Screen): readonly (readonly string[])[] {
  const each = screen.options.map((option) => [option])
  return screen.kind === 'one' ? each : [[], ...each]
}
