import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openApp } from '../../../app.tsx'
import { poolOf } from '../../../platform/database/connection.ts'
import { openDatabase } from '../../../platform/database/door.ts'
import { readBackup } from '../../../platform/database/portable/read.ts'
import { writeBackup } from '../../../platform/database/portable/write.ts'
import { freshDatabase } from '../../../test/database.ts'
import { formIn } from '../../../test/desk-world.ts'
import { type HandoverWorld, handoverWorld } from '../../../test/handover-world.ts'
import { Visit } from '../../../test/work.ts'
import { endHandovers } from './jobs.ts'

let world: HandoverWorld
const folder = mkdtempSync(join(tmpdir(), 'stek-restored-'))
before(async () => {
  world = await handoverWorld()
})
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await world.close()
})

test('a slip that is not there, or of another stek, leaves no note when somebody at the desk tries to take it away', async () => {
  const unknown = world.test.house.newId()
  const answer = await world.visits.volunteer.post('/werk/overdracht/weg?stek=wuustwezel', { briefje: unknown, wat: 'alles' })
  assert.equal(answer.status, 303)
  assert.equal(await world.test.house.keys.endings.has(unknown), false)
})

test('REFER-4 an old backup does not bring back a slip that was taken back: its codes open nothing, and it leaves no trace', async () => {
  const stays = await world.slip()
  const mine = await world.slip()
  const lost = await world.slip()
  const file = join(folder, 'before.backup')
  await writeBackup(world.test.connection, file)
  const { visit, html, address } = await world.opens(mine.own)
  await visit.post(address, { ...formIn(html), wat: 'alles-weg' })
  await world.visits.volunteer.post('/werk/overdracht/weg?stek=wuustwezel', { briefje: lost.handoverId, wat: 'alles' })
  assert.equal((await world.rows('select from handover')).length, 1)

  const restored = await freshDatabase()
  const database = openDatabase(poolOf(restored.connection, 2))
  const owner = await restored.ownerClient()
  try {
    await readBackup(restored.connection, file)
    const there = { ...world.test.house, database }
    const opens = async (code: string) => (await new Visit(openApp(there)).post('/code', { code })).status
    for (const code of [mine.own, mine.service, lost.own, lost.service]) assert.equal(await opens(code), 422)
    assert.equal(await opens(stays.own), 303)
    await endHandovers(there)
    assert.deepEqual((await owner.query('select handover_id from handover')).rows, [{ handover_id: stays.handoverId }])
    assert.equal((await owner.query('select from handover_outcome')).rowCount, 0)
    world.test.clock.pass({ days: 31 })
    await endHandovers(there)
    assert.equal((await owner.query('select from handover_outcome')).rowCount, 1)
    assert.deepEqual(
      await there.keys.endings.among(() => Promise.resolve([mine.handoverId, lost.handoverId])),
      [],
      'the notes are gone too',
    )
  } finally {
    await owner.end()
    await database.close()
    await restored.drop()
  }
})
