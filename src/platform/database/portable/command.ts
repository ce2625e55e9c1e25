import { ClearFailure } from '../../config/clear-failure.ts'
import { readSettings, type Settings } from '../../config/settings.ts'

/**
 * Runs one command of the operations with the settings and the words typed after it, and ends with the code it returns, or
 * with 1 and one plain sentence when it fails. Ctrl-C ends it at once; what was half made is tidied.
 */
export function runCommand(work: (settings: Settings, words: readonly string[]) => Promise<number>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
  run(work).then(
    (code) => process.exit(code),
    (thrown: unknown) => {
      if (thrown instanceof ClearFailure) console.error(thrown.message)
      else console.error('Stek stopped because of a mistake in the program.', thrown)
      process.exit(1)
    },
  )
}

const run = async (work: (settings: Settings, words: readonly string[]) => Promise<number>): Promise<number> =>
  work(readSettings(process.env), process.argv.slice(2))

/** The one file name typed after a command. Throws a ClearFailure that shows how to type it when there is none, or more. */
export function onlyFile(words: readonly string[], command: string): string {
  const [file, ...more] = words
  if (!file || file.startsWith('-') || more.length > 0)
    throw new ClearFailure(`Say which file: npm run ${command} -- stek-2026-11-24.backup`)
  return file
}
