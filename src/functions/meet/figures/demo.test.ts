import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openApp } from '../../../app.tsx'
import { demoRoles, loadDemoWorld } from '../../../programme/demo-world/load.ts'
import { wordsOn } from '../../../test/desk-world.ts'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { signedInVisit, type Visit } from '../../../test/work.ts'
import { tellSettledMonths } from './release/job.ts'

let it: TestHouse
before(async () => {
  it = await testHouse()
  await loadDemoWorld(it.owner, it.clock.now())
})
after(() => it.close())

const funder = async (): Promise<Visit> => {
  const { rows } = await it.owner.query('select person_id from person where email = $1', [demoRoles[4].email])
  return signedInVisit(openApp(it.house), it.house, rows[0]?.person_id)
}
const words = async (query: string) => wordsOn(await (await (await funder()).get(`/werk/cijfers?${query}`)).text())

test('the demo world has figures at the first start, said to be an example, with something hidden in them', async () => {
  assert.equal(await tellSettledMonths(it.house), 30, 'fifteen months of two steks')
  for (const stek of ['kalmthout', 'wuustwezel'])
    for (const per of ['week', 'maand', 'kwartaal']) {
      const said = await words(`stek=${stek}&per=${per}`)
      assert.match(said, /Voorbeeld: deze cijfers zijn verzonnen/)
      assert.match(said, /Hoeveel mensen .*\d+ .*Per plek en activiteit/)
    }
  assert.match(await words('stek=kalmthout&per=maand'), /verborgen/)
})

test('nothing of the demo world is counted in a month that is not settled, and what people count themselves is no example', async () => {
  const { rows } = await it.owner.query(`select max(on_date)::text as last from tally_entry`)
  assert.equal(rows[0]?.last < '2026-10-05', true)
  await it.owner.query(
    `insert into tally_entry (stek_id, entry_id, slot_id, on_date, counted, change, received_at)
     select stek_id, gen_random_uuid(), slot_id, '2026-12-01', 'heads', 9, now() from slot`,
  )
  it.clock.moveTo('2029-01-20T09:00:00+01:00')
  await tellSettledMonths(it.house)
  assert.doesNotMatch(await words('stek=kalmthout&tot=2028-06'), /Voorbeeld/)
  assert.match(await words('stek=kalmthout&tot=2026-09'), /Voorbeeld/)
})
