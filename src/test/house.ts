import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { readVersions } from '../place/stek/queries.ts'
import type { Clock } from '../platform/clock/clock.ts'
import { identifiers } from '../platform/clock/identifiers.ts'
import type { Settings } from '../platform/config/settings.ts'
import { type Connection, poolOf } from '../platform/database/connection.ts'
import { openDatabase } from '../platform/database/door.ts'
import { raiseWall } from '../platform/database/login/wall.ts'
import type { House } from '../platform/http/house.ts'
import { PageCache } from '../platform/http/page-cache.ts'
import { commonHeaders } from '../platform/http/security.ts'
import { Versions } from '../platform/http/versions.ts'
import { openTexts } from '../platform/i18n/texts.ts'
import type { Log } from '../platform/log/log.ts'
import { openKeys } from '../platform/secrets/keys.ts'
import { freshDatabase } from './database.ts'

/** A clock that stands still until a test moves it. */
export type MovableClock = Clock & {
  /** Sets the moment (ISO 8601 with offset, or an Instant); backwards is allowed. */
  moveTo(moment: string | Temporal.Instant): void
  /** Lets time pass; a day is 24 hours. */
  pass(time: { days?: number; hours?: number; minutes?: number; seconds?: number }): void
}

/** A house for one test file: real database of its own, silent log, a clock that stands still. */
export type TestHouse = {
  house: House
  clock: MovableClock
  versions: Versions
  /** Where the database is, as its owner. */
  connection: Connection
  /** The same, as the program works with it; for another process. */
  login: Connection
  /** A connection of the database's owner, whom row security does not bind. */
  owner: pg.Client
  close(): Promise<void>
}

/** A Tuesday in the autumn of the demo world, 9 in the morning in Brussels. */
export const aTuesdayMorning = '2026-11-24T09:00:00+01:00'

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }

/** A clock standing at `start`. */
export function movableClock(start: string): MovableClock {
  let moment = Temporal.Instant.from(start)
  return {
    now: () => moment,
    moveTo: (to) => {
      moment = Temporal.Instant.from(to)
    },
    pass: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      moment = moment.add({ hours: days * 24 + hours, minutes, seconds })
    },
  }
}

/** Opens a house on a fresh, empty, migrated database. `settings` and `log` replace the quiet ones; close it after the tests. */
export async function testHouse(options: { now?: string; settings?: Partial<Settings>; log?: Log } = {}): Promise<TestHouse> {
  const fresh = await freshDatabase()
  const owner = await fresh.ownerClient()
  const clock = movableClock(options.now ?? aTuesdayMorning)
  const { connection: login } = await raiseWall(owner, fresh.connection)
  const pool = poolOf(login, 4)
  const keysFolder = mkdtempSync(join(tmpdir(), 'stek-keys-'))
  const settings: Settings = {
    port: 0,
    dataFolder: '',
    keysFolder,
    baseUrl: 'http://localhost',
    databaseUrl: undefined,
    smtpUrl: undefined,
    timeZone: 'Europe/Brussels',
    logLevel: 'silent',
    now: undefined,
    ...options.settings,
  }
  const database = openDatabase(pool, (stekId) => versions.forget(stekId))
  const versions = new Versions(readVersions(database))
  const milliseconds = () => clock.now().epochMilliseconds
  const house: House = {
    settings,
    clock,
    newId: identifiers(milliseconds),
    database,
    pages: new PageCache(versions, milliseconds, commonHeaders(settings.baseUrl)),
    log: options.log ?? silent,
    texts: openTexts(),
    secret: randomBytes(32),
    keys: openKeys(settings.keysFolder),
  }
  return {
    house,
    clock,
    versions,
    connection: fresh.connection,
    login,
    owner,
    close: async () => {
      versions.stop()
      await owner.end()
      await database.close()
      await fresh.drop()
      rmSync(keysFolder, { recursive: true, force: true })
    },
  }
}
