import { createHash } from 'node:crypto'
import { mkdir, open, readdir, stat, unlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { nothingThere, synced } from './files.ts'

/**
 * What somebody ended before its time, noted outside the database and its backups, so that an old backup cannot bring it back.
 * A note is an empty file: its name is a hash of the id, its date the day after which the thing would be over anyway.
 * It holds no id, no moment and nothing of what it was. docs/decisions/0033
 */
export type Endings = {
  /** Notes, on the disk, that what this id names was ended; `until` is when it would have been over anyway. */
  note(id: string, until: Temporal.Instant): Promise<void>
  /** Whether there is a note of this id. */
  has(id: string): Promise<boolean>
  /** Those of the ids of which there is a note; asks for the ids only when there are notes at all. */
  among(ids: () => Promise<readonly string[]>): Promise<string[]>
  /** Takes away the notes that are no longer needed. */
  forget(now: Temporal.Instant): Promise<void>
}

const nameOf = (id: string): string => createHash('sha256').update(`ended ${id}`).digest('hex')
const DAY_IN_SECONDS = 24 * 60 * 60

/** Opens the notes in a folder, which is made with the first one. */
export function openEndings(folder: string): Endings {
  const names = (): Promise<string[]> => readdir(folder).catch(nothingThere([]))
  return {
    async note(id, until) {
      const path = join(folder, nameOf(id))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = await open(path, 'w', 0o600)
      await file.close()
      // Midnight after: the note does not tell at what moment anything happened.
      const over = Math.ceil(until.epochMilliseconds / 1000 / DAY_IN_SECONDS) * DAY_IN_SECONDS
      await utimes(path, over, over)
      await synced(folder)
    },
    has: async (id) => (await stat(join(folder, nameOf(id))).catch(nothingThere(undefined))) !== undefined,
    async among(ids) {
      const noted = new Set(await names())
      return noted.size === 0 ? [] : (await ids()).filter((id) => noted.has(nameOf(id)))
    },
    async forget(now) {
      for (const name of await names()) {
        const path = join(folder, name)
        const note = await stat(path).catch(nothingThere(undefined))
        if (note && note.mtimeMs <= now.epochMilliseconds) await unlink(path).catch(nothingThere(undefined))
      }
    },
  }
}
