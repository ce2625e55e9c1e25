import { createHash } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ClearFailure } from '../../config/clear-failure.ts'
import { codeOf } from './failures.ts'
import { type Identity, mayPass } from './identity.ts'
import { type Place, privateFolder } from './place.ts'
import { PORT } from './server-settings.ts'

const FILE = `.s.PGSQL.${PORT}`

/** The shortest limit among our systems: 104 bytes with a closing zero (macOS); Linux has 108. */
const LIMIT = 103

const fits = (folder: string) => Buffer.byteLength(join(folder, FILE)) <= LIMIT

/** The folder of the socket, and how to tidy up after the server is gone. */
export type SocketFolder = { path: string; tidy(): void }

/**
 * Makes the private folder of the socket: inside the data folder, or, when its path is too long for a socket or the server's
 * user may not pass there, a short one under the temporary folder with a name made from the data folder's path.
 * Call it only when no server of this data folder runs: a socket left behind is removed.
 * Throws a ClearFailure when that short name is taken by somebody else.
 */
export function makeSocketFolder(place: Place): SocketFolder {
  const inside = join(place.folder, 'socket')
  const nearby = fits(inside) && mayPass(place.folder, place.identity)
  const path = nearby ? inside : shortFolder(place)
  if (nearby) privateFolder(inside, place.identity)
  else ownFolder(path, place.identity)
  for (const left of [FILE, `${FILE}.lock`]) rmSync(join(path, left), { force: true })
  return { path, tidy: () => nearby || rmSync(path, { recursive: true, force: true }) }
}

function shortFolder({ folder, identity }: Place): string {
  const name = `stek-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const roof = [tmpdir(), '/tmp'].find((roof) => fits(join(roof, name)) && mayPass(roof, identity))
  if (!roof)
    throw new ClearFailure(
      'There is no temporary folder with a short path for the database socket. Set TMPDIR, or choose a shorter STEK_DATA.',
    )
  return join(roof, name)
}

/** The temporary folder is open to everybody: what is there already must be ours and closed to others. */
function ownFolder(path: string, identity: Identity): void {
  try {
    mkdirSync(path, { mode: 0o700 })
    if (identity) chownSync(path, identity.uid, identity.gid)
  } catch (thrown) {
    if (codeOf(thrown) !== 'EEXIST') throw thrown
  }
  const { uid, mode } = lstatSync(path)
  const owner = identity?.uid ?? process.getuid?.()
  if (!lstatSync(path).isDirectory() || uid !== owner || mode & 0o077) {
    throw new ClearFailure(
      `The folder ${path} is needed for the database socket, but it belongs to somebody else. Remove it, or choose a shorter STEK_DATA.`,
    )
  }
}
