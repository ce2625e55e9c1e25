import pg from 'pg'
import { codeOf } from './failures.ts'
import { DATABASE, OWNER, PORT } from './server-settings.ts'

const clientAt = (host: string, database: string) =>
  new pg.Client({ host, port: PORT, user: OWNER, database, ssl: false, connectionTimeoutMillis: 5000 })

/** Not there yet: no socket, nobody behind it, starting or recovering. */
const notYet = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03']
const NO_SUCH_DATABASE = '3D000'
const EXISTS_ALREADY = '42P04'

/** Whether the server behind this socket answers; makes the database `stek` when it is not there. Other failures are thrown. */
export async function answers(socketFolder: string): Promise<boolean> {
  try {
    await once(socketFolder, DATABASE, 'select 1')
    return true
  } catch (thrown) {
    if (codeOf(thrown) === NO_SUCH_DATABASE) return makeDatabase(socketFolder)
    if (notYet.includes(codeOf(thrown)) || brokeOff(thrown)) return false
    throw thrown
  }
}

/** The driver has no code for a server that hangs up while it greets. */
const brokeOff = (thrown: unknown) => thrown instanceof Error && /terminated|timeout/i.test(thrown.message)

async function makeDatabase(socketFolder: string): Promise<boolean> {
  try {
    await once(socketFolder, 'postgres', `create database ${DATABASE}`)
  } catch (thrown) {
    if (codeOf(thrown) !== EXISTS_ALREADY) throw thrown
  }
  return true
}

async function once(host: string, database: string, statement: string): Promise<void> {
  const client = clientAt(host, database)
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(statement)
  } finally {
    await client.end().catch(() => {})
  }
}
