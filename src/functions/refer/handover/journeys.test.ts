import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { formIn, wordsOn } from '../../../test/desk-world.ts'
import { codesOn, type HandoverWorld, handoverWorld } from '../../../test/handover-world.ts'
import { Visit } from '../../../test/work.ts'
import { endHandovers } from './jobs.ts'
import { handoverPaths } from './paths.ts'

let world: HandoverWorld
before(async () => {
  world = await handoverWorld()
})
after(() => world.close())
beforeEach(async () => {
  await world.test.owner.query('delete from handover; delete from handover_outcome; delete from handover_bounce; delete from attempt')
  await world.test.owner.query('update service set ended_on = null')
  world.test.clock.moveTo('2026-11-24T09:00:00+01:00')
})

const answers = async (code: string, typed: Record<string, string>) => {
  const { visit, html, address } = await world.opens(code)
  const k = new URL(address, 'http://here').searchParams.get('k') ?? ''
  return visit.post(address, { ...formIn(html), k, ...typed, wat: 'antwoord' })
}
const list = async () => wordsOn(await (await world.visits.volunteer.get('/werk/overdracht?stek=wuustwezel')).text())

test('a worker finds a service, makes a slip without a name, and the visitor leaves with it in Ukrainian', async () => {
  const desk = world.visits['community-worker']
  const found = await (await desk.get('/werk/overdracht?stek=wuustwezel&q=gemeente+sociale')).text()
  assert.match(wordsOn(found), /Sociale dienst Gemeente/)
  assert.doesNotMatch(wordsOn(found), /Schuldhulp/)
  assert.match(wordsOn(await (await desk.get('/werk/overdracht?stek=wuustwezel&q=uldhu')).text()), /Schuldhulp/)
  const form = await (await desk.get(handoverPaths.make('wuustwezel', world.services.social))).text()
  assert.doesNotMatch(form, /<textarea|name="(name|naam)"/)
  const { page, own, service, seal } = await world.slip({ language: 'uk', shows: 'yes', companion: 'volunteer' })
  assert.match(own, /\d\d$/)
  assert.notEqual(own, service)
  assert.ok(page.includes('href="/uk/code/briefje.pdf?k='))
  const slip = await new Visit(world.app).get(`/uk${handoverPaths.slip(seal)}`)
  assert.equal(slip.headers.get('cache-control'), 'no-store')
  assert.equal(slip.headers.get('set-cookie'), null)
  const words = wordsOn(await slip.text())
  assert.match(words, /четвер, 3 грудня, 09:30/)
  assert.match(words, /Соціальна служба/)
  assert.match(words, /Посвідчення особи/)
  assert.match(words, /З вами йде волонтер/)
  assert.ok(words.includes(own) && words.includes(service))
  const pdf = await new Visit(world.app).get(`/uk${handoverPaths.slipPdf(seal)}`)
  assert.equal(pdf.headers.get('content-type'), 'application/pdf')
  world.test.clock.pass({ minutes: 31 })
  assert.doesNotMatch(await (await new Visit(world.app).get(`/uk${handoverPaths.slip(seal)}`)).text(), new RegExp(own))
})

test('the service answers by the code on the phone, and the desk sees the outcome, not the person', async () => {
  const { service, own } = await world.slip()
  assert.match(await list(), /Sociale dienst donderdag 3 december om 09\.30.*Nog geen antwoord/)
  const { html } = await world.opens(service.toUpperCase())
  assert.match(
    wordsOn(html),
    /Iemand van de STEK komt bij jullie langs.*donderdag 3 december om 09\.30.*Sociaal Huis, Dorpsplein 1, Wuustwezel.*Gezondheid, geld en zorg/,
  )
  assert.equal((await answers(service, { outcome: 'arrived' })).status, 303)
  assert.match(await list(), /Aangekomen/)
  assert.match(wordsOn((await world.opens(own)).html), /Goed aangekomen/)
})

test('a last answer can be put right for a day; then the code of the service is used up', async () => {
  const { service } = await world.slip()
  await answers(service, { outcome: 'arrived' })
  world.test.clock.pass({ hours: 23 })
  await answers(service, { outcome: 'no-help', barrier: 'waiting-list' })
  assert.match(await list(), /Lukte daar niet: Er is een wachtlijst/)
  world.test.clock.pass({ hours: 2 })
  const { html } = await world.opens(service)
  assert.match(wordsOn(html), /Deze code is gebruikt/)
  assert.doesNotMatch(wordsOn(html), /donderdag|Dorpsplein|Gezondheid, geld en zorg/)
  assert.equal((await answers(service, { outcome: 'arrived' })).headers.get('location')?.includes('gedaan=te-laat'), true)
  assert.match(await list(), /Lukte daar niet/)
})

test('"not yet" stays open, and an answer without a barrier asks for one', async () => {
  const { service } = await world.slip()
  assert.equal((await answers(service, { outcome: 'not-yet' })).status, 303)
  world.test.clock.pass({ days: 3 })
  const refused = await answers(service, { outcome: 'no-help' })
  assert.equal(refused.status, 422)
  assert.match(wordsOn(await refused.text()), /Kies wat in de weg stond/)
  assert.equal((await answers(service, { outcome: 'passed-on', naar: world.services.debts })).status, 303)
  assert.match(await list(), /Doorgestuurd: Schuldhulp/)
})

test('in a guide of thousands the page of a service still loads at once, and offers where somebody may have been passed on to', async () => {
  const { owner } = world.test
  const { service } = await world.slip()
  await owner.query(
    `insert into service (stek_id, service_id, organisation_id, slug, name, themes)
     select stek_id, gen_random_uuid(), organisation_id, 'veel-' || n, md5(n::text) || ' dienst ' || n, case when n % 40 = 0 then array['welfare-health'] else array['mobility'] end
     from organisation, generate_series(1, 2000) n where slug = 'caw'`,
  )
  const { html } = await world.opens(service, '/ar')
  await owner.query(`delete from service where slug like 'veel-%'`)
  assert.ok(gzipSync(html).length <= 14_336, `${gzipSync(html).length} bytes`)
  assert.match(html, /dienst 40 \(CAW\)/)
  assert.match(html, /dienst 2000 \(CAW\)/)
  assert.doesNotMatch(html, /Sociale dienst \(/, 'not to itself')
})

test('what bounced may become a signal: theme, barrier and service are kept, never more', async () => {
  const { service, handoverId } = await world.slip()
  await answers(service, { outcome: 'no-help', barrier: 'digital' })
  const kept = await world.visits.volunteer.post('/werk/overdracht/botst?stek=wuustwezel', { briefje: handoverId })
  assert.equal(kept.status, 303)
  await world.visits.volunteer.post('/werk/overdracht/botst?stek=wuustwezel', { briefje: handoverId })
  const rows = await world.rows('select month::text, theme, barrier, service_id from handover_bounce')
  assert.deepEqual(rows, [{ month: '2026-11-01', theme: 'welfare-health', barrier: 'digital', service_id: world.services.social }])
})

test('the person stops with the own code, and nothing stays, not even in the tally', async () => {
  const { own, service } = await world.slip()
  const { visit, html, address } = await world.opens(own, '/ar')
  assert.equal((await visit.post(address, { ...formIn(html), wat: 'alles-weg' })).headers.get('location'), '/ar/code/gewist')
  assert.equal((await world.rows('select from handover')).length, 0)
  assert.equal((await world.rows('select from handover_outcome')).length, 0)
  assert.equal((await world.opens(service)).status, 422)
})

test('REFER-4 a volunteer takes back for somebody who lost the code: that shares less, the page says so, and nothing is shared again', async () => {
  const { seal, handoverId, service } = await world.slip()
  await world.message(seal, 'Ik zoek een tolk.', [1])
  assert.match(await list(), /Is de code kwijt en vraagt de persoon om te stoppen\?.*Wissen deelt niets en mag van iedereen hier/)
  const away = (wat: string) => world.visits.volunteer.post('/werk/overdracht/weg?stek=wuustwezel', { briefje: handoverId, wat })
  await away('bericht')
  assert.deepEqual(await world.test.house.keys.ids(), [])
  assert.match(wordsOn((await world.opens(service)).html), /Hoe is het gegaan/, 'the slip itself goes on')
  assert.equal((await world.visits.funder.post('/werk/overdracht/weg?stek=wuustwezel', { briefje: handoverId, wat: 'alles' })).status, 403)
  await away('alles')
  assert.equal((await world.opens(service)).status, 422)
  assert.equal((await world.rows('select from handover_outcome')).length, 0)
})

test('the code of the service cannot stop a handover, and the own code cannot answer for the service', async () => {
  const { own, service, handoverId } = await world.slip()
  const torn = await world.opens(service)
  await torn.visit.post(torn.address, { ...formIn(torn.html), wat: 'alles-weg' })
  const mine = await world.opens(own)
  await mine.visit.post(mine.address, { ...formIn(mine.html), wat: 'antwoord', outcome: 'arrived' })
  assert.deepEqual(await world.rows('select handover_id, outcome from handover'), [{ handover_id: handoverId, outcome: null }])
})

test('a wrong code, an old one and a withdrawn one look the same; a hundred guesses do not hold up who has a right one for long', async () => {
  const { service } = await world.slip()
  const wrong = await world.opens('baba baba baba 11')
  assert.equal(wrong.status, 422)
  const guess = (at: number) => `${'bdklmnrstv'[at % 10]}a${'bdklmnrstv'[Math.floor(at / 10) % 10]}o keke lolo 4${at % 10}`
  let refused = 0
  for (let at = 0; at < 110; at += 1) if ((await world.opens(guess(at))).status === 429) refused += 1
  assert.ok(refused > 0, 'guessing is slowed down')
  world.test.clock.pass({ minutes: 10 })
  assert.equal((await world.opens(service)).status, 303, 'ten minutes later a right code opens again')
  world.test.clock.pass({ days: 31 })
  const old = await world.opens(service)
  const same = (html: string) => wordsOn(html).replace(service, '').replace('baba baba baba 11', '')
  assert.equal(same(old.html), same(wrong.html))
})

test('a service that leaves the guide, or stops, with slips open: the slip goes on and says where to ask', async () => {
  const { own, service } = await world.slip({}, world.visits.volunteer)
  await world.test.owner.query(`update service set ended_on = '2026-11-24' where service_id = $1`, [world.services.social])
  assert.match(await list(), /Deze dienst is gestopt/)
  assert.match(wordsOn((await world.opens(own)).html), /Vraag in de STEK waar je nu terecht kan/)
  await world.test.owner.query('begin')
  await world.test.owner.query('savepoint before')
  await world.test.owner.query(
    'delete from organisation where organisation_id = (select organisation_id from service where service_id = $1)',
    [world.services.social],
  )
  assert.deepEqual((await world.test.owner.query('select service_id from handover')).rows, [{ service_id: null }])
  await world.test.owner.query('rollback')
  assert.equal((await answers(service, { outcome: 'arrived' })).status, 303)
})

test('a slip for a day that is over, or further than it lives, is refused with what was typed kept', async () => {
  const visit = world.visits['community-worker']
  const form = formIn(await (await visit.get(handoverPaths.make('wuustwezel', world.services.social))).text())
  for (const [typed, says] of [
    [{ date: '1/1/2027' }, /werkt tot/],
    [{ date: 'overmorgenvroeg' }, /geen dag/],
    [{ date: '', time: '9u' }, /hoort een dag/],
    [{ theme: 'alles' }, /waarover het gaat/],
    [{ companion: 'Jan' }, /wie meegaat/],
  ] as const) {
    const refused = await visit.post('/werk/overdracht?stek=wuustwezel', {
      ...form,
      theme: 'welfare-health',
      date: '3 december',
      time: '',
      ...typed,
    })
    assert.equal(refused.status, 422, JSON.stringify(typed))
    assert.match(wordsOn(await refused.text()), says)
  }
  assert.equal((await world.rows('select from handover')).length, 0)
})

test('a form that is sent twice makes one slip, with the same codes', async () => {
  const visit = world.visits.coordinator
  const form = { ...formIn(await (await visit.get(handoverPaths.make('wuustwezel', world.services.debts))).text()), date: '', time: '' }
  const [one, other] = await Promise.all([1, 2].map(() => visit.post('/werk/overdracht?stek=wuustwezel', form)))
  assert.equal(one?.status, 303)
  assert.equal(other?.status, 303)
  assert.equal((await world.rows('select from handover')).length, 1)
  const codes = await Promise.all(
    [one, other].map(async (sent) => codesOn(await (await visit.get(sent?.headers.get('location') ?? '')).text())),
  )
  assert.deepEqual(codes[0], codes[1])
  assert.equal(codes[0]?.length, 2)
})

test('who goes back and changes the hour gets a new slip with new codes, and hears that the first one is still there', async () => {
  const visit = world.visits.coordinator
  const form = { ...formIn(await (await visit.get(handoverPaths.make('wuustwezel', world.services.debts))).text()), date: '3 december' }
  const sends = async (time: string) => {
    const sent = await visit.post('/werk/overdracht?stek=wuustwezel', { ...form, time })
    const page = await (await visit.get(sent.headers.get('location') ?? '')).text()
    return { words: wordsOn(page), codes: codesOn(page) }
  }
  const first = await sends('9u30')
  const changed = await sends('10u30')
  assert.match(changed.words, /donderdag 3 december om 10\.30/)
  assert.match(changed.words, /Dit is een nieuw briefje/)
  assert.doesNotMatch(first.words, /Dit is een nieuw briefje/)
  assert.equal(new Set([...first.codes, ...changed.codes]).size, 4)
  assert.equal((await sends('9u30')).codes[0], first.codes[0], 'the very same form is still the first slip')
  assert.equal((await world.rows('select from handover')).length, 2)
})

test('nobody without a role here makes slips, and a funder does not', async () => {
  assert.equal((await world.visits.funder.get('/werk/overdracht?stek=wuustwezel')).status, 403)
  assert.equal((await new Visit(world.app).get('/werk/overdracht?stek=wuustwezel')).status, 303)
  assert.equal((await world.visits.volunteer.get('/werk/overdracht/bericht?stek=wuustwezel&k=x')).status, 403)
})

test('handovers end by themselves, and the job may run twice', async () => {
  await world.slip()
  world.test.clock.pass({ days: 30 })
  await endHandovers(world.test.house)
  await endHandovers(world.test.house)
  assert.deepEqual(await world.rows('select month::text, outcome, service_id from handover_outcome'), [
    { month: '2026-11-01', outcome: 'unknown', service_id: world.services.social },
  ])
  assert.equal((await world.rows('select from handover')).length, 0)
})

test('anybody prints a blank slip from the guide, in the own language, and nothing is kept of it', async () => {
  const page = await new Visit(world.app).get('/uk/wuustwezel/wegwijzer/sociale-dienst/briefje')
  assert.equal(page.status, 200)
  const words = wordsOn(await page.text())
  const [outside = '', inside = ''] = words.split('Загніть нижній')
  assert.match(outside, /День: Година: Dorpsplein 1, Wuustwezel/)
  assert.doesNotMatch(outside, /оціальна|Sociaal|Sociale/, 'outside nothing tells where to')
  assert.match(inside, /Куди Соціальна служба Де Sociaal Huis, Dorpsplein 1, Wuustwezel/)
  assert.match(words, /Посвідчення особи/)
  assert.equal((await world.rows('select from handover')).length, 0)
  assert.equal((await new Visit(world.app).get('/wuustwezel/wegwijzer/nergens/briefje')).status, 404)
  assert.equal((await new Visit(world.app).get('/nergens/wegwijzer/sociale-dienst/briefje')).status, 404)
})

test('where the guide knows no place, the slip has a line to write it on, and the desk says which number misses', async () => {
  await world.test.owner.query('delete from service_at_location')
  await world.test.owner.query(`update service set phone = null; update organisation set phone = null`)
  const { page, seal } = await world.slip({ date: '', time: '' })
  assert.match(wordsOn(page), /Staat niet in de wegwijzer.*de wegwijzer kent geen nummer van deze dienst/)
  assert.match(wordsOn(await (await new Visit(world.app).get(`/ar${handoverPaths.slip(seal)}`)).text()), /أين:/)
})
