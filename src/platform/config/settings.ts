import { join, resolve } from 'node:path'
import { z } from 'zod'
import { ClearFailure } from './clear-failure.ts'

/** Everything that can be set from outside, checked; each has a default. */
export type Settings = {
  port: number
  /** Absolute path of the folder that holds the embedded database and what belongs to it. */
  dataFolder: string
  /** Absolute path of the folder with the keys of messages: outside the database and every backup, shared by all processes. */
  keysFolder: string
  /** The address people type, without a slash at the end. */
  baseUrl: string
  /** A PostgreSQL server of your own; undefined means the embedded one. */
  databaseUrl: string | undefined
  /** Where mail goes out; undefined keeps mail in the visible outbox. */
  smtpUrl: string | undefined
  timeZone: string
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** A clock that stands still, for tests and demos. */
  now: string | undefined
}

const url = (name: string, schemes: readonly string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), {
    error: `${name} must be an address such as ${example}.`,
  })

const timeZone = z.string().refine(
  (text) => {
    try {
      Temporal.Now.zonedDateTimeISO(text)
      return true
    } catch {
      return false
    }
  },
  { error: 'STEK_TIME_ZONE must be a time zone such as Europe/Brussels.' },
)

const instant = z.string().refine(
  (text) => {
    try {
      return Boolean(Temporal.Instant.from(text))
    } catch {
      return false
    }
  },
  { error: 'STEK_NOW must be a moment such as 2026-11-24T13:30:00+01:00.' },
)

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'PORT must be a number from 0 to 65535.' })
    .transform(Number)
    .refine((port) => port <= 65535, { error: 'PORT must be a number from 0 to 65535.' })
    .default(3000),
  STEK_DATA: z.string().min(1).default('.stek'),
  STEK_KEYS: z.string().min(1).optional(),
  STEK_BASE_URL: url('STEK_BASE_URL', ['http:', 'https:'], 'https://stek.example.be').optional(),
  DATABASE_URL: url('DATABASE_URL', ['postgres:', 'postgresql:'], 'postgres://user:password@server/stek').optional(),
  SMTP_URL: url('SMTP_URL', ['smtp:', 'smtps:'], 'smtps://user:password@mail.example.be').optional(),
  STEK_TIME_ZONE: timeZone.default('Europe/Brussels'),
  STEK_LOG: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], { error: 'STEK_LOG must be silent, error, warn, info or debug.' })
    .default('info'),
  STEK_NOW: instant.optional(),
})

/**
 * The settings from the environment; an empty variable counts as not set.
 * Throws a ClearFailure with one sentence per wrong setting. Values are not repeated: they may hold a password.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = schema.safeParse(given)
  if (!read.success) throw new ClearFailure(read.error.issues.map((issue) => issue.message).join('\n'))
  const set = read.data
  return {
    port: set.PORT,
    dataFolder: resolve(set.STEK_DATA),
    keysFolder: set.STEK_KEYS ? resolve(set.STEK_KEYS) : join(resolve(set.STEK_DATA), 'sleutels'),
    baseUrl: (set.STEK_BASE_URL ?? `http://localhost:${set.PORT}`).replace(/\/+$/, ''),
    databaseUrl: set.DATABASE_URL,
    smtpUrl: set.SMTP_URL,
    timeZone: set.STEK_TIME_ZONE,
    logLevel: set.STEK_LOG,
    now: set.STEK_NOW,
  }
}
