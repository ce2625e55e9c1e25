import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Hono } from 'hono'
import type { Env } from '../../../platform/http/house.ts'
import { Authenticator } from '../../../test/authenticator.ts'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { addPerson, addStek, openWork, signedInVisit, Visit } from '../../../test/work.ts'

const origin = 'https://stek.example.be'
let it: TestHouse
let app: Hono<Env>
let els: string
let jan: string
before(async () => {
  it = await testHouse({ settings: { baseUrl: origin } })
  app = openWork(it.house)
  const { stekId } = await addStek(it.owner, it.house.newId, 'kalmthout')
  els = await addPerson(it.owner, it.house.newId, { name: 'Els', email: 'els@voorbeeld.be', stekId, kind: 'coordinator' })
  jan = await addPerson(it.owner, it.house.newId, { name: 'Jan', email: 'jan@voorbeeld.be', stekId, kind: 'volunteer' })
})
after(() => it.close())
beforeEach(() => it.owner.query('delete from passkey; delete from passkey_challenge; delete from attempt'))

const ask = async (visit: Visit, address: string) => (await visit.postJson(`${address}/vraag`, {})).json() as never

async function withPasskey(personId = els): Promise<Authenticator> {
  const device = new Authenticator(origin)
  const visit = await signedInVisit(app, it.house, personId)
  const response = await visit.postJson('/werk/ik/sleutels', { response: device.register(await ask(visit, '/werk/ik/sleutels')) })
  assert.equal(response.status, 200)
  return device
}
async function signIn(device: Authenticator, visit = new Visit(app), more = {}): Promise<{ visit: Visit; response: Response }> {
  const response = await visit.postJson('/werk/aanmelden/sleutel', {
    response: device.sign(await ask(visit, '/werk/aanmelden/sleutel')),
    ...more,
  })
  return { visit, response }
}

test('a worker makes a passkey on a device, and signs in with it the next time without mail', async () => {
  const device = await withPasskey()
  const { visit, response } = await signIn(device, new Visit(app), { terug: '/werk/mensen' })
  assert.equal(response.status, 200)
  assert.deepEqual(await response.json(), { to: '/werk/mensen' })
  assert.equal(await (await visit.get('/werk')).text(), 'hier werkt Els')
  assert.match(await (await visit.get('/werk/ik')).text(), /Sleutel van .*24 november 2026/)
  assert.equal((await signIn(device)).response.status, 200, 'and again')
})

test('a challenge can be answered once, and only for five minutes', async () => {
  const device = await withPasskey()
  const visit = new Visit(app)
  const answer = device.sign(await ask(visit, '/werk/aanmelden/sleutel'))
  assert.equal((await visit.postJson('/werk/aanmelden/sleutel', { response: answer })).status, 200)
  assert.equal((await new Visit(app).postJson('/werk/aanmelden/sleutel', { response: answer })).status, 422)
  const late = device.sign(await ask(visit, '/werk/aanmelden/sleutel'))
  it.clock.pass({ minutes: 5 })
  assert.equal((await new Visit(app).postJson('/werk/aanmelden/sleutel', { response: late })).status, 422)
  assert.equal((await it.owner.query('select from passkey_challenge')).rowCount, 0, 'answered or not, it is gone')
})

test('a device that does not check its owner, another site, another key or a copied device is refused', async () => {
  const device = await withPasskey()
  assert.equal((await signIn(device)).response.status, 200)
  device.flags = 1
  assert.equal((await signIn(device)).response.status, 422, 'nobody looked at a finger or a code')
  device.flags = 5
  device.origin = 'https://stek.example.be.kwaad.example'
  assert.equal((await signIn(device)).response.status, 422, 'another site asked')
  device.origin = origin
  const stranger = new Authenticator(origin)
  assert.equal((await signIn(stranger)).response.status, 422, 'a key nobody knows')
  device.id.copy(stranger.id)
  stranger.counter = 100
  assert.equal((await signIn(stranger)).response.status, 422, 'a wrong signature under a known name')
  device.counter = 0
  assert.equal((await signIn(device)).response.status, 422, 'a counter that went back: the device was copied')
})

test('what makes no sense is refused without breaking anything', async () => {
  const device = await withPasskey()
  const good = device.sign(await ask(new Visit(app), '/werk/aanmelden/sleutel'))
  for (const body of [
    undefined,
    null,
    [],
    {},
    { response: 'x' },
    { response: { id: 'x' } },
    { response: { ...good, id: 'x\u0000' } },
    { response: { ...good, response: { ...good.response, clientDataJSON: '%%%' } } },
    { response: { ...good, response: { ...good.response, clientDataJSON: Buffer.from('{"challenge":{}}').toString('base64url') } } },
    { response: { ...good, response: {} } },
  ]) {
    assert.equal((await new Visit(app).postJson('/werk/aanmelden/sleutel', body)).status, 422, JSON.stringify(body))
  }
  const visit = await signedInVisit(app, it.house, els)
  assert.equal((await visit.postJson('/werk/ik/sleutels', { response: {} })).status, 422)
})

test('a passkey is made only by who is signed in, for that person', async () => {
  const device = new Authenticator(origin)
  assert.equal((await new Visit(app).postJson('/werk/ik/sleutels/vraag', {})).status, 303)
  const [elsVisit, janVisit] = [await signedInVisit(app, it.house, els), await signedInVisit(app, it.house, jan)]
  const asked = await ask(elsVisit, '/werk/ik/sleutels')
  assert.equal((await janVisit.postJson('/werk/ik/sleutels', { response: device.register(asked) })).status, 422)
  const signInChallenge = await ask(new Visit(app), '/werk/aanmelden/sleutel')
  const answer = device.register({ ...(signInChallenge as object), rp: { id: 'stek.example.be' } } as never)
  assert.equal(
    (await elsVisit.postJson('/werk/ik/sleutels', { response: answer })).status,
    422,
    'a challenge for signing in makes no passkey',
  )
  assert.equal((await it.owner.query('select from passkey')).rowCount, 0)
})

test('one takes away the own passkey, not that of a colleague', async () => {
  const device = await withPasskey()
  const sleutel = device.id.toString('base64url')
  await (await signedInVisit(app, it.house, jan)).post('/werk/ik/sleutels/weg', { sleutel })
  assert.equal((await signIn(device)).response.status, 200)
  const visit = await signedInVisit(app, it.house, els)
  assert.equal((await visit.post('/werk/ik/sleutels/weg', { sleutel })).headers.get('location'), '/werk/ik?gedaan=weg')
  assert.equal((await signIn(device)).response.status, 422)
})

test('signing out everywhere ends every session of this person and of nobody else', async () => {
  const [one, other, janVisit] = [
    await signedInVisit(app, it.house, els),
    await signedInVisit(app, it.house, els),
    await signedInVisit(app, it.house, jan),
  ]
  await one.post('/werk/ik/overal-afmelden')
  assert.equal((await other.get('/werk')).status, 303)
  assert.equal((await janVisit.get('/werk')).status, 200)
})

test('who left cannot use a passkey', async () => {
  const device = await withPasskey(jan)
  await it.owner.query('update person set left_at = now() where person_id = $1', [jan])
  assert.equal((await signIn(device)).response.status, 422)
  await it.owner.query('update person set left_at = null where person_id = $1', [jan])
})

test('asking for challenges is limited per address', async () => {
  const visit = new Visit(app)
  for (let time = 0; time < 30; time += 1) assert.equal((await visit.postJson('/werk/aanmelden/sleutel/vraag', {})).status, 200)
  assert.equal((await visit.postJson('/werk/aanmelden/sleutel/vraag', {})).status, 429)
})

test('the buttons for passkeys stay hidden until the browser can use them', async () => {
  const html = await (await new Visit(app).get('/werk/aanmelden')).text()
  assert.match(html, /<div hidden data-passkey="sign-in"/)
  assert.match(html, /<script type="module" src="\/assets\/passkey\.js">/)
})
