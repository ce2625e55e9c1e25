import { lstatSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** The user the server runs as when it is not the user of the app; undefined means the same user. */
export type Identity = { uid: number; gid: number } | undefined

/** Everybody's nobody: PostgreSQL refuses uid 0, and this number needs no user to be added. */
const NOBODY = { uid: 65534, gid: 65534 }

/**
 * Who runs the server: for root the owner of the database files, or nobody when there are none yet or root owns them;
 * for anybody else that same user.
 */
export function chooseIdentity(databaseFolder: string): Identity {
  if (process.getuid?.() !== 0) return undefined
  const owner = lstatSync(databaseFolder, { throwIfNoEntry: false })
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY
}

/** Whether this identity may walk down to the folder, by the mode bits of the folder and all above it. */
export function mayPass(folder: string, identity: Identity): boolean {
  if (!identity) return true
  for (let at = resolve(folder); ; at = dirname(at)) {
    const { uid, gid, mode } = statSync(at)
    const needed = uid === identity.uid ? 0o100 : gid === identity.gid ? 0o010 : 0o001
    if (!(mode & needed)) return false
    if (at === dirname(at)) return true
  }
}
