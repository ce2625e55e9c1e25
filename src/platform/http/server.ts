import { createServer, type IncomingMessage, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { ClearFailure } from '../config/clear-failure.ts'
import type { PageCache } from './page-cache.ts'

/** A server that listens; `stop` lets answers under way finish, two seconds at most. */
export type Listening = { port: number; stop(): Promise<void> }

/** How long what comes in may take, in milliseconds: what a browser says before a form, a form, a large file on a bad line, and a silence in between. */
const PATIENCE = { head: 15_000, form: 30_000, file: 15 * 60_000, silence: 60_000 }

/**
 * Listens on `port` (0 takes a free one). A kept page is answered straight from memory; all else goes to `fetch`. What is sent to the addresses
 * of `files` may take a quarter of an hour, as long as it keeps coming; all else half a minute. Throws a ClearFailure when the port is taken or may not be used.
 */
export async function listen(
  port: number,
  pages: PageCache,
  fetch: (request: Request) => Response | Promise<Response>,
  files: ReadonlySet<string> = new Set(),
  patience: typeof PATIENCE = PATIENCE,
): Promise<Listening> {
  const answer = getRequestListener(fetch)
  // Looked at often enough that a head which never ends is not waited for three times as long.
  const server = createServer({ connectionsCheckingInterval: patience.head / 3 }, (request, response) => {
    if (pages.serve(request, response)) return
    if (files.has(request.url?.split('?', 1)[0] ?? '')) request.setTimeout(patience.silence, () => request.destroy())
    else if (!request.complete) endAfter(request, patience.form)
    void answer(request, response)
  })
  server.requestTimeout = patience.file
  server.headersTimeout = patience.head
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, port)))
    server.listen(port, resolve)
  })
  const address = server.address()
  return { port: typeof address === 'object' && address ? address.port : port, stop: () => stopServer(server) }
}

/** Ends a request of which the last byte did not come in time. */
function endAfter(request: IncomingMessage, milliseconds: number): void {
  const late = setTimeout(() => {
    if (!request.complete) request.destroy()
  }, milliseconds).unref()
  request.once('close', () => clearTimeout(late))
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
