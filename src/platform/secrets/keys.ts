import { randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { isId } from '../clock/identifiers.ts'
import { type Endings, openEndings } from './endings.ts'
import { nothingThere, synced } from './files.ts'

const KEY_IN_BYTES = 32
const UNFINISHED = '.new'
const ENDED = 'gestopt'

/**
 * Keys that live outside the database and its backups, so that destroying one erases what it locks, in every copy ever made.
 * One file per key, named by its id, readable by this user only. Several processes share one folder (setting `STEK_KEYS`).
 * Why files, and what this cannot promise: docs/decisions/0032.
 */
export type KeyStore = {
  /** Makes a key and gives it once it is on the disk; the id is a uuid v7, which tells when it was made. */
  make(id: string): Promise<Buffer>
  /** The key, or undefined when it was destroyed, never there, or is damaged. */
  read(id: string): Promise<Buffer | undefined>
  /** Overwrites and removes a key; one that is not there is fine. */
  destroy(id: string): Promise<void>
  /** The ids of all keys there are. */
  ids(): Promise<string[]>
  /** Takes away what was begun before a moment and never finished, because a process was killed. */
  tidy(begunBefore: Temporal.Instant): Promise<void>
  /** What somebody ended, noted beside the keys: in no backup, like them. */
  endings: Endings
}

/** When a key was made, by its id (RFC 9562, 5.7). */
export const madeAt = (id: string): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Number.parseInt(id.replace('-', '').slice(0, 12), 16))

/** Opens the store in a folder, which is made with the first key. */
export function openKeys(folder: string): KeyStore {
  const pathOf = (id: string): string => {
    if (!isId(id)) throw new Error('not the id of a key')
    return join(folder, id)
  }
  const names = (): Promise<string[]> => readdir(folder).catch(nothingThere([]))

  return {
    endings: openEndings(join(folder, ENDED)),
    async make(id) {
      const path = pathOf(id)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const key = randomBytes(KEY_IN_BYTES)
      const unfinished = `${path}${UNFINISHED}`
      await written(await open(unfinished, 'wx', 0o600), key)
      await rename(unfinished, path)
      await synced(folder)
      return key
    },
    async read(id) {
      const key = await readFile(pathOf(id)).catch(nothingThere(undefined))
      return key?.length === KEY_IN_BYTES ? key : undefined
    },
    async destroy(id) {
      await destroyed(pathOf(id))
      await synced(folder)
    },
    ids: async () => (await names()).filter(isId),
    async tidy(begunBefore) {
      const unfinished = (await names()).filter((name) => name.endsWith(UNFINISHED))
      const left = unfinished.filter((name) => Temporal.Instant.compare(madeAt(name), begunBefore) < 0)
      for (const name of left) await destroyed(join(folder, name))
    },
  }
}

async function written(file: FileHandle, bytes: Buffer): Promise<void> {
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

// The bytes first, so that a removed file that somebody digs up again holds nothing; where the disk writes elsewhere, removing must do.
async function destroyed(path: string): Promise<void> {
  const file = await open(path, 'r+').catch(nothingThere(undefined))
  if (!file) return
  await written(file, randomBytes(KEY_IN_BYTES))
  await unlink(path).catch(nothingThere(undefined))
}
