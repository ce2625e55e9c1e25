import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Env } from '../platform/http/house.ts'

/** An app that listens, so that a real browser can open it. */
export type Served = { url: string; close(): void }

/** Lets an app listen on a free port of this machine. */
export async function served(app: Pick<Hono<Env>, 'fetch'>): Promise<Served> {
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((ready) => (server.listening ? ready() : server.once('listening', () => ready())))
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => void server.close() }
}
