import assert from 'node:assert/strict'
import { beforeEach, mock, test } from 'node:test'
import { onePressPerPage } from './pressed-twice.ts'

beforeEach(() => {
  mock.timers.reset()
  mock.timers.enable({ apis: ['setTimeout'] })
})

function pressing() {
  const kept = new Map<string, Promise<string | undefined>>()
  let readings = 0
  const read = async () => {
    readings += 1
    return `gelezen ${readings}`
  }
  return { kept, read, press: onePressPerPage(kept) }
}

test('a page that presses twice in a hurry reads once; another page and a failed reading begin anew', async () => {
  const { press, read } = pressing()
  assert.deepEqual(await Promise.all([press('a', read), press('a', read), press('b', read)]), ['gelezen 1', 'gelezen 1', 'gelezen 2'])
  mock.timers.tick(9_999)
  assert.equal(await press('a', read), 'gelezen 1')
  const fails = () => Promise.reject(new Error('no database'))
  await assert.rejects(press('c', fails))
  assert.equal(await press('c', read), 'gelezen 3')
  assert.equal(await press('d', async () => undefined), undefined)
  assert.equal(await press('d', read), 'gelezen 4')
})

test('REFER-5 what was read is gone from memory after ten seconds, also when nobody presses again, and pressing does not keep it longer', async () => {
  const { kept, press, read } = pressing()
  await press('a', read)
  await press('b', read)
  mock.timers.tick(9_000)
  assert.equal(await press('a', read), 'gelezen 1')
  assert.equal(kept.size, 2)
  mock.timers.tick(1_000)
  assert.equal(kept.size, 0, 'by a timer, without another press')
  assert.equal(await press('a', read), 'gelezen 3')
})
