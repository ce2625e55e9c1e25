import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type DeskWorld, deskWorld, wordsOn } from '../../test/desk-world.ts'
import { Visit } from '../../test/work.ts'
import { textOfPdf } from '../channels/flyer/pdf-text.ts'
import { paths } from '../paths.ts'
import { hostPaths } from './paths.ts'

const stek = 'wuustwezel'
let world: DeskWorld
before(async () => {
  world = await deskWorld({ now: '2026-11-30T09:00:00+01:00' })
  await world.test.owner.query(`update person set name = 'Jef Janssens' where person_id = $1`, [world.people.volunteer])
  await world.test.owner.query(`update offer set who_you_meet = 'een vrijwilliger'`)
})
after(() => world.close())

const visitor = () => new Visit(world.app)
const page = async (language = '') => wordsOn(await (await visitor().get(`${language}/${stek}`)).text())
const mag = (who: keyof DeskWorld['visits'], mag: 'ja' | 'nee') => world.visits[who].post(`/werk/ik/voornaam?stek=${stek}`, { mag })
const put = (who: keyof DeskWorld['visits'], hoeVaak: 'een' | 'altijd', date = '2026-11-30') =>
  world.visits.coordinator.post(hostPaths.moment(stek, world.koffie.slotId, date, 'zet'), { wie: world.people[who], hoeVaak })

test('the first page says a first name only when that person agreed, and no longer once it is taken back', async () => {
  await put('volunteer', 'altijd')
  assert.match(await page(), /Wie zie je vandaag\? Een vrijwilliger/)
  assert.doesNotMatch(await page(), /Jef|Janssens/)
  assert.equal((await mag('volunteer', 'ja')).headers.get('location'), '/werk/ik?gedaan=voornaam')
  assert.match(await page(), /Vandaag zie je Jef\./)
  assert.match(await page('/en'), /Today you will see Jef ?\./)
  assert.match(await page('/uk'), /Jef/)
  assert.doesNotMatch(await page(), /Janssens/)
  assert.match(
    wordsOn(await (await world.visits.volunteer.get('/werk/ik')).text()),
    /mag op de bladzijde van de STEK Wuustwezel, sinds maandag 30 november 2026/,
  )
  await mag('volunteer', 'nee')
  assert.doesNotMatch(await page(), /Jef/)
  assert.deepEqual(await world.rows('select from name_consent'), [])
})

test('somebody else on this date hides the standing host, and who left is not shown', async () => {
  await mag('volunteer', 'ja')
  assert.match(await page(), /Jef/)
  await put('community-worker', 'een')
  assert.doesNotMatch(await page(), /Jef|Noor/)
  await mag('community-worker', 'ja')
  assert.match(await page(), /Vandaag zie je Noor\./)
  await world.test.owner.query('delete from moment_host')
  world.test.versions.forget(world.stekId)
  assert.match(await page(), /Jef/)
  await world.visits.coordinator.post('/werk/mensen/rol-weg', { stek, person: world.people.volunteer, role: 'volunteer' })
  assert.doesNotMatch(await page(), /Jef/)
  assert.deepEqual(await world.rows('select person_id from slot_host'), [])
})

test('no channel carries a name: flyer, poster, feed, JSON, message, read-aloud, phone script, embedded week, offer and week', async () => {
  await put('community-worker', 'altijd')
  assert.match(await page(), /Noor/)
  for (const paper of [paths.flyer(stek, 'a5', 'nl'), paths.poster(stek, 'nl')]) {
    const text = await textOfPdf(new Uint8Array(await (await visitor().get(paper)).arrayBuffer()))
    assert.match(text, /Koffie/)
    assert.doesNotMatch(text, /\bNoor\b/, paper)
  }
  const addresses = [
    paths.feed(stek),
    paths.json(stek),
    paths.message(stek),
    paths.aloud(stek),
    paths.phoneScript(stek),
    paths.embed(stek),
    paths.programme(stek),
    paths.activity(stek, 'koffie-en-formulieren'),
  ]
  for (const address of addresses) {
    const answer = await visitor().get(address)
    assert.equal(answer.status, 200, address)
    assert.doesNotMatch(await answer.text(), /\bNoor\b/, address)
  }
  assert.doesNotMatch(
    (await (await visitor().get(`/${stek}`)).text()).match(/<script type="application\/ld\+json">[\s\S]*?<\/script>/)?.[0] ?? '',
    /Noor/,
  )
})

test('a name on the page of a day without that moment does not stand there', async () => {
  assert.match(await page(), /Noor/)
  world.test.clock.moveTo('2026-12-01T09:00:00+01:00')
  assert.doesNotMatch(await page(), /Noor/)
})
