import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { identifiers } from '../clock/identifiers.ts'
import { openEndings } from './endings.ts'

const root = mkdtempSync(join(tmpdir(), 'stek-endings-test-'))
const newId = identifiers()
after(() => rmSync(root, { recursive: true, force: true }))

test('what was ended is known as ended until it would have been over anyway, and the note tells nothing else', async () => {
  const folder = join(root, 'one')
  const endings = openEndings(folder)
  const [gone, other] = [newId(), newId()]
  assert.deepEqual(await endings.among(() => Promise.reject(new Error('nobody asks for ids without notes'))), [])
  assert.equal(await endings.has(gone), false)
  await endings.forget(Temporal.Instant.from('2027-01-01T00:00:00Z'))
  await endings.note(gone, Temporal.Instant.from('2026-12-24T08:13:21Z'))
  await endings.note(gone, Temporal.Instant.from('2026-12-24T08:13:21Z'))
  assert.deepEqual([await endings.has(gone), await endings.has(other)], [true, false])
  assert.deepEqual(await endings.among(() => Promise.resolve([other, gone])), [gone])
  assert.equal(await openEndings(folder).has(gone), true, 'another process knows it too')
  const [name = '', ...more] = readdirSync(folder)
  assert.deepEqual(more, [])
  const note = statSync(join(folder, name))
  assert.equal(readFileSync(join(folder, name)).length, 0)
  assert.ok(!name.includes(gone.slice(0, 8)))
  assert.equal(note.mtime.toISOString(), '2026-12-25T00:00:00.000Z')
  assert.equal(note.mode & 0o077, 0)
  await endings.forget(Temporal.Instant.from('2026-12-24T23:59:59Z'))
  assert.equal(await endings.has(gone), true)
  await endings.forget(Temporal.Instant.from('2026-12-25T00:00:00Z'))
  assert.equal(await endings.has(gone), false)
  assert.deepEqual(readdirSync(folder), [])
})
