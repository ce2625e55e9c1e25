import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onePressPerPage } from './pressed-twice.ts'

test('a page that presses twice in a hurry reads once; another page, a later press and a failed reading begin anew', async () => {
  const press = onePressPerPage(20)
  let readings = 0
  const read = async () => {
    readings += 1
    return `gelezen ${readings}`
  }
  assert.deepEqual(await Promise.all([press('a', read), press('a', read), press('b', read)]), ['gelezen 1', 'gelezen 1', 'gelezen 2'])
  assert.equal(await press('a', read), 'gelezen 1')
  await new Promise((done) => setTimeout(done, 60))
  assert.equal(await press('a', read), 'gelezen 3', 'nothing is kept longer')
  const fails = () => Promise.reject(new Error('no database'))
  await assert.rejects(press('c', fails))
  assert.equal(await press('c', read), 'gelezen 4')
  assert.equal(await press('d', async () => undefined), undefined)
  assert.equal(await press('d', read), 'gelezen 5')
})
