import { createHash } from 'node:crypto'
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ClearFailure } from '../../config/clear-failure.ts'
import { isReachable, type RunsAs } from './binaries.ts'

/** Where everything of one embedded database is. */
export type Folders = {
  /** What the settings call the data folder. */
  data: string
  /** The database cluster itself. */
  cluster: string
  /** Holds the socket; mode 700. */
  socket: string
  /** What PostgreSQL has to say. */
  log: string
  /** A socket that is listened on as long as an app uses the folder. */
  lock: string
}

/** Unix sockets have at most 107 bytes of path; '.s.PGSQL.5432' and a slash take 14 of them. */
const SOCKET_ROOM = 107 - 14 - 8

const short = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 16)

/** Makes the folders of a data folder, owned by the user PostgreSQL runs as. Throws a ClearFailure when that may not be. */
export function makeFolders(data: string, as: RunsAs): Folders {
  try {
    mkdirSync(data, { recursive: true })
    accessSync(data, constants.W_OK)
  } catch (thrown) {
    throw new ClearFailure(`The data folder ${data} cannot be used (${codeOf(thrown)}). Choose another one: STEK_DATA=/some/folder npm start`)
  }
  const cluster = clusterOf(data, as)
  const inside = join(data, 'socket')
  const socket = Buffer.byteLength(inside) <= SOCKET_ROOM && isReachable(data, as) ? inside : join(tmpdir(), `stek-${short(data)}`)
  for (const folder of [cluster, socket]) own(folder, as)
  return { data, cluster, socket, log: join(cluster, 'stek-server.log'), lock: join(socket, 'app') }
}

/**
 * The folder of the cluster. As root, inside a closed home folder, the user PostgreSQL runs as could not come near it:
 * then it lies under /var/lib, and a note in the data folder says where.
 */
function clusterOf(data: string, as: RunsAs): string {
  const note = join(data, 'database-is-in')
  if (existsSync(note)) return readFileSync(note, 'utf8').trim()
  const inside = join(data, 'database')
  if (existsSync(inside) || isReachable(data, as)) return inside
  const outside = join('/var/lib', `stek-${short(data)}`)
  writeFileSync(note, `${outside}\n`)
  return outside
}

function own(folder: string, as: RunsAs): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { uid } = statSync(folder)
    if (as && uid !== as.uid) chownSync(folder, as.uid, as.gid)
    if (!as && uid !== process.getuid?.()) throw new ClearFailure(`${folder} belongs to another user. Choose another data folder: STEK_DATA=/some/folder npm start`)
    chmodSync(folder, 0o700)
  } catch (thrown) {
    if (thrown instanceof ClearFailure) throw thrown
    throw new ClearFailure(`The folder ${folder} cannot be made ready (${codeOf(thrown)}). Choose another data folder: STEK_DATA=/some/folder npm start`)
  }
}

/** The short code of a system error, such as EACCES. */
export const codeOf = (thrown: unknown): string => (typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : 'unknown reason')
