import { openApp, uploads } from './app.tsx'
import { loadReferDemo } from './functions/refer/demo/load.ts'
import { warmSearch } from './functions/refer/guide/search/find.ts'
import { loadGuide } from './functions/refer/guide/start-set/load.ts'
import { openJobKinds } from './jobs.ts'
import { personByEmail } from './place/person/queries.ts'
import { makeSetUpLink, setUpIsNeeded } from './place/person/set-up/link.ts'
import { makeSignInLink } from './place/person/sign-in/link.ts'
import { readVersions } from './place/stek/queries.ts'
import { stoppedClock, systemClock } from './platform/clock/clock.ts'
import { identifiers } from './platform/clock/identifiers.ts'
import { ClearFailure } from './platform/config/clear-failure.ts'
import type { Settings } from './platform/config/settings.ts'
import { type Connection, clientOf, poolOf } from './platform/database/connection.ts'
import { type Database, openDatabase } from './platform/database/door.ts'
import { startEmbedded } from './platform/database/embedded/supervisor.ts'
import { sayWall } from './platform/database/login/said.ts'
import { raiseWall, type Wall } from './platform/database/login/wall.ts'
import { migrate } from './platform/database/migrate.ts'
import { connectOwner } from './platform/database/portable/owner.ts'
import type { House } from './platform/http/house.ts'
import { PageCache } from './platform/http/page-cache.ts'
import { commonHeaders } from './platform/http/security.ts'
import { listen as listenOnPort } from './platform/http/server.ts'
import { listen as listenToDatabase, Versions } from './platform/http/versions.ts'
import { openTexts } from './platform/i18n/texts.ts'
import { openJobs } from './platform/jobs/jobs.ts'
import { openLog } from './platform/log/log.ts'
import { openKeys } from './platform/secrets/keys.ts'
import { demoRoles, loadDemoWorld } from './programme/demo-world/load.ts'

/** A house that is open: where it listens, and how to close it. */
export type Running = { port: number; house: House; stop(): Promise<void> }

/**
 * Opens the whole house: database, migrations, demo world, jobs, pages. `say` gets the lines for who started it.
 * Throws a ClearFailure for everything the starter can mend; what was opened before is closed again.
 */
export async function startHouse(settings: Settings, options: { demoWorld: boolean; say(line: string): void }): Promise<Running> {
  const closing: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close()
  }
  try {
    const connection = await findDatabase(settings, closing)
    const clock = settings.now ? stoppedClock(settings.now) : systemClock
    const { secret, loaded, wall } = await prepare(connection, options.demoWorld, clock.now())
    if (loaded) options.say('The demo world is loaded: two STEKs in the Noorderkempen.')

    if (!wall.stands) options.say(`${sayWall(wall)}.`)

    const pool = poolOf(wall.connection)
    const versions: Versions = new Versions((steks) => readVersions(database)(steks))
    const database = openDatabase(pool, (stekId) => versions.forget(stekId))
    closing.push(() => database.close())
    versions.start()
    const stopListening = listenToDatabase(
      () => clientOf(wall.connection, 'stek-listen'),
      'stek_changed',
      () => void versions.look(),
    )
    closing.push(async () => {
      versions.stop()
      await stopListening()
    })

    const log = openLog(settings.logLevel)
    const pages = new PageCache(versions, () => clock.now().epochMilliseconds, commonHeaders(settings.baseUrl))
    const house: House = {
      settings,
      clock,
      newId: identifiers(),
      database,
      pages,
      log,
      texts: openTexts(),
      secret,
      keys: openKeys(settings.keysFolder),
    }
    const jobs = openJobs(house, { kinds: openJobKinds(house) })
    await jobs.start()
    closing.push(() => jobs.stop())

    const server = await listenOnPort(settings.port, pages, openApp(house).fetch, uploads)
    closing.push(() => server.stop())
    setImmediate(warmSearch)
    const address = settings.baseUrl.replace(/:0$/, `:${server.port}`)
    options.say(`Stek is open at ${address}`)
    await sayLinks(database, address, clock.now(), options.say)
    return { port: server.port, house, stop }
  } catch (thrown) {
    await stop()
    throw thrown
  }
}

async function findDatabase(settings: Settings, closing: (() => Promise<void>)[]): Promise<Connection> {
  if (settings.databaseUrl) return { connectionString: settings.databaseUrl }
  const embedded = await startEmbedded({ folder: settings.dataFolder })
  closing.push(() => embedded.stop())
  return embedded.connection
}

/**
 * All that needs the owner of the tables: migrates, raises the wall behind which the program works from then on, loads the demo world into an
 * empty house when asked, and reads what the installation keeps for itself. A house once begun empty stays so.
 */
async function prepare(
  connection: Connection,
  demoWorld: boolean,
  now: Temporal.Instant,
): Promise<{ secret: Uint8Array; loaded: boolean; wall: Wall }> {
  const owner = await connectOwner(connection, 'stek-migrate')
  try {
    await migrate(owner)
    const wall = await raiseWall(owner, connection)
    const isEmpty = (await owner.query('select from stek limit 1')).rowCount === 0
    if (isEmpty && !demoWorld) await owner.query('update installation set began_empty_at = coalesce(began_empty_at, $1)', [now.toString()])
    const { rows } = await owner.query<{ secret: Buffer; began_empty_at: Temporal.Instant | null }>(
      'select secret, began_empty_at from installation',
    )
    const installation = rows[0]
    if (!installation) throw new ClearFailure('The database is not whole: the row of the installation is gone. Restore a backup.')
    const loads = isEmpty && installation.began_empty_at === null
    if (loads) {
      await loadDemoWorld(owner, now)
      const newId = identifiers(() => now.epochMilliseconds)
      await loadGuide(owner, newId)
      await loadReferDemo(owner, newId, now)
    }
    return { secret: installation.secret, loaded: loads, wall }
  } finally {
    await owner.end()
  }
}

/** One line per demo role with a one-time link; for an empty house the link to set it up. */
async function sayLinks(database: Database, address: string, now: Temporal.Instant, say: (line: string) => void): Promise<void> {
  if (await setUpIsNeeded(database)) {
    say(`Set up your STEK (one-time link, 7 days): ${address}${await makeSetUpLink(database, now)}`)
    return
  }
  const links: string[] = []
  for (const { role, email } of demoRoles) {
    const person = await personByEmail(database, email)
    if (person) links.push(`Aanmelden als ${role}: ${address}${await makeSignInLink(database, person.personId, now)}`)
  }
  for (const line of links) say(line)
}
