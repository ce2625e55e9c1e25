import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { ClearFailure } from '../config/clear-failure.ts'
import type { PageCache } from './page-cache.ts'

/** A server that listens; `stop` lets answers under way finish, two seconds at most. */
export type Listening = { port: number; stop(): Promise<void> }

/**
 * Listens on `port` (0 takes a free one). A kept page is answered straight from memory; all else goes to `fetch`.
 * Throws a ClearFailure when the port is taken or may not be used.
 */
export async function listen(
  port: number,
  pages: PageCache,
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<Listening> {
  const answer = getRequestListener(fetch)
  const server = createServer((request, response) => {
    if (!pages.serve(request, response)) void answer(request, response)
  })
  server.requestTimeout = 30_000
  server.headersTimeout = 15_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, port)))
    server.listen(port, resolve)
  })
  const address = server.address()
  return { port: typeof address === 'object' && address ? address.port : port, stop: () => stopServer(server) }
}

const refusal = (error: NodeJS.ErrnoException, port: number): Error => {
  if (error.code === 'EADDRINUSE')
    return new ClearFailure(`Port ${port} is already in use. Stop the other program, or choose another port: PORT=${port + 1} npm start`)
  if (error.code === 'EACCES')
    return new ClearFailure(`Port ${port} may not be used by this user. Choose a port above 1023, such as PORT=3000.`)
  return error
}

const stopServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const hurry = setTimeout(() => server.closeAllConnections(), 2000)
    server.close(() => {
      clearTimeout(hurry)
      resolve()
    })
    server.closeIdleConnections()
  })
