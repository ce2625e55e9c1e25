import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { codeOf } from './failures.ts'

const schema = z.object({ host: z.string(), port: z.number(), user: z.string(), database: z.string() })

/** How the running server is reached: through the folder of its socket. */
export type SocketConnection = z.infer<typeof schema>

/** Leaves word of the running server for the commands beside the app; only this user may read it. */
export function writeConnectionFile(file: string, connection: SocketConnection): void {
  const fresh = `${file}.new`
  rmSync(fresh, { force: true })
  writeFileSync(fresh, `${JSON.stringify(connection)}\n`, { mode: 0o600 })
  renameSync(fresh, file)
}

/** What the last server of this folder left as its address, running or not; undefined when there is none or it makes no sense. */
export function readConnectionFile(file: string): SocketConnection | undefined {
  try {
    return schema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT' || thrown instanceof SyntaxError) return undefined
    throw thrown
  }
}
