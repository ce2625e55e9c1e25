import type { Compiled } from '../engine/compile.ts'
import type { Chosen } from '../engine/facts.ts'
import { nextScreen, QUESTIONS_BEFORE_RESULT } from '../engine/order.ts'

/** What comes out of the form of a step: earlier answers in order, the question that was open, what was chosen, and which button. */
export type Sent = { answers: readonly string[]; screen: string; options: readonly string[]; doing: string }

/** What is shown now, with the answers so far in the order they were given. */
export type Shown = { answers: readonly Chosen[] } & (
  | { kind: 'step'; screen: string; chosen: readonly string[]; refused: boolean }
  | { kind: 'result' }
  | { kind: 'aloud' }
)

const UNSAID = '-'

/** An answer as a hidden field carries it: `children:2`, `situation:leefloon,igo`, `situation:` for none of these, `income:-` for unsaid. */
export const written = ({ screen, options }: Chosen): string => `${screen}:${options === null ? UNSAID : options.join(',')}`

/** The answer of a question, or undefined when it is no answer of this book. */
function chosenOf({ book }: Compiled, screen: string, options: readonly string[]): Chosen | undefined {
  const asked = book.screens.find(({ id }) => id === screen)
  if (!asked || options.some((option) => !asked.options.includes(option))) return undefined
  if (asked.kind === 'one' && options.length !== 1) return undefined
  return { screen, options: asked.options.filter((option) => options.includes(option)) }
}

/** Reads the hidden fields; what is no answer of this book is left out, and of two answers to one question the last counts. */
export function answersIn(compiled: Compiled, texts: readonly string[]): Chosen[] {
  const found = new Map<string, Chosen>()
  for (const text of texts) {
    const [screen = '', options = ''] = text.split(':')
    const known = compiled.book.screens.some(({ id }) => id === screen)
    const answer =
      options === UNSAID ? known && { screen, options: null } : chosenOf(compiled, screen, options === '' ? [] : options.split(','))
    if (!answer) continue
    found.delete(screen)
    found.set(screen, answer)
  }
  return [...found.values()]
}

const step = (answers: readonly Chosen[], screen: string, chosen: readonly string[] = [], refused = false): Shown => ({
  kind: 'step',
  answers,
  screen,
  chosen,
  refused,
})

/** The next question, or the result: after eight questions once, and when no question can change anything any more. */
function onwards(compiled: Compiled, answers: readonly Chosen[], pause: boolean): Shown {
  const screen = nextScreen(compiled, answers)
  return screen === undefined || (pause && answers.length === QUESTIONS_BEFORE_RESULT) ? { kind: 'result', answers } : step(answers, screen)
}

/** The answer to an earlier question opened again, its answer taken out. */
function reopened(answers: readonly Chosen[], screen: string): Shown {
  const rest = answers.filter((one) => one.screen !== screen)
  return step(rest, screen, answers.find((one) => one.screen === screen)?.options ?? [])
}

/**
 * What one press of a button leads to. The whole state is in what was sent, so the server keeps nothing, and the browser can do the very
 * same without it. Unknown buttons and answers of an older book lead to the next question.
 */
export function move(compiled: Compiled, sent: Sent): Shown {
  const before = answersIn(compiled, sent.answers).filter(({ screen }) => screen !== sent.screen)
  const { doing, screen } = sent
  const asked = compiled.book.screens.find(({ id }) => id === screen)
  const last = before.at(-1)
  if (doing === 'terug') return last ? reopened(before, last.screen) : onwards(compiled, [], false)
  if (doing === 'lees') return { kind: 'aloud', answers: before }
  if (doing === 'meer') return onwards(compiled, before, false)
  const change = doing.startsWith('wijzig:') ? doing.slice(7) : undefined
  if (change !== undefined && before.some((one) => one.screen === change)) return reopened(before, change)
  const answer = asked && chosenOf(compiled, screen, sent.options)
  const chose = answer && (asked.kind === 'one' || sent.options.length > 0)
  if (doing === 'toon') return { kind: 'result', answers: chose ? [...before, answer] : before }
  if (asked && doing === 'niet') return onwards(compiled, [...before, { screen, options: null }], true)
  if (asked && !answer) return step(before, screen, [], true)
  return answer ? onwards(compiled, [...before, answer], true) : onwards(compiled, before, false)
}
