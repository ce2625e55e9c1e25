import { ClearFailure } from './platform/config/clear-failure.ts'
import { readSettings } from './platform/config/settings.ts'
import { sayLastWordsWithoutWhatWasTyped } from './platform/log/last-words.ts'
import { startHouse } from './start.ts'

/** Runs until it is told to stop, and then stops app and database cleanly. A second Ctrl-C does not wait. */
async function main(): Promise<void> {
  const settings = readSettings(process.env)
  let stopping = false
  const starting = startHouse(settings, { demoWorld: !process.argv.includes('--empty'), say: (line) => console.log(line) })
  // Also told to stop while it is still starting: then it stops as soon as there is something whole to stop.
  const stop = () => {
    if (stopping) return
    stopping = true
    console.log('Stopping …')
    starting
      .then((running) => running.stop())
      .then(
        () => process.exit(0),
        (thrown: unknown) => fail(thrown),
      )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  await starting
}

function fail(thrown: unknown): never {
  if (thrown instanceof ClearFailure) console.error(thrown.message)
  else console.error('Stek stopped because of a mistake in the program.', thrown)
  process.exit(1)
}

sayLastWordsWithoutWhatWasTyped()
main().catch(fail)
