import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Connection } from '../connection.ts'

/** The user as whom the program works, and the owner it belongs to. */
export type Login = {
  name: string
  owner: string
  /** Null where the address of the database brought none. */
  password: string | null
  /** The same server, reached as this user. */
  connection: Connection
  /** The major version of the server. */
  version: number
}

/** PostgreSQL cuts names at 63 bytes; two owners must never meet in one cut name. */
const LONGEST = 40

/**
 * The login that belongs to the user of a connected client. Name and password are worked out, never kept: every process with the same
 * address gets the same ones, and a new password of the address gives a new one here.
 */
export async function loginOf(owner: pg.Client, connection: Connection): Promise<Login> {
  const { rows } = await owner.query<{ user: string; version: number }>(
    `select session_user::text as user, current_setting('server_version_num')::int / 10000 as version`,
  )
  const { user = '', version = 0 } = rows[0] ?? {}
  const fits = Buffer.byteLength(user) <= LONGEST
  const name = `stek_login_${fits ? user : createHash('sha256').update(user).digest('hex').slice(0, LONGEST)}`
  // What the driver used in the end: of the address, of PGPASSWORD, or of the file with passwords.
  const password = owner.password ? derived(owner.password, name) : null
  return { name, owner: user, password, connection: as(connection, name, password), version }
}

const derived = (password: string, name: string): string =>
  createHmac('sha256', password).update(`stek: the login ${name}`).digest('base64url')

function as(connection: Connection, user: string, password: string | null): Connection {
  if (!('connectionString' in connection)) return { ...connection, user }
  const url = new URL(connection.connectionString)
  // The driver reads these two before those in front of the server's name, which an address of a socket cannot have.
  url.searchParams.set('user', user)
  if (password !== null) url.searchParams.set('password', password)
  return { connectionString: url.href }
}

const ROUNDS = 4096

/**
 * What the server keeps of a password (ASCII), so that the password itself never stands in a statement, nor in a log of the server.
 * @source RFC 5802 and RFC 7677 (SCRAM-SHA-256), in the form PostgreSQL stores it
 */
export function verifierOf(password: string, salt = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, ROUNDS, 32, 'sha256')
  const keyed = (word: string) => createHmac('sha256', salted).update(word).digest()
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${ROUNDS}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`
}
