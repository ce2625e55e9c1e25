import { rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'

/** A lock that dies with its process, because it is a socket somebody listens on. */
export type Lock = { release(): void }

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

const listenOn = (path: string): Promise<Server | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen(path, () => resolve(server.unref()))
  })

/** Takes the lock at a socket path, or undefined when a living process holds it. What a killed process left behind is cleared. */
export async function takeLock(path: string): Promise<Lock | undefined> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const server = await listenOn(path)
    if (server) return { release: () => server.close() }
    if (await answers(path)) return undefined
    rmSync(path, { force: true })
  }
  return undefined
}
