import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Hono } from 'hono'
import type { Env } from '../../../platform/http/house.ts'
import { openJobs } from '../../../platform/jobs/jobs.ts'
import { formIn } from '../../../test/desk-world.ts'
import { type TestHouse, testHouse } from '../../../test/house.ts'
import { addPerson, addStek, formTokenIn, openWork, signedInVisit, Visit } from '../../../test/work.ts'
import { personJobs } from '../jobs.ts'
import { makeSignInLink } from './link.ts'

let it: TestHouse
let app: Hono<Env>
let els: string
before(async () => {
  it = await testHouse()
  app = openWork(it.house)
  const { stekId } = await addStek(it.owner, it.house.newId, 'kalmthout')
  els = await addPerson(it.owner, it.house.newId, { name: 'Els', email: 'els@voorbeeld.be', stekId, kind: 'coordinator' })
})
after(() => it.close())
beforeEach(() => it.owner.query('delete from attempt; delete from job; delete from mail; delete from sign_in_link; delete from session'))

const doJobs = () => openJobs(it.house, { kinds: personJobs(it.house) }).runDue()
const mails = async () => (await it.owner.query('select recipient, subject, body from mail')).rows
const linkIn = (body: string) => /\/werk\/aanmelden\/\S+/.exec(body)?.[0] ?? ''
const freshLink = () => makeSignInLink(it.house.database, els, it.clock.now())

test('a worker asks for a link, gets it by mail, presses the button and is in', async () => {
  const visit = new Visit(app)
  assert.equal((await visit.get('/werk/aanmelden')).status, 200)
  const sent = await visit.post('/werk/aanmelden', { email: '  Els@Voorbeeld.be ' })
  assert.equal(sent.status, 200)
  assert.match(await sent.text(), /Kijk in je mailbox/)
  assert.deepEqual(await mails(), [], 'nothing is looked up while the worker waits')
  await doJobs()
  const [mail] = await mails()
  assert.equal(mail.recipient, 'els@voorbeeld.be')
  assert.doesNotMatch(mail.subject + mail.body.replace(/http\S+/, ''), /stek|armoede|sociaal/i, 'who looks over a shoulder learns nothing')
  const page = await visit.get(linkIn(mail.body))
  assert.equal(page.status, 200)
  assert.match(await page.text(), /<button type="submit"/)
  const done = await visit.post(linkIn(mail.body))
  assert.equal(done.status, 303)
  assert.equal(done.headers.get('location'), '/werk')
  assert.equal(await (await visit.get('/werk')).text(), 'hier werkt Els')
})

test('known and unknown addresses get the same answer, byte for byte', async () => {
  const answers = []
  for (const email of ['els@voorbeeld.be', 'niemand@voorbeeld.be']) {
    const response = await new Visit(app).post('/werk/aanmelden', { email })
    const { date, ...headers } = Object.fromEntries(response.headers)
    answers.push({ status: response.status, headers, body: await response.text() })
  }
  assert.deepEqual(answers[0], answers[1])
  await doJobs()
  assert.equal((await mails()).length, 1)
})

test('known and unknown addresses take the same steps in the database', async () => {
  const steps: string[] = []
  const house = {
    ...it.house,
    database: {
      ...it.house.database,
      atTheDoor: ((work) => {
        steps.push('door')
        return it.house.database.atTheDoor(work)
      }) as typeof it.house.database.atTheDoor,
    },
  }
  const counted = openWork(house)
  await new Visit(counted).post('/werk/aanmelden', { email: 'els@voorbeeld.be' })
  const known = steps.splice(0).length
  await new Visit(counted).post('/werk/aanmelden', { email: 'niemand@voorbeeld.be' })
  assert.equal(steps.length, known)
})

test('what is no mail address comes back with a sentence and with what was typed', async () => {
  for (const email of ['', 'els', 'els@', 'els@voorbeeld', '<script>@x.be', `${'e'.repeat(300)}@voorbeeld.be`]) {
    const response = await new Visit(app).post('/werk/aanmelden', { email })
    assert.equal(response.status, 422, email)
    const html = await response.text()
    assert.match(html, /Vul een e-mailadres in/)
    assert.doesNotMatch(html, /<script>@/)
  }
  assert.equal((await it.owner.query('select from job')).rowCount, 0)
  const none = await app.request('/werk/aanmelden', {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' },
    body: '{}',
  })
  assert.equal(none.status, 422)
})

test('a program that checks mail may open the link as often as it likes', async () => {
  const link = await freshLink()
  for (let time = 0; time < 5; time += 1) assert.equal((await new Visit(app).get(link)).status, 200)
  await app.request(link, { method: 'HEAD' })
  assert.equal((await new Visit(app).post(link)).status, 303)
})

test('a link works once', async () => {
  const link = await freshLink()
  const [one, other] = await Promise.all([new Visit(app).post(link), new Visit(app).post(link)])
  assert.deepEqual([one.status, other.status].sort(), [303, 404])
  const again = await new Visit(app).get(link)
  assert.equal(again.status, 404)
  assert.match(await again.text(), /Vraag gerust een nieuwe link/)
})

test('who presses the button twice is simply in', async () => {
  const link = await freshLink()
  const visit = new Visit(app)
  await visit.post(link)
  assert.equal((await visit.post(link)).status, 303)
})

test('a link works for 30 minutes', async () => {
  const link = await freshLink()
  it.clock.pass({ minutes: 29 })
  assert.equal((await new Visit(app).get(link)).status, 200)
  it.clock.pass({ minutes: 1 })
  assert.equal((await new Visit(app).get(link)).status, 404)
  assert.equal((await new Visit(app).post(link)).status, 404)
  assert.equal((await new Visit(app).get('/werk/aanmelden/onzin')).status, 404)
})

test('a stranger is sent to sign in, and afterwards lands where he was going', async () => {
  const visit = new Visit(app)
  const away = await visit.get('/werk/mensen?stek=kalmthout')
  assert.equal(away.status, 303)
  const address = away.headers.get('location') ?? ''
  assert.equal(address, `/werk/aanmelden?terug=${encodeURIComponent('/werk/mensen?stek=kalmthout')}`)
  const html = await (await visit.get(address)).text()
  const terug = /name="terug" value="([^"]+)"/.exec(html)?.[1] ?? ''
  await visit.post('/werk/aanmelden', { email: 'els@voorbeeld.be', terug })
  await doJobs()
  const link = linkIn((await mails())[0].body)
  assert.equal((await visit.post(link)).headers.get('location'), '/werk/mensen?stek=kalmthout')
})

test('nobody is sent to another site after signing in', async () => {
  for (const terug of ['https://kwaad.example', '//kwaad.example/werk', '/werk/../../kwaad']) {
    const visit = new Visit(app)
    assert.equal((await visit.post(`${await freshLink()}?terug=${encodeURIComponent(terug)}`)).headers.get('location'), '/werk')
  }
})

test('the cookie is for this browser and for /werk only', async () => {
  const secure = openWork({ ...it.house, settings: { ...it.house.settings, baseUrl: 'https://stek.example.be' } })
  const own = (await new Visit(secure).post(await freshLink())).headers.get('set-cookie') ?? ''
  for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/werk', 'Secure', 'Max-Age=2592000']) assert.match(own, new RegExp(part))
  const shared = (await new Visit(app).post(await freshLink(), { shared: 'yes' })).headers.get('set-cookie') ?? ''
  assert.doesNotMatch(shared, /Max-Age|Expires|Secure/)
})

test('a shared device is signed out when nobody touched it for half a day', async () => {
  const visit = new Visit(app)
  await visit.post(await freshLink(), { shared: 'yes' })
  it.clock.pass({ hours: 11 })
  assert.equal((await visit.get('/werk')).status, 200)
  it.clock.pass({ hours: 12 })
  assert.equal((await visit.get('/werk')).status, 303)
})

test('signing out ends the session itself, not only the cookie', async () => {
  const visit = await signedInVisit(app, it.house, els)
  const stolen = visit.cookie
  assert.equal((await visit.post('/werk/afmelden')).status, 303)
  assert.equal(visit.cookie, undefined)
  visit.cookie = stolen
  assert.equal((await visit.get('/werk')).status, 303)
})

test('signing in anew ends the session the browser had', async () => {
  const visit = await signedInVisit(app, it.house, els)
  await visit.post(await freshLink())
  assert.equal((await it.owner.query('select from session')).rowCount, 1)
})

test('too many tries from one address are held back, with how long to wait', async () => {
  for (let time = 0; time < 10; time += 1)
    assert.equal((await new Visit(app).post('/werk/aanmelden', { email: `a${time}@voorbeeld.be` })).status, 200)
  const refused = await new Visit(app).post('/werk/aanmelden', { email: 'els@voorbeeld.be' })
  assert.equal(refused.status, 429)
  assert.equal(refused.headers.get('retry-after'), '900')
  assert.match(await refused.text(), /Wacht 15 minuten/)
  assert.equal((await new Visit(app).get('/werk/aanmelden')).status, 200, 'reading is never held back')
  it.clock.pass({ minutes: 15 })
  assert.equal((await new Visit(app).post('/werk/aanmelden', { email: 'els@voorbeeld.be' })).status, 200)
})

test('a stranger who asks links for a worker from everywhere neither floods the mailbox nor keeps the worker out', async () => {
  const behindProxy = openWork({ ...it.house, settings: { ...it.house.settings, baseUrl: 'https://stek.example.be' } })
  const ask = async (from: string, email = 'els@voorbeeld.be') => {
    const visit = new Visit(behindProxy, { 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-For': from })
    return (await visit.post('/werk/aanmelden', { email })).status
  }
  for (let time = 1; time <= 30; time += 1)
    assert.equal(await ask(`10.0.0.${time}`, time % 2 ? 'els@voorbeeld.be' : 'ELS@voorbeeld.be'), 200)
  await doJobs()
  assert.equal((await mails()).length, 5, 'the mailbox is not flooded')
  assert.equal(await ask('192.0.2.7'), 200, 'the worker is never told to wait because of others')
  await doJobs()
  it.clock.pass({ minutes: 14 })
  const [lies] = await mails()
  assert.equal((await new Visit(app).post(linkIn(lies.body))).status, 303, 'a link that lies there still works')
  assert.equal(await ask('192.0.2.7'), 200)
  await doJobs()
  assert.equal((await mails()).length, 6, 'a link that was used makes room for a new one')
  it.clock.pass({ minutes: 10 })
  assert.equal(await ask('192.0.2.7'), 200)
  await doJobs()
  assert.equal((await mails()).length, 7, 'links that are nearly over do not count')
})

test('an old phone without any modern header signs in with the token of the form', async () => {
  const visit = new Visit(app, {})
  const link = await freshLink()
  assert.equal((await visit.post(link)).status, 403)
  const token = formTokenIn(await (await visit.get(link)).text())
  assert.equal((await visit.post(link, { _token: token })).status, 303)
  const page = await (await visit.get('/werk/ik')).text()
  assert.equal((await visit.post('/werk/ik/overal-afmelden', { _token: formTokenIn(page) })).status, 303)
})

test('a form that lay open too long gives back what was typed, and signs nobody out', async () => {
  const visit = await signedInVisit(app, it.house, els)
  const refused = await visit.post('/werk/mensen', { name: 'Jan <b>', email: 'jan@voorbeeld.be', _token: 'oud' }, { 'Sec-Fetch-Site': '' })
  assert.equal(refused.status, 403)
  const html = await refused.text()
  assert.match(html, /Jan &lt;b>/)
  assert.match(html, /Ga terug/)
  assert.equal((await visit.get('/werk')).status, 200)
  const foreign = await visit.post('/werk/mensen', { name: 'Kwaad' }, { 'Sec-Fetch-Site': 'cross-site' })
  assert.equal(foreign.status, 403)
  assert.doesNotMatch(await foreign.text(), /Kwaad/)
})

test('a form sent after the session ended gives back what was typed, and goes again with one press after signing in', async () => {
  const visit = await signedInVisit(app, it.house, els)
  await it.owner.query('delete from session')
  const refused = await visit.post('/werk/mensen?stek=kalmthout', { name: 'Een lange tekst', soort: ['a', 'b'], sleutel: 'k-1' })
  assert.equal(refused.status, 403)
  const html = await refused.text()
  assert.match(html, /<textarea[^>]*>Een lange tekst</)
  assert.doesNotMatch(html, /<textarea[^>]*>k-1</, 'nobody typed that')
  assert.match(html, /<form method="post" action="\/werk\/mensen\?stek=kalmthout">/)
  assert.deepEqual(formIn(html.replace('<body', '<main')), { name: 'Een lange tekst', soort: ['a', 'b'], sleutel: 'k-1' })
  const shared = await new Visit(app).post('/werk/mensen', { name: 'Van een gedeeld toestel' })
  assert.equal(shared.status, 403, 'a browser that forgot its cookie loses nothing either')
  assert.match(await shared.text(), /Van een gedeeld toestel/)
  assert.equal((await new Visit(app).post('/werk/mensen')).headers.get('location'), '/werk/aanmelden')
})

test('who left cannot come in any more, with an old session or an old link', async () => {
  const visit = await signedInVisit(app, it.house, els)
  const link = await freshLink()
  await it.owner.query('update person set left_at = now() where person_id = $1', [els])
  try {
    assert.equal((await visit.get('/werk')).status, 303)
    await visit.post(link)
    assert.equal((await visit.get('/werk')).status, 303)
    await new Visit(app).post('/werk/aanmelden', { email: 'els@voorbeeld.be' })
    await doJobs()
    assert.deepEqual(await mails(), [])
  } finally {
    await it.owner.query('update person set left_at = null where person_id = $1', [els])
  }
})

test('nothing that opens a door lies in the database, once the mail is gone', async () => {
  const link = await freshLink()
  const token = link.split('/').at(-1) ?? ''
  const { rows } = await it.owner.query('select encode(token_hash, $1) as hash from sign_in_link', ['base64'])
  assert.equal(
    rows.some(({ hash }) => hash.includes(token.slice(0, 20))),
    false,
  )
  await new Visit(app).post('/werk/aanmelden', { email: 'els@voorbeeld.be' })
  await doJobs()
  assert.deepEqual((await it.owner.query(`select payload from job where payload::text like '%els%'`)).rows, [])
})
