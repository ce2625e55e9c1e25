import { pino } from 'pino'
import type { Settings } from '../config/settings.ts'

/** Where the program writes what happened: events, durations, ids. Never headers, form fields, names or addresses of people. */
export type Log = {
  info(event: Record<string, string | number | boolean | null>, what: string): void
  warn(event: Record<string, string | number | boolean | null>, what: string): void
  error(event: Record<string, string | number | boolean | null>, what: string): void
}

/** A log on standard output at the given level, one JSON line per event. */
export const openLog = (level: Settings['logLevel']): Log => pino({ level, base: null })

// A stack begins with name and message as they were when it was thrown; a message may hold lines that look like places.
function placesIn({ stack = '', message }: Error): string {
  const said = message === '' ? 0 : stack.indexOf(message)
  return said < 0 ? '' : stack.slice(said + message.length)
}

/** What may be written about a thrown value: its class, code and the places in our code; never its message, which may hold what people typed. */
export function traceOf(thrown: unknown): { error: string; code: string; at: string } {
  if (!(thrown instanceof Error)) return { error: typeof thrown, code: '', at: '' }
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : ''
  const at = placesIn(thrown)
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6)
    .map((line) => line.trim().replace(/file:\/\/.*\/(src|node_modules)\//, '$1/'))
    .join(' | ')
  return { error: thrown.name, code, at }
}
