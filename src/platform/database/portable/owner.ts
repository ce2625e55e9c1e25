import type pg from 'pg'
import { ClearFailure } from '../../config/clear-failure.ts'
import { type Connection, clientOf } from '../connection.ts'

const OLDEST = 150_000

const known: Record<string, string> = {
  ECONNREFUSED: 'nobody listens there',
  ENOENT: 'nobody listens there',
  ENOTFOUND: 'the server name is unknown',
  EAI_AGAIN: 'the server name cannot be looked up now',
  ETIMEDOUT: 'no answer in time',
  EHOSTUNREACH: 'the server cannot be reached from here',
  '28P01': 'wrong user or password',
  '28000': 'this user may not connect',
  '3D000': 'that database does not exist',
  '53300': 'it has no connection left',
  '57P03': 'it is starting or stopping',
}

/** Why the database did not do it, without a word of what was in the rows. */
export function reasonOf(thrown: unknown): string {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : ''
  return known[code] ?? (code ? `code ${code}` : 'no answer')
}

/**
 * A connected client of the user who owns the tables, whom row security does not bind; the caller ends it.
 * Throws a ClearFailure when the server does not answer, refuses, or is older than PostgreSQL 15.
 */
export async function connectOwner(connection: Connection, applicationName: string): Promise<pg.Client> {
  const client = clientOf(connection, applicationName)
  client.on('error', () => {}) // a broken connection is told by the next query
  try {
    await client.connect()
  } catch (cause) {
    throw new ClearFailure(
      `The database does not answer (${reasonOf(cause)}). Check the address, the user, the password and whether the server runs.`,
      { cause },
    )
  }
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
  if (Number(rows[0]?.server_version_num) >= OLDEST) return client
  await client.end()
  throw new ClearFailure('The PostgreSQL server is too old: version 15 or later is needed.')
}
