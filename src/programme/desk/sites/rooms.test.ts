import assert from 'node:assert/strict'
import { test } from 'node:test'
import { weeklyOffer } from '../../../test/board-world.ts'
import { els, here, inTwoSteks, it, open, refused, rows } from '../../../test/place-world.ts'

inTwoSteks()

test('a room is added and gets another name, never that of another room there', async () => {
  const add = `/werk/plekken/${here.siteId}/ruimte?stek=kalmthout`
  const typed = { ...(await open(els, add)), name: 'Keuken' }
  assert.deepEqual([(await els.post(add, typed)).status, (await els.post(add, typed)).status], [303, 303])
  const [kitchen] = await rows(`select room_id from room where name = 'Keuken'`)
  assert.equal((await rows(`select from room where name = 'Keuken'`)).length, 1)
  const change = `/werk/plekken/ruimte/${kitchen.room_id}?stek=kalmthout`
  const form = await open(els, change)
  await refused(await els.post(change, { ...form, name: 'grote  zaal' }), /Er is al iets met de naam/)
  assert.equal((await els.post(change, { ...form, name: 'Bureau' })).status, 303)
  assert.deepEqual(await rows('select name from room where room_id = $1', [kitchen.room_id]), [{ name: 'Bureau' }])
})

test('a room that was ever used stays; one that nobody used goes, and going twice is no mistake', async () => {
  const change = `/werk/plekken/ruimte/${here.roomId}?stek=kalmthout`
  const { slotId } = await weeklyOffer(it.owner, here, { title: 'Koffie', slug: 'koffie', endsOn: '2026-02-01' })
  await it.owner.query('update slot set room_id = $1 where slot_id = $2', [here.roomId, slotId])
  const { sleutel = '' } = await open(els, change)
  await refused(await els.post(change, { step: 'remove', sleutel }), /Daarom kan ze niet weg/)
  await it.owner.query('update slot set room_id = null')
  const removed = [await els.post(change, { step: 'remove', sleutel }), await els.post(change, { step: 'remove', sleutel })]
  assert.deepEqual(
    removed.map(({ status }) => status),
    [303, 303],
  )
  assert.equal((await rows('select from room where room_id = $1', [here.roomId])).length, 0)
})
