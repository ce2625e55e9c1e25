import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Hono } from 'hono'
import type { Env } from '../../../platform/http/house.ts'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { addPerson, addRole, addStek, openWork, signedInVisit, Visit } from '../../../test/work.ts'
import type { RoleKind } from '../rules.ts'

let it: TestHouse
let app: Hono<Env>
let here: Awaited<ReturnType<typeof addStek>>
let there: Awaited<ReturnType<typeof addStek>>
let els: string
before(async () => {
  it = await testHouse()
  app = openWork(it.house)
  here = await addStek(it.owner, it.house.newId, 'kalmthout')
  there = await addStek(it.owner, it.house.newId, 'wuustwezel')
})
after(() => it.close())
beforeEach(async () => {
  await it.owner.query('delete from person')
  els = await add('Els', 'coordinator')
})

const add = (name: string, kind: RoleKind, stek = here) =>
  addPerson(it.owner, it.house.newId, {
    name,
    email: `${name.toLowerCase()}@voorbeeld.be`,
    stekId: stek.stekId,
    kind,
    partnerId: kind === 'partner-worker' ? stek.partnerId : undefined,
  })
const asEls = () => signedInVisit(app, it.house, els)
const rolesOf = async (email: string) =>
  (
    await it.owner.query(
      'select kind, partner_id, given_by, left_at from person left join role using (person_id) where email = $1 order by kind',
      [email],
    )
  ).rows
const newcomer = { stek: 'kalmthout', name: 'Jan', email: 'Jan@Voorbeeld.be', role: 'volunteer' }

test('a coordinator adds somebody, who can sign in from then on', async () => {
  const visit = await asEls()
  const response = await visit.post('/werk/mensen', newcomer)
  assert.equal(response.headers.get('location'), '/werk/mensen?stek=kalmthout&gedaan=erbij')
  assert.match(await (await visit.get('/werk/mensen?stek=kalmthout&gedaan=erbij')).text(), /Jan[\s\S]*Vrijwilliger/)
  assert.deepEqual(await rolesOf('jan@voorbeeld.be'), [{ kind: 'volunteer', partner_id: null, given_by: els, left_at: null }])
  const { rows } = await it.owner.query(`select person_id from person where email = 'jan@voorbeeld.be'`)
  assert.equal(await (await (await signedInVisit(app, it.house, rows[0].person_id)).get('/werk')).text(), 'hier werkt Jan')
})

test('a partner worker belongs to a partner of this stek', async () => {
  const visit = await asEls()
  for (const partner of ['', 'onzin', there.partnerId]) {
    const response = await visit.post('/werk/mensen', { ...newcomer, role: 'partner-worker', partner })
    assert.equal(response.status, 422, partner)
    assert.match(await response.text(), /Kies van welke partner/)
  }
  assert.equal((await it.owner.query('select from person')).rowCount, 1, 'nobody is kept without a role')
  assert.equal((await visit.post('/werk/mensen', { ...newcomer, role: 'partner-worker', partner: here.partnerId })).status, 303)
  assert.equal(
    (await visit.post('/werk/mensen', { ...newcomer, email: 'piet@voorbeeld.be', role: 'volunteer', partner: here.partnerId })).status,
    303,
  )
  assert.equal((await rolesOf('piet@voorbeeld.be'))[0].partner_id, null)
})

test('everything that is wrong is told at once, and what was typed stays', async () => {
  const response = await (await asEls()).post('/werk/mensen', {
    stek: 'kalmthout',
    name: 'J'.repeat(81),
    email: 'geen adres',
    role: 'baas',
  })
  assert.equal(response.status, 422)
  const html = await response.text()
  for (const sentence of [/Vul een naam in/, /Vul een e-mailadres in/, /Kies een rol/]) assert.match(html, sentence)
  assert.match(html, /value="geen adres"/)
})

test('odd signs in a name break nothing', async () => {
  const visit = await asEls()
  for (const [at, name] of ['Ja\u0000n', '<script>alert(1)</script>', 'ليلى', '🙂', `'; drop table person; --`, '\ud800'].entries()) {
    assert.equal((await visit.post('/werk/mensen', { ...newcomer, name, email: `n\u0000${at}@voorbeeld.be` })).status, 303, name)
  }
  const html = await (await visit.get('/werk/mensen')).text()
  assert.match(html, /Jan[\s\S]*n0@voorbeeld\.be/)
  assert.doesNotMatch(html, /<script>alert/)
  assert.equal((await visit.post('/werk/mensen', { ...newcomer, name: '\u0000 ' })).status, 422)
})

test('the same person twice is said, and a second role is given beside the first', async () => {
  const visit = await asEls()
  await visit.post('/werk/mensen', newcomer)
  const again = await visit.post('/werk/mensen', newcomer)
  assert.equal(again.status, 422)
  assert.match(await again.text(), /heeft die rol al/)
  assert.equal((await visit.post('/werk/mensen', { ...newcomer, role: 'coordinator' })).status, 303)
  assert.deepEqual(
    (await rolesOf('jan@voorbeeld.be')).map(({ kind }) => kind),
    ['coordinator', 'volunteer'],
  )
})

test('whose last role is taken has left: signed out, without links or passkeys', async () => {
  const jan = await add('Jan', 'volunteer')
  const janVisit = await signedInVisit(app, it.house, jan)
  await it.owner.query(`insert into passkey (credential_id, person_id, public_key) values ('k', $1, '\\x01')`, [jan])
  const response = await (await asEls()).post('/werk/mensen/rol-weg', { stek: 'kalmthout', person: jan, role: 'volunteer' })
  assert.equal(response.status, 303)
  assert.equal((await janVisit.get('/werk')).status, 303)
  const [left] = await rolesOf('jan@voorbeeld.be')
  assert.equal(left.left_at.toString(), it.clock.now().toString())
  for (const table of ['passkey', 'session', 'sign_in_link']) {
    assert.equal((await it.owner.query(`select from ${table} where person_id = $1`, [jan])).rowCount, 0, table)
  }
  assert.equal((await (await asEls()).post('/werk/mensen', newcomer)).status, 303, 'and may come back')
  assert.equal((await rolesOf('jan@voorbeeld.be'))[0].left_at, null)
})

test('who still has a role elsewhere stays', async () => {
  const jan = await add('Jan', 'volunteer')
  await addRole(it.owner, { personId: jan, stekId: there.stekId, kind: 'volunteer' })
  await (await asEls()).post('/werk/mensen/rol-weg', { stek: 'kalmthout', person: jan, role: 'volunteer' })
  assert.equal((await rolesOf('jan@voorbeeld.be'))[0].left_at, null)
})

test("a stek keeps somebody who leads it, also when two take each other's role at once", async () => {
  const visit = await asEls()
  const refused = await visit.post('/werk/mensen/rol-weg', { stek: 'kalmthout', person: els, role: 'coordinator' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Geef eerst iemand anders die rol/)
  for (let round = 0; round < 5; round += 1) {
    const jan = await add(`Jan${round}`, 'community-worker')
    const janVisit = await signedInVisit(app, it.house, jan)
    const elsVisit = await asEls()
    await Promise.all([
      elsVisit.post('/werk/mensen/rol-weg', { stek: 'kalmthout', person: jan, role: 'community-worker' }),
      janVisit.post('/werk/mensen/rol-weg', { stek: 'kalmthout', person: els, role: 'coordinator' }),
    ])
    const { rowCount } = await it.owner.query(`select from role where kind in ('coordinator', 'community-worker')`)
    assert.equal(rowCount, 1)
    await it.owner.query('delete from person')
    els = await add('Els', 'coordinator')
  }
})

test('at the desk a coordinator shows a link that a colleague scans', async () => {
  const jan = await add('Jan', 'volunteer')
  const response = await (await asEls()).post('/werk/mensen/link', { stek: 'kalmthout', person: jan })
  assert.equal(response.status, 200)
  assert.equal(response.headers.get('cache-control'), 'no-store')
  const html = await response.text()
  assert.match(html, /<img class="qr" src="data:image\/svg\+xml,%3Csvg/)
  const link = /http:\/\/localhost(\/werk\/aanmelden\/[\w-]{43})</.exec(html)?.[1] ?? ''
  const phone = new Visit(app)
  assert.equal((await phone.post(link)).status, 303)
  assert.equal(await (await phone.get('/werk')).text(), 'hier werkt Jan')
})

test('no link for a colleague who also works in a stek one does not lead', async () => {
  const jan = await add('Jan', 'volunteer')
  await addRole(it.owner, { personId: jan, stekId: there.stekId, kind: 'coordinator' })
  const refused = await (await asEls()).post('/werk/mensen/link', { stek: 'kalmthout', person: jan })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /een STEK die jij niet leidt/)
  assert.equal((await it.owner.query('select from sign_in_link where person_id = $1', [jan])).rowCount, 0)
})

test('who does not lead sees colleagues without their address, and can change nothing, and stays signed in', async () => {
  const jan = await add('Jan', 'volunteer')
  const visit = await signedInVisit(app, it.house, jan)
  const html = await (await visit.get('/werk/mensen')).text()
  assert.match(html, /Els/)
  assert.doesNotMatch(html, /els@voorbeeld\.be|rol-weg|Toevoegen/)
  for (const [path, fields] of [
    ['/werk/mensen', newcomer],
    ['/werk/mensen/rol-weg', { stek: 'kalmthout', person: els, role: 'coordinator' }],
    ['/werk/mensen/link', { stek: 'kalmthout', person: els }],
  ] as const) {
    const refused = await visit.post(path, fields)
    assert.equal(refused.status, 403, path)
    assert.match(await refused.text(), /een andere rol nodig/)
  }
  assert.equal((await visit.get('/werk')).status, 200)
  const funder = await signedInVisit(app, it.house, await add('Fien', 'funder'))
  assert.equal((await funder.get('/werk/mensen')).status, 403)
})

test('a stek one does not work in looks like one that does not exist', async () => {
  const stranger = await add('Wout', 'coordinator', there)
  const visit = await asEls()
  const [theirs, nowhere] = [await visit.get('/werk/mensen?stek=wuustwezel'), await visit.get('/werk/mensen?stek=nergens')]
  assert.equal(theirs.status, 404)
  assert.equal(await theirs.text(), await nowhere.text())
  for (const path of ['/werk/mensen/link', '/werk/mensen/rol-weg']) {
    assert.equal((await visit.post(path, { stek: 'wuustwezel', person: stranger, role: 'coordinator' })).status, 404)
  }
  assert.equal((await visit.post('/werk/mensen/link', { stek: 'kalmthout', person: stranger })).status, 404)
  assert.equal((await visit.post('/werk/mensen/link', { stek: 'kalmthout', person: `' or 1=1` })).status, 404)
})

test('somebody without any role is told so', async () => {
  const jan = await add('Jan', 'volunteer')
  const visit = await signedInVisit(app, it.house, jan)
  await it.owner.query('delete from role where person_id = $1', [jan])
  const response = await visit.get('/werk/ik')
  assert.equal(response.status, 403)
  assert.match(await response.text(), /nog geen rol/)
})
