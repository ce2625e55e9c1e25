import pg from 'pg'

/** Where the database is: a private socket of the embedded server, or a server of one's own. */
export type Connection = { host: string; port: number; user: string; database: string } | { connectionString: string }

const DATE = 1082
const TIME = 1083
const TIMESTAMPTZ = 1184
const BIGINT = 20

/** `date` stays '2026-11-24', `time` becomes '13:00', `timestamptz` a Temporal.Instant, `bigint` a number. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE) return (text: string) => text
    if (oid === TIME) return (text: string) => text.slice(0, 5)
    if (oid === TIMESTAMPTZ) return (text: string) => Temporal.Instant.from(text.replace(' ', 'T'))
    if (oid === BIGINT) return Number
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

/** One connection of its own, for migrating, backing up and listening; the caller connects and ends it. */
export const clientOf = (connection: Connection, applicationName = 'stek'): pg.Client =>
  new pg.Client({ ...connection, types, application_name: applicationName, connectionTimeoutMillis: 5000 } as pg.ClientConfig)

/** The pool the app works with. Statements longer than 8 seconds and transactions left open are ended by the server. */
export const poolOf = (connection: Connection, max = 8): pg.Pool =>
  new pg.Pool({
    ...connection,
    types,
    max,
    application_name: 'stek',
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 8000,
    idle_in_transaction_session_timeout: 15_000,
  } as pg.PoolConfig)
