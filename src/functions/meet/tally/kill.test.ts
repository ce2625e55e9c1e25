import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killDrill } from '../../../test/kill-drill.ts'

// The long drill (24 kills, 5 000 posts) is `npm run drill`.
test('app and database killed without a word while taps come in: nothing acknowledged is lost, nothing counts twice', async () => {
  const { acknowledged, counted, afterReplay } = await killDrill({ kills: 3, posts: 400 })
  assert.deepEqual({ acknowledged, counted, afterReplay }, { acknowledged: 400, counted: 400, afterReplay: 400 })
})
