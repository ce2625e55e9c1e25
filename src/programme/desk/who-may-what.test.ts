import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type DeskWorld, deskWorld, formIn, threeSteps, wordsOn } from '../../test/desk-world.ts'
import { addPerson, addStek, signedInVisit, Visit } from '../../test/work.ts'
import { type Bench, carryOut } from './changing/carry-out.ts'
import { deskPaths } from './paths.ts'

let world: DeskWorld
let saamos: { offerId: string; slotId: string }
before(async () => {
  world = await deskWorld()
  saamos = await world.weekly({ title: 'Ontmoeting', weekday: 2, room: null })
})
after(() => world.close())

const stek = 'wuustwezel'

test('a stranger is sent to sign in, with the way back', async () => {
  const answer = await new Visit(world.app).get(deskPaths.week(stek))
  assert.equal(answer.status, 303)
  assert.match(answer.headers.get('location') ?? '', /^\/werk\/aanmelden\?terug=/)
})

test('volunteers and funders read the week without a single button', async () => {
  for (const kind of ['volunteer', 'funder'] as const) {
    const html = await (await world.visits[kind].get(deskPaths.week(stek))).text()
    assert.match(wordsOn(html), /Ontmoeting/)
    assert.doesNotMatch(wordsOn(html), /Gaat niet door|aanpassen|toevoegen|sluiten/i)
    const cockpit = await (await world.visits[kind].get(deskPaths.cockpit(stek))).text()
    assert.doesNotMatch(wordsOn(cockpit), /Klopt nog|Maak ongedaan|Ik druk deze nu af/)
  }
})

test('a partner worker has the buttons of the own offers only', async () => {
  const html = await (await world.visits['partner-worker'].get(deskPaths.week(stek, { week: '2026-W49' }))).text()
  assert.match(html, new RegExp(deskPaths.offer(stek, world.koffie.offerId).replace(/[?]/g, '\\?')))
  assert.doesNotMatch(html, new RegExp(saamos.offerId))
  const { saved } = await threeSteps(world.visits['partner-worker'], deskPaths.moment(stek, world.koffie.slotId, '2026-12-07', 'af'), {})
  assert.equal(saved?.status, 303)
})

test('a forged form of somebody whose role does not allow it gets the page that says so, and changes nothing', async () => {
  const form = { sleutel: world.test.house.newId(), revisie: '0', reason: 'x', step: 'save' }
  const attempts: [keyof DeskWorld['visits'], string][] = [
    ['volunteer', deskPaths.moment(stek, world.koffie.slotId, '2026-12-14', 'af')],
    ['funder', deskPaths.moment(stek, world.koffie.slotId, '2026-12-14', 'af')],
    ['partner-worker', deskPaths.moment(stek, saamos.slotId, '2026-12-15', 'af')],
    ['partner-worker', deskPaths.offer(stek, saamos.offerId)],
    ['partner-worker', deskPaths.endOffer(stek, saamos.offerId)],
    ['partner-worker', deskPaths.newSlot(stek, saamos.offerId)],
    ['partner-worker', deskPaths.closures(stek)],
    ['volunteer', deskPaths.newOffer(stek)],
    ['volunteer', deskPaths.confirm(stek)],
    ['partner-worker', deskPaths.printed(stek)],
  ]
  for (const [kind, path] of attempts) {
    const answer = await world.visits[kind].post(path, form)
    assert.equal(answer.status, 403, `${kind} ${path}`)
    assert.match(wordsOn(await answer.text()), /een andere rol nodig/)
  }
  assert.equal((await world.visits['partner-worker'].post(deskPaths.confirm(stek), { ...form, offer: saamos.offerId })).status, 403)
  assert.deepEqual(await world.rows(`select 1 from exception where on_date in ('2026-12-14', '2026-12-15')`), [])
  assert.deepEqual(await world.rows('select 1 from closure'), [])
})

test('a partner worker cannot make an offer in the name of another partner', async () => {
  const html = await (await world.visits['partner-worker'].get(deskPaths.newOffer(stek))).text()
  const form = { ...formIn(html), title: 'Vreemd', functions: 'meet', first: 'vrijdag', start: '9u', end: '10u', step: 'save' }
  assert.equal(formIn(html).partner, world.ids.caw)
  const answer = await world.visits['partner-worker'].post(deskPaths.newOffer(stek), { ...form, partner: world.ids.saamo })
  assert.equal(answer.status, 422)
  assert.equal((await world.visits['partner-worker'].post(deskPaths.newOffer(stek), form)).status, 303)
})

test('row security says the same as the rules: what the page would not let through, the database does not either', async () => {
  const { house } = world.test
  const change = { stekId: world.stekId, kind: 'offer-change', offerIds: [saamos.offerId] }
  const retitle = async ({ write }: Bench) => write.set('offer', { offer_id: saamos.offerId }, { title: 'Gekaapt' })
  for (const kind of ['partner-worker', 'volunteer', 'funder'] as const) {
    const actor = { personId: world.people[kind] }
    assert.deepEqual(await carryOut(house, { ...change, changeId: house.newId(), actor }, retitle), { state: 'notThere' }, kind)
    const withoutLock = { ...change, changeId: house.newId(), actor, offerIds: [] }
    assert.deepEqual(await carryOut(house, withoutLock, retitle), { state: 'notThere' }, kind)
    const closing = { ...withoutLock, changeId: house.newId(), kind: 'closure-add' }
    const close = async ({ write }: Bench) =>
      write.add('closure', { closure_id: house.newId(), site_id: world.ids.kattegat, from_date: '2026-12-01', until_date: '2026-12-01' })
    assert.deepEqual(await carryOut(house, closing, close), { state: 'notThere' }, kind)
  }
  assert.deepEqual(await world.rows('select title from offer where offer_id = $1', [saamos.offerId]), [{ title: 'Ontmoeting' }])
})

test('the bar shows each role the desks it can open', async () => {
  const bar = async (kind: keyof DeskWorld['visits']) => {
    const html = await (await world.visits[kind].get(deskPaths.week(stek))).text()
    return [...html.slice(html.indexOf('<header'), html.indexOf('</header>')).matchAll(/<a href="([^"?]+)/g)].map(([, href]) => href)
  }
  const everybody = ['/werk', '/werk/programma']
  const [count, welcome, rides, joining, figures] = ['/werk/tellen', '/werk/welkom', '/werk/ritten', '/werk/meedoen', '/werk/cijfers']
  const [handover, guide] = ['/werk/overdracht', '/werk/wegwijzer']
  assert.deepEqual(await bar('volunteer'), [...everybody, count, handover, welcome, rides, '/werk/ik'])
  assert.deepEqual(await bar('partner-worker'), [
    ...everybody,
    count,
    handover,
    '/werk/aanbod',
    welcome,
    joining,
    figures,
    guide,
    '/werk/ik',
  ])
  assert.deepEqual(await bar('coordinator'), [
    ...everybody,
    count,
    handover,
    '/werk/aanbod',
    welcome,
    rides,
    joining,
    figures,
    '/werk/rechten',
    guide,
    '/werk/plekken',
    '/werk/mensen',
    '/werk/ik',
  ])
})

test('somebody of another stek finds nothing here, and what is here is not found from there', async () => {
  const other = await addStek(world.test.owner, world.test.house.newId, 'kalmthout')
  const personId = await addPerson(world.test.owner, world.test.house.newId, {
    name: 'Ans',
    email: 'ans@stek.example',
    stekId: other.stekId,
    kind: 'coordinator',
  })
  const ans = await signedInVisit(world.app, world.test.house, personId)
  assert.equal((await ans.get(deskPaths.week(stek))).status, 404)
  assert.equal((await ans.get(deskPaths.offer('kalmthout', world.koffie.offerId))).status, 404)
  assert.equal((await ans.post(deskPaths.moment('kalmthout', world.koffie.slotId, '2026-12-14', 'af'), { step: 'save' })).status, 404)
  assert.equal((await ans.post(deskPaths.confirm('kalmthout'), { sleutel: 'x', offer: world.koffie.offerId })).status, 403)
})

test('a form that another site sends is refused', async () => {
  const visit = world.visits.coordinator
  const answer = await visit.post(
    deskPaths.moment(stek, world.koffie.slotId, '2026-12-14', 'af'),
    { step: 'save' },
    { 'Sec-Fetch-Site': 'cross-site' },
  )
  assert.equal(answer.status, 403)
})

test('every form that changes something carries a token', async () => {
  const pages = [
    deskPaths.cockpit(stek),
    deskPaths.newOffer(stek),
    deskPaths.offer(stek, world.koffie.offerId),
    deskPaths.slot(stek, world.koffie.slotId),
    deskPaths.endSlot(stek, world.koffie.slotId),
    deskPaths.endOffer(stek, world.koffie.offerId),
    deskPaths.moment(stek, world.koffie.slotId, '2026-12-14'),
    deskPaths.moment(stek, world.koffie.slotId, '2026-12-14', 'af'),
    deskPaths.closures(stek),
  ]
  for (const page of pages) {
    const html = await (await world.visits.coordinator.get(page)).text()
    const forms = [...html.matchAll(/<form [\s\S]*?<\/form>/g)].map(([form]) => form)
    assert.ok(forms.length > 1, page)
    for (const form of forms) assert.match(form, /name="_token" value="[^"]{20,}"/, page)
  }
})
