import { traceOf } from './log.ts'

/**
 * When something was thrown that nobody caught, the program says where in our code and ends with 1. Without this, Node would print the
 * message, which may hold what people typed: "duplicate key" repeats it.
 */
export function sayLastWordsWithoutWhatWasTyped(): void {
  process.on('uncaughtException', (thrown) => {
    console.error('Stek stopped because of a mistake in the program.', JSON.stringify(traceOf(thrown)))
    process.exit(1)
  })
}
