import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { test } from 'node:test'
import { findBinaries, findPackage, missingLinks } from './binaries.ts'
import { failureFromWords, inPlainWords } from './failures.ts'
import type { Identity } from './identity.ts'
import { takeLock } from './lock.ts'

const identity: Identity = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined

test('a package whose install script did not run, in a home folder nobody else may enter, is made to work', () => {
  const home = mkdtempSync(join(tmpdir(), 'stek-package-'))
  chmodSync(home, 0o700)
  const { home: real, version } = findPackage()
  mkdirSync(join(home, 'native'))
  cpSync(join(real, 'native'), join(home, 'native'), { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() })
  chmodSync(join(home, 'native/bin/postgres'), 0o644)
  assert.ok(missingLinks(home).length > 0)

  const binaries = findBinaries(identity, { home, version })
  const again = findBinaries(identity, { home, version })
  assert.deepEqual(again, binaries)
  const used = dirname(dirname(dirname(binaries.postgres)))
  try {
    assert.equal(used === home, identity === undefined)
    assert.deepEqual(missingLinks(used), [])
    const said = execFileSync(binaries.postgres, ['--version'], { ...identity, encoding: 'utf8', cwd: '/' })
    assert.match(said, new RegExp(`PostgreSQL.* ${binaries.major}\\.`))
  } finally {
    for (const folder of new Set([home, used])) {
      assert.match(basename(folder), /^stek-/)
      rmSync(folder, { recursive: true, force: true })
    }
  }
})

test('a folder can be used by one program at a time, and again when that one let go', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stek-lock-'))
  const lock = takeLock(join(folder, 'lock'), folder)
  for (const _ of [1, 2]) assert.throws(() => takeLock(join(folder, 'lock'), folder), { name: 'FolderInUse' })
  lock.release()
  lock.release()
  takeLock(join(folder, 'lock'), folder).release()
  rmSync(folder, { recursive: true, force: true })
})

test('a full disk, a closed folder and a refusal of the server are told in one plain sentence', () => {
  const told = (code: string) => String((inPlainWords(Object.assign(new Error(code), { code }), '/data') as Error).message)
  assert.match(told('ENOSPC'), /disk of the data folder \/data is full/)
  assert.match(told('EROFS'), /cannot be used by this user/)
  assert.equal(told('EWHATEVER'), 'EWHATEVER')
  const full = 'LOG:  starting\nPANIC:  could not write to file "pg_wal/xlogtemp.26": No space left on device'
  assert.match(failureFromWords(full, '/data', '/data/postgres.log').message, /is full/)
  const fatal = '2026-11-24 09:00:00 UTC [7] FATAL:  lock file is odd\nLOG:  database system is shut down'
  assert.equal(
    failureFromWords(fatal, '/data', '/data/postgres.log').message,
    'The embedded database did not start (lock file is odd). More is in /data/postgres.log.',
  )
})
