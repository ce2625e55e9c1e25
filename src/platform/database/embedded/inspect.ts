import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { ClearFailure } from '../../config/clear-failure.ts'
import type { Finding } from '../portable/finding.ts'
import { findPackage, missingLinks } from './binaries.ts'

const TIGHT_IN_MB = 500

/** Whether the programs of the embedded database are there; links that are missing are made at the next start. */
export function inspectBinaries(): Finding {
  try {
    const { home, version } = findPackage()
    const missing = missingLinks(home).length
    return { ok: true, says: `Embedded PostgreSQL ${version}${missing > 0 ? `; ${missing} library links are made at the next start` : ''}` }
  } catch (thrown) {
    if (!(thrown instanceof ClearFailure)) throw thrown
    return { ok: false, says: thrown.message }
  }
}

/** Whether the data folder, or the folder it will be made in, can be written and has room. */
export function inspectFolder(folder: string): Finding {
  const nearest = nearestFolder(folder)
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK)
  } catch {
    return { ok: false, says: `The data folder ${folder} cannot be written by this user. Choose another one with STEK_DATA.` }
  }
  const { bavail, bsize } = statfsSync(nearest)
  const megabytes = Math.floor((bavail * bsize) / 1_000_000)
  const room = `${megabytes} MB free in ${folder}${nearest === folder ? '' : ' (made at the first start)'}`
  return megabytes < TIGHT_IN_MB ? { ok: false, says: `Only ${room}. Make room before the disk is full.` } : { ok: true, says: room }
}

const nearestFolder = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder))
