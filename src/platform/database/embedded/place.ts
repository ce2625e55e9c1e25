import { chmodSync, chownSync, constants, lstatSync, mkdirSync, openSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { ClearFailure } from '../../config/clear-failure.ts'
import { inPlainWords } from './failures.ts'
import { chooseIdentity, type Identity, mayPass } from './identity.ts'

/** Where everything of one data folder is, and who runs its server. */
export type Place = {
  /** The data folder, absolute, without symbolic links. */
  folder: string
  /** The database files. */
  cluster: string
  log: string
  lock: string
  connectionFile: string
  identity: Identity
}

/**
 * Makes the data folder when it is not there and says where its parts are.
 * A folder made by root may be passed by others, so that the server's own user reaches its files; those stay private.
 * Throws a ClearFailure when the folder cannot be made or belongs to somebody else.
 */
export function preparePlace(wanted: string): Place {
  try {
    if (mkdirSync(wanted, { recursive: true, mode: 0o700 }) && process.getuid?.() === 0) chmodSync(wanted, 0o711)
    const folder = realpathSync(wanted)
    if (!lstatSync(folder).isDirectory()) throw new ClearFailure(`The data folder ${wanted} cannot be made: a file is in its place.`)
    const cluster = join(folder, 'postgres')
    return {
      folder,
      cluster,
      log: join(folder, 'postgres.log'),
      lock: join(folder, 'lock'),
      connectionFile: join(folder, 'connection.json'),
      identity: chooseIdentity(cluster),
    }
  } catch (thrown) {
    throw inPlainWords(thrown, wanted)
  }
}

/** Makes a folder that only the server's user may enter; an existing one is made so. */
export function privateFolder(path: string, identity: Identity): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (identity) chownSync(path, identity.uid, identity.gid)
  chmodSync(path, 0o700)
}

/** How the server is told where its files are: a path, and the open folder that path leads to when it could not walk there. */
export type Entrance = { argument: string; handle: number | undefined }

/** The number under which the server finds the folder that was opened for it. */
const HANDLE = 3

/**
 * The way in to the database files. Where the server's user may not pass a folder above them (a home folder with mode 700),
 * root opens the folder itself and hands it over: on Linux `/proc/self/fd/3` leads to it without walking.
 * The caller closes the handle. Throws a ClearFailure where the system has no such door.
 */
export function entranceTo(cluster: string, folder: string, identity: Identity): Entrance {
  if (mayPass(folder, identity)) return { argument: cluster, handle: undefined }
  if (process.platform !== 'linux') {
    throw new ClearFailure(
      `PostgreSQL does not run as root, and user ${identity?.uid} may not enter ${folder}. Choose a folder with STEK_DATA that everybody may pass, or start Stek as a normal user.`,
    )
  }
  return { argument: `/proc/self/fd/${HANDLE}`, handle: openSync(cluster, constants.O_RDONLY | constants.O_DIRECTORY) }
}
