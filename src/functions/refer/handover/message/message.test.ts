import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { isId } from '../../../../platform/clock/identifiers.ts'
import { poolOf } from '../../../../platform/database/connection.ts'
import { openDatabase } from '../../../../platform/database/door.ts'
import { readBackup } from '../../../../platform/database/portable/read.ts'
import { writeBackup } from '../../../../platform/database/portable/write.ts'
import { freshDatabase } from '../../../../test/database.ts'
import { formIn, wordsOn } from '../../../../test/desk-world.ts'
import { type HandoverWorld, handoverWorld } from '../../../../test/handover-world.ts'
import { endHandovers } from '../jobs.ts'
import { handoverPaths } from '../paths.ts'
import { readMessage } from './message.ts'

const TEXT = 'Ik heb een brief over schulden. Ik versta hem niet. Mijn dochter tolkt.'
let world: HandoverWorld
before(async () => {
  world = await handoverWorld()
})
after(() => world.close())
beforeEach(async () => {
  await world.test.owner.query('delete from handover; delete from handover_outcome')
  await world.test.owner.query('update service set ended_on = null')
  world.test.clock.moveTo('2026-11-24T09:00:00+01:00')
  for (const key of keys()) rmSync(join(world.test.house.settings.keysFolder, key))
})

const keys = (): string[] => {
  const folder = world.test.house.settings.keysFolder
  return existsSync(folder) ? readdirSync(folder).filter(isId) : []
}
const reads = async (code: string) => {
  const { visit, html, address } = await world.opens(code)
  return wordsOn(await (await visit.post(address, { ...formIn(html), wat: 'lees' })).text())
}
const desk = () => world.visits['community-worker']

test('REFER-4 only the sentences with a yes go along; the service reads them once, and the desk cannot', async () => {
  const { seal, own, service } = await world.slip()
  assert.equal((await world.message(seal, TEXT, [1, 3])).status, 303)
  const dump = JSON.stringify((await world.test.owner.query('select * from handover_message')).rows)
  assert.doesNotMatch(dump, /schulden/)
  assert.match(wordsOn(await (await desk().get('/werk/overdracht?stek=wuustwezel')).text()), /1 bericht, nog niet gelezen/)
  assert.match(wordsOn((await world.opens(own)).html), /nog niet gelezen/)
  assert.doesNotMatch((await world.opens(own)).html, /value="lees"/)
  const { html } = await world.opens(service)
  assert.doesNotMatch(html, /schulden/, 'opening the page reads nothing yet')
  assert.match(await reads(service), /Ik heb een brief over schulden\. Mijn dochter tolkt\./)
  assert.doesNotMatch(await reads(service), /schulden/)
  assert.match(wordsOn((await world.opens(own)).html), /De dienst heeft je bericht gelezen/)
  assert.deepEqual(keys(), [])
})

test('REFER-4 without a yes to a sentence, or to the whole, nothing goes along', async () => {
  const { seal } = await world.slip()
  for (const [yes, more, says] of [
    [[], {}, /Bij geen enkele zin staat ja/],
    [[1], { agreed: '' }, /Zonder ja van de persoon/],
    [[1], { given: '' }, /hoe de persoon ja zei/],
    [[1], { readable: 'altijd' }, /hoe vaak/],
  ] as const) {
    const refused = await world.message(seal, TEXT, yes, more)
    assert.equal(refused.status, 422)
    assert.match(wordsOn(await refused.text()), says)
  }
  assert.equal((await world.rows('select from sharing_consent')).length, 0)
  assert.deepEqual(keys(), [])
})

test('each sentence is asked in the language of the person, with "no" as it stands', async () => {
  const { seal } = await world.slip({ language: 'ar' })
  const address = handoverPaths.message('wuustwezel', seal)
  const look = await desk().post(address, { ...formIn(await (await desk().get(address)).text()), text: TEXT, step: 'look' })
  const html = await look.text()
  assert.match(html, /<p class="care" lang="ar" dir="rtl">/)
  assert.equal(html.match(/value="nee" checked/g)?.length, 3)
  assert.doesNotMatch(html, /value="ja" checked/)
})

test('a national number or an account number never goes along, and too much is told kindly', async () => {
  const { seal } = await world.slip()
  const address = handoverPaths.message('wuustwezel', seal)
  for (const [text, says] of [
    ['Mijn nummer is 85.07.30-033.28.', /gaat nooit mee/],
    ['Stort op BE68 5390 0754 7034.', /gaat nooit mee/],
    ['a. b. c. d. e. f. g. h. i.', /te veel zinnen/],
    ['x'.repeat(601), /te lang/],
    ['  ', /Er staat nog niets/],
  ] as const) {
    const refused = await desk().post(address, { ...formIn(await (await desk().get(address)).text()), text, step: 'look' })
    assert.equal(refused.status, 422, text.slice(0, 20))
    assert.match(wordsOn(await refused.text()), says)
  }
})

test('REFER-4 a slip takes one message, once: after it was taken back nothing goes along any more, and the desk is told why', async () => {
  for (const takesBack of ['person', 'desk'] as const) {
    const { seal, own, service, handoverId } = await world.slip()
    await world.message(seal, TEXT, [1])
    if (takesBack === 'person') {
      const { visit, html, address } = await world.opens(own)
      const done = await visit.post(address, { ...formIn(html), wat: 'bericht-weg' })
      assert.match(wordsOn(await (await visit.get(done.headers.get('location') ?? '')).text()), /geen ander bericht meer mee/)
    } else await world.visits.volunteer.post('/werk/overdracht/weg?stek=wuustwezel', { briefje: handoverId, wat: 'bericht' })
    const page = wordsOn(await (await desk().get(handoverPaths.made('wuustwezel', seal))).text())
    assert.match(page, /Het bericht is teruggenomen\..*nieuw briefje/)
    assert.doesNotMatch(page, /Maak samen een bericht/)
    const again = await desk().post(handoverPaths.message('wuustwezel', seal), {
      text: TEXT,
      zin1: 'ja',
      readable: 'once',
      given: 'spoken',
      agreed: 'yes',
      step: 'save',
    })
    assert.equal(again.status, 303)
    assert.equal((await world.rows('select from sharing_consent')).length, 0, takesBack)
    assert.deepEqual(keys(), [])
    assert.doesNotMatch((await world.opens(service)).html, /value="lees"/)
  }
})

test('a message form that is sent twice at once lets one message go along, with one key, and both times the same clear page', async () => {
  const { seal, service } = await world.slip()
  const address = handoverPaths.message('wuustwezel', seal)
  const sent = {
    ...formIn(await (await desk().get(address)).text()),
    text: TEXT,
    zin1: 'ja',
    readable: 'once',
    given: 'spoken',
    agreed: 'yes',
    step: 'save',
  }
  const answers = await Promise.all(Array.from({ length: 6 }, () => desk().post(address, sent)))
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [303])
  for (const answer of answers)
    assert.match(wordsOn(await (await desk().get(answer.headers.get('location') ?? '')).text()), /Er gaat 1 bericht mee/)
  assert.equal((await world.rows('select from sharing_consent')).length, 1)
  assert.equal((await world.rows('select from handover_message')).length, 1)
  assert.equal(keys().length, 1)
  assert.match(await reads(service), /schulden/)
})

test('a message for a service that stopped while it was typed does not go along, and the desk is told', async () => {
  const { seal } = await world.slip()
  await world.test.owner.query(`update service set ended_on = '2026-11-24'`)
  const address = handoverPaths.message('wuustwezel', seal)
  const answer = await desk().post(address, { text: TEXT, zin1: 'ja', readable: 'once', given: 'spoken', agreed: 'yes', step: 'save' })
  assert.equal(answer.status, 303)
  assert.match(wordsOn(await (await desk().get(answer.headers.get('location') ?? '')).text()), /Er gaat geen bericht mee/)
  assert.equal((await world.rows('select from sharing_consent')).length, 0)
  assert.deepEqual(keys(), [])
})

test('two who press at once: one reads a message that may be read once', async () => {
  const { seal, service } = await world.slip()
  await world.message(seal, TEXT, [1])
  const said = await Promise.all([1, 2, 3].map(() => readMessage(world.test.house, { stekId: world.stekId, code: service })))
  assert.equal(said.filter((text) => text !== undefined).length, 1)
})

test('a message that may be read until its term is read again, until the person takes it back', async () => {
  const { seal, service, own } = await world.slip()
  await world.message(seal, TEXT, [1], { readable: 'until' })
  assert.match(await reads(service), /schulden/)
  assert.match(await reads(service), /schulden/)
  const { visit, html, address } = await world.opens(own)
  assert.equal((await visit.post(address, { ...formIn(html), wat: 'bericht-weg' })).status, 303)
  assert.deepEqual(keys(), [])
  assert.equal((await world.rows('select from sharing_consent')).length, 0, 'the consent goes with it')
  assert.match(await reads(service), /Het bericht is er niet meer/)
})

test('a message is over with its term, its service and its handover, and its key with it', async () => {
  for (const over of ['stops', 'goes', 'ends'] as const) {
    const { seal, service } = await world.slip()
    await world.message(seal, TEXT, [1])
    assert.equal(keys().length, 1)
    if (over === 'stops') await world.test.owner.query(`update service set ended_on = '2026-11-24'`)
    if (over === 'goes') await world.test.owner.query(`delete from sharing_consent`)
    if (over !== 'ends') assert.match(await reads(service), /niet meer/)
    world.test.clock.pass(over === 'ends' ? { days: 30 } : { minutes: 11 })
    await endHandovers(world.test.house)
    assert.deepEqual(keys(), [], over)
    await world.test.owner.query('delete from handover; update service set ended_on = null')
  }
})

test('REFER-4 a message that was withdrawn cannot be read on a restored backup either', async () => {
  const { seal, own, service } = await world.slip()
  await world.message(seal, TEXT, [1], { readable: 'until' })
  const folder = mkdtempSync(join(tmpdir(), 'stek-restored-'))
  const file = join(folder, 'before.backup')
  const restored = await freshDatabase()
  const database = openDatabase(poolOf(restored.connection, 2))
  try {
    await writeBackup(world.test.connection, file)
    await readBackup(restored.connection, file)
    const there = { ...world.test.house, database }
    const owner = await restored.ownerClient()
    assert.equal(
      (await owner.query('select from handover_message where sealed is not null')).rowCount,
      1,
      'the backup holds the locked message',
    )
    const reading = () => readMessage(there, { stekId: world.stekId, code: service })
    assert.match((await reading()) ?? '', /schulden/, 'and opens it as long as the key is there')
    const { visit, html, address } = await world.opens(own)
    await visit.post(address, { ...formIn(html), wat: 'bericht-weg' })
    assert.equal(await reading(), undefined)
    assert.equal(
      (await owner.query('select from handover_message where sealed is not null')).rowCount,
      1,
      'it is still there, and nothing opens it',
    )
    assert.equal((await owner.query('select from handover')).rowCount, 1, 'the slip still works')
    await owner.end()
  } finally {
    await database.close()
    await restored.drop()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('REFER-4 a restored backup with its key still does not open a message without the code of the service', async () => {
  const { seal, own } = await world.slip()
  await world.message(seal, TEXT, [1])
  assert.equal(keys().length, 1)
  assert.equal(await readMessage(world.test.house, { stekId: world.stekId, code: own }), undefined)
})

test('REFER-4 no page, form or JSON gives a message to who has no code of the service, whatever the role', async () => {
  const { seal, own, handoverId } = await world.slip()
  await world.message(seal, TEXT, [1, 2, 3], { readable: 'until' })
  const mine = await world.opens(own)
  const answers = [await mine.visit.post(mine.address, { ...formIn(mine.html), wat: 'lees' })]
  for (const visit of Object.values(world.visits)) {
    for (const path of [
      handoverPaths.made('wuustwezel', seal),
      handoverPaths.message('wuustwezel', seal),
      '/werk/overdracht?stek=wuustwezel',
      handoverPaths.slip(seal),
      `/api/handover/${handoverId}`,
      '/wuustwezel/programma.json',
    ])
      answers.push(await visit.get(path))
    answers.push(await visit.post('/code/overdracht', { k: seal, wat: 'lees' }))
  }
  for (const answer of answers) assert.doesNotMatch(await answer.text(), /schulden|tolkt/)
  assert.deepEqual(await world.rows('select read_at from handover_message'), [{ read_at: null }])
})
