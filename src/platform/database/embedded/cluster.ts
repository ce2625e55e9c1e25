import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { ClearFailure } from '../../config/clear-failure.ts'
import type { Binaries } from './binaries.ts'
import { failureFromWords, inPlainWords } from './failures.ts'
import { flushFolder } from './flush.ts'
import type { Identity } from './identity.ts'
import { entranceTo, type Place } from './place.ts'
import { OWNER } from './server-settings.ts'

/** Nothing of the surroundings reaches the server except where programs and libraries are; its words stay English. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  ...(process.env.LD_LIBRARY_PATH ? { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH } : {}),
  LC_ALL: 'C',
})

/**
 * Makes the database files when they are not there: under another name first, so that half a job is never taken for a whole.
 * Throws a ClearFailure when they are of another major version, belong to another user, or when the disk is full.
 */
export async function prepareCluster(place: Place, binaries: Binaries): Promise<void> {
  try {
    if (existsSync(join(place.cluster, 'PG_VERSION'))) checkCluster(place, binaries)
    else await makeCluster(place, binaries)
  } catch (thrown) {
    throw inPlainWords(thrown, place.folder)
  }
}

function checkCluster({ cluster, folder, identity }: Place, { major }: Binaries): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found !== major) {
    throw new ClearFailure(
      `The data folder ${folder} was made with PostgreSQL ${found}; this version of Stek carries PostgreSQL ${major}. Make a backup with the old version ("npm run backup -- FILE") and restore it into a new data folder.`,
    )
  }
  const { uid } = lstatSync(cluster)
  if (identity && uid === 0) giveTree(cluster, identity)
  if (!identity && uid !== process.getuid?.()) {
    throw new ClearFailure(
      `The database in ${folder} belongs to another user (number ${uid}). Start Stek as that user, or choose another folder with STEK_DATA.`,
    )
  }
  chmodSync(cluster, 0o700) // what was copied or mounted often comes with bits PostgreSQL refuses
}

/** Files that root copied back are given to the server's user. */
function giveTree(folder: string, identity: NonNullable<Identity>): void {
  lchownSync(folder, identity.uid, identity.gid)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) giveTree(path, identity)
    else lchownSync(path, identity.uid, identity.gid)
  }
}

async function makeCluster(place: Place, binaries: Binaries): Promise<void> {
  if (existsSync(place.cluster) && readdirSync(place.cluster).length > 0) {
    throw new ClearFailure(
      `The folder ${place.cluster} holds files but no database. Move them away, or choose another folder with STEK_DATA.`,
    )
  }
  const fresh = `${place.cluster}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  if (place.identity) chownSync(fresh, place.identity.uid, place.identity.gid)
  const entrance = entranceTo(fresh, place.folder, place.identity)
  try {
    const { code, said } = await runInitdb(binaries.initdb, entrance.argument, entrance.handle, place.identity)
    if (code !== 0) throw failureFromWords(said, place.folder, `what initdb said: ${said.trim().split('\n').at(-1)}`)
  } catch (thrown) {
    rmSync(fresh, { recursive: true, force: true })
    throw thrown
  } finally {
    if (entrance.handle !== undefined) closeSync(entrance.handle)
  }
  renameSync(fresh, place.cluster)
  flushFolder(place.folder)
}

function runInitdb(
  initdb: string,
  argument: string,
  handle: number | undefined,
  identity: Identity,
): Promise<{ code: number | null; said: string }> {
  const words = [
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=nl-BE',
    '--auth-local=trust',
    '--auth-host=reject',
    '--no-instructions',
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, ['-D', argument, '-U', OWNER, ...words], {
      ...identity,
      cwd: '/',
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe', ...(handle === undefined ? [] : [handle])],
    })
    let said = ''
    const keep = (chunk: Buffer) => {
      said += chunk.toString()
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.once('error', (thrown) => reject(cannotRun(initdb, thrown)))
    child.once('close', (code) => resolve({ code, said }))
  })
}

/** The sentence for a program of PostgreSQL that the system refuses to run. */
export const cannotRun = (program: string, thrown: Error): ClearFailure =>
  new ClearFailure(
    `The embedded database cannot be run on this machine (${program}: ${thrown.message}). Set TMPDIR to a folder from which programs may run, or use a PostgreSQL server of your own with DATABASE_URL.`,
    { cause: thrown },
  )
