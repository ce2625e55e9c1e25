import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { identifiers } from '../clock/identifiers.ts'
import { madeAt, openKeys } from './keys.ts'
import { lockedText, unlockedText } from './sealing.ts'

const root = mkdtempSync(join(tmpdir(), 'stek-keys-test-'))
const folder = join(root, 'sleutels')
const keys = openKeys(folder)
const newId = identifiers()
after(() => rmSync(root, { recursive: true, force: true }))

test('a key is for this user only, is the same for every process, and is gone once destroyed', async () => {
  const id = newId()
  const key = await keys.make(id)
  assert.equal(key.length, 32)
  assert.equal(statSync(folder).mode & 0o077, 0)
  assert.equal(statSync(join(folder, id)).mode & 0o077, 0)
  assert.deepEqual(await openKeys(folder).read(id), key)
  assert.deepEqual(await keys.ids(), [id])
  await keys.destroy(id)
  await keys.destroy(id)
  assert.equal(await keys.read(id), undefined)
  assert.deepEqual(readdirSync(folder), [])
})

test('a name that is no id never reaches the disk', async () => {
  for (const name of ['../x', '', 'a/b', '..']) await assert.rejects(keys.read(name))
})

test('the bytes of a key are overwritten before its file is removed', async () => {
  const id = newId()
  const key = await keys.make(id)
  const { linkSync } = await import('node:fs')
  linkSync(join(folder, id), join(root, 'dug-up'))
  await keys.destroy(id)
  assert.notDeepEqual(readFileSync(join(root, 'dug-up')), key)
})

test('a store that does not exist yet, a damaged key and a full sweep are no trouble', async () => {
  const none = openKeys(join(root, 'nowhere'))
  assert.deepEqual(await none.ids(), [])
  assert.equal(await none.read(newId()), undefined)
  await none.tidy(Temporal.Now.instant())
  const id = newId()
  writeFileSync(join(folder, id), 'short')
  assert.equal(await keys.read(id), undefined)
  await keys.destroy(id)
})

test('an id tells when its key was made', () => {
  const id = identifiers(() => 1_764_000_000_000)()
  assert.equal(madeAt(id).epochMilliseconds, 1_764_000_000_000)
})

test('a process killed at any moment leaves whole keys and unfinished files that are swept, never half a key', async () => {
  const script = `
    import { openKeys } from './src/platform/secrets/keys.ts'
    import { identifiers } from './src/platform/clock/identifiers.ts'
    const keys = openKeys(process.env.FOLDER), newId = identifiers()
    console.log('begun')
    for (;;) { const id = newId(); await keys.make(id); await keys.destroy(id) }`
  const busy = join(root, 'busy')
  for (let turn = 0; turn < 4; turn += 1) {
    const child = spawn(process.execPath, ['--import', './scripts/tsx.mjs', '--input-type=module', '--eval', script], {
      cwd: join(import.meta.dirname, '../../..'),
      env: { ...process.env, FOLDER: busy },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    await new Promise((done) => setTimeout(done, 20 + turn * 7))
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const left = openKeys(busy)
  for (const id of await left.ids()) assert.equal((await left.read(id))?.length, 32)
  await left.tidy(Temporal.Now.instant().add({ minutes: 1 }))
  assert.deepEqual((await left.ids()).toSorted(), readdirSync(busy).toSorted())
})

test('a locked text opens with its key, its code and its place, and with nothing else', () => {
  const lock = { key: Buffer.alloc(32, 1), code: 'kobilametuva47', about: 'a handover' }
  const locked = lockedText('Ik kom dinsdag. مرحبا', lock)
  assert.equal(unlockedText(locked, lock), 'Ik kom dinsdag. مرحبا')
  assert.equal(unlockedText(locked, { ...lock, key: Buffer.alloc(32, 2) }), undefined)
  assert.equal(unlockedText(locked, { ...lock, code: 'kobilametuva48' }), undefined)
  assert.equal(unlockedText(locked, { ...lock, about: 'another' }), undefined)
  const changed = Buffer.from(locked)
  changed[30] = (changed[30] ?? 0) ^ 1
  assert.equal(unlockedText(changed, lock), undefined)
  assert.equal(unlockedText(Buffer.alloc(3), lock), undefined)
  assert.notDeepEqual(lockedText('x', lock), lockedText('x', lock))
})
