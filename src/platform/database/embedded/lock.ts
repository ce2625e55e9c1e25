import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { ClearFailure } from '../../config/clear-failure.ts'
import { codeOf, FolderInUse } from './failures.ts'

const BUSY = 5

/** A lock that is held until `release`, or until the process ends in whatever way. */
export type Lock = { release(): void }

/**
 * Takes the lock of a data folder for this process.
 * Node has no file locks of its own, SQLite does: an exclusive transaction on an empty file is a kernel lock that dies with
 * the process, also after kill -9, and that holds between containers which share the folder.
 * Throws FolderInUse when another program, or another part of this one, holds it.
 */
export function takeLock(file: string, folder: string): Lock {
  makeOnce(file)
  let held: DatabaseSync | undefined
  try {
    held = new DatabaseSync(file, { timeout: 0 })
    held.exec('pragma journal_mode = memory; begin exclusive')
  } catch (thrown) {
    if (held?.isOpen) held.close()
    if (typeof thrown === 'object' && thrown !== null && 'errcode' in thrown && thrown.errcode === BUSY) {
      throw new FolderInUse(
        `The data folder ${folder} is already in use by another Stek program. Stop that one first, or choose another folder with STEK_DATA.`,
      )
    }
    throw new ClearFailure(
      `The lock file ${file} cannot be used by this user. Give this user the data folder, or choose another one with STEK_DATA.`,
      { cause: thrown },
    )
  }
  const lock = held
  return { release: () => void (lock.isOpen && lock.close()) }
}

/** Never opens a file that is there: closing it again would let go of the lock this process may hold on it already. */
function makeOnce(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (thrown) {
    if (codeOf(thrown) !== 'EEXIST') throw thrown
  }
}
