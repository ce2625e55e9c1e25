import { createHash } from 'node:crypto'
import { chmodSync, cpSync, lstatSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ClearFailure } from '../../config/clear-failure.ts'
import { codeOf } from './failures.ts'
import { type Identity, mayPass } from './identity.ts'

/** What building against PostgreSQL needs and running it does not. */
const notNeeded = /\.a$|\/(pkgconfig|pgxs|include)$/

/** Tidiers of the temporary folder leave files with this bit alone, however old (the rule of XDG_RUNTIME_DIR). */
const KEEP = 0o1000

/**
 * A copy of the package at a place the server's user can reach; made once per version, complete or not at all.
 * `mend` makes links and execute bits in it. Throws a ClearFailure when somebody else took its name.
 */
export function copyOf(home: string, version: string, identity: Identity, mend: (home: string) => boolean): string {
  const roof = [tmpdir(), '/tmp'].find((folder) => mayPass(folder, identity)) ?? '/tmp'
  const { size, mtimeMs } = statSync(join(home, 'native', 'bin', 'postgres'))
  const key = createHash('sha256').update(`${version} ${size} ${mtimeMs} ${process.getuid?.()}`).digest('hex').slice(0, 16)
  const final = join(roof, `stek-postgres-${key}`)
  if (!lstatSync(final, { throwIfNoEntry: false })) make(home, final, mend)
  const { uid, mode } = lstatSync(final)
  // Somebody else's folder could hold somebody else's programs.
  if (uid !== process.getuid?.() || mode & 0o022) {
    throw new ClearFailure(
      `The folder ${final} is needed to run the database from, but it belongs to somebody else. Remove it, or set TMPDIR.`,
    )
  }
  return final
}

function make(home: string, final: string, mend: (home: string) => boolean): void {
  const fresh = mkdtempSync(`${final}-`)
  try {
    cpSync(join(home, 'native'), join(fresh, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !notNeeded.test(path),
    })
    openUp(fresh)
    mend(fresh)
    renameSync(fresh, final)
  } catch (thrown) {
    rmSync(fresh, { recursive: true, force: true })
    // Another start finished its copy first: that one is as good.
    if (!['EEXIST', 'ENOTEMPTY'].includes(codeOf(thrown))) throw thrown
  }
}

function openUp(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openUp(path)
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100 ? 0o755 : 0o644) | KEEP)
  }
}
