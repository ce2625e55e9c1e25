import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { codeFor } from '../../../platform/codes/code.ts'
import { signUpPaths } from '../../../programme/sign-up/paths.ts'
import { formIn, wordsOn } from '../../../test/desk-world.ts'
import { type JoiningWorld, joiningWorld } from '../../../test/joining-world.ts'
import { Visit } from '../../../test/work.ts'

let world: JoiningWorld
let address: string
before(async () => {
  world = await joiningWorld()
  address = signUpPaths.join('wuustwezel', world.outing.slotId, world.date)
})
after(() => world.close())
beforeEach(async () => {
  await world.test.owner.query('delete from sign_up_moment; delete from exception; delete from attempt; delete from mail')
  await world.terms({ capacity: 2 })
  world.test.clock.moveTo('2026-11-24T09:00:00+01:00')
})

const visitor = () => new Visit(world.app)
const read = async (visit: Visit, path: string) => (await visit.get(path)).text()

/** Fills in the page as a visitor does and reads the page that comes after it. */
async function joins(typed: Record<string, string>, visit = visitor()) {
  const fields = { ...formIn(await read(visit, address)), ...typed }
  const sent = await visit.post(address, fields)
  assert.equal(sent.status, 303)
  assert.equal(sent.headers.get('set-cookie'), null)
  const seen = sent.headers.get('location') ?? ''
  return { fields, seen, page: await read(visit, seen) }
}
const codeOn = (html: string) => /[a-z]{4} [a-z]{4} [a-z]{4} [1-9][0-9]/.exec(wordsOn(html))?.[0] ?? ''
const kept = async () => (await world.rows<{ count: number }>('select count(*)::integer as count from sign_up'))[0]?.count

test('a visitor goes from the page of the activity to a place and a code, without an account or a cookie', async () => {
  const visit = visitor()
  const activity = await read(visit, '/wuustwezel/activiteit/uitstap-naar-zee')
  assert.ok(activity.includes(`href="${address}"`), 'the coming moment has a link')
  assert.doesNotMatch(await read(visit, '/wuustwezel/activiteit/koffie-en-formulieren'), /meedoen/)
  const page = await visit.get(address)
  assert.equal(page.headers.get('cache-control'), 'no-store')
  const html = await page.text()
  assert.match(wordsOn(html), /woensdag 25 november.*Aan de bushalte.*Een trui.*16.*Er zijn nog 2 plaatsen/)
  const { page: seen, fields } = await joins({ name: 'Fatima' }, visit)
  assert.match(wordsOn(seen), /Je hebt een plaats/)
  assert.match(codeOn(seen), /\d\d$/)
  assert.equal(visit.cookie, undefined)
  assert.equal((await visit.post(address, fields)).status, 303, 'the same form again')
  assert.equal(await kept(), 1, 'is one sign-up')
})

test('a group larger than there are places is told at once, and holds nobody up', async () => {
  const visit = visitor()
  const refused = await visit.post(address, { ...formIn(await read(visit, address)), name: 'An', people: '3' })
  assert.equal(refused.status, 422)
  assert.match(wordsOn(await refused.text()), /Kies een kleiner getal/)
})

test('a name with a family name gets a kind word, and is kept when pressed again', async () => {
  const visit = visitor()
  const refused = await visit.post(address, { ...formIn(await read(visit, address)), name: 'Fatima El Amrani' })
  assert.equal(refused.status, 422)
  const html = await refused.text()
  assert.match(wordsOn(html), /Een voornaam volstaat/)
  assert.equal((await visit.post(address, formIn(html))).status, 303)
  assert.equal(await kept(), 1)
})

test('a national number is refused with a sentence, and nothing is kept', async () => {
  const visit = visitor()
  const refused = await visit.post(address, { ...formIn(await read(visit, address)), name: 'An', phone: '85.07.30-033.28' })
  assert.equal(refused.status, 422)
  assert.match(wordsOn(await refused.text()), /rijksregisternummer\. Dat vragen we nooit/)
  assert.equal(await kept(), 0)
})

test('with the code somebody sees the waiting list, changes and cancels; the next one gets the place and a mail', async () => {
  const first = await joins({ name: 'Jan', people: '2' })
  const second = await joins({ name: 'Amina', email: 'amina@voorbeeld.be' })
  assert.match(wordsOn(second.page), /wachtlijst, op nummer 1/)
  const visit = visitor()
  const opened = await visit.post('/code', { code: codeOn(first.page).toUpperCase() })
  assert.equal(opened.status, 303)
  const seen = opened.headers.get('location') ?? ''
  const form = formIn(await read(visit, seen))
  assert.equal(form.people, '2')
  assert.equal((await visit.post(seen, { ...form, people: '3' })).status, 422, 'there are only two places')
  assert.equal((await visit.post(seen, { ...form, weg: 'ja' })).status, 303)
  assert.match(await read(visit, seen), /Je hebt afgezegd/)
  assert.match(wordsOn(await read(visitor(), second.seen)), /Je hebt een plaats/)
  assert.deepEqual(await world.rows('select recipient from mail'), [{ recipient: 'amina@voorbeeld.be' }])
  assert.deepEqual(await world.rows(`select name from sign_up where withdrawn_at is not null`), [{ name: '' }])
})

test('the page after a form closes by itself, and the code opens it again in every language', async () => {
  const { page, seen } = await joins({ name: 'Jan' })
  world.test.clock.pass({ minutes: 31 })
  assert.match(wordsOn(await read(visitor(), seen)), /weer dicht/)
  for (const language of ['', '/en', '/fr', '/ar', '/uk']) {
    const opened = await visitor().post(`${language}/code`, { code: codeOn(page) })
    assert.equal(opened.status, 303)
    assert.ok(opened.headers.get('location')?.startsWith(`${language}/code/hier?k=`))
    assert.ok((await read(visitor(), opened.headers.get('location') ?? '')).includes(codeOn(page)))
  }
})

test('guessing codes is slowed down; right codes from the same address go on, and reading is never limited', async () => {
  const { page } = await joins({ name: 'Jan' })
  const visit = visitor()
  const tryCode = (code: string) => visit.post('/code', { code })
  const guess = (n: number) => codeFor(world.test.house.secret, `niemand ${n}`)
  const answers = new Set<string>()
  for (let n = 0; n < 60; n += 1) {
    const wrong = await tryCode(n % 2 ? guess(n) : `fout ${n}`)
    assert.equal(wrong.status, 422)
    answers.add(wordsOn(await wrong.text()).replace(/\s+/g, ' '))
  }
  assert.equal(answers.size, 1, 'every wrong code gets the same answer')
  for (let n = 0; n < 60; n += 1) assert.equal((await tryCode(codeOn(page))).status, 303, 'a whole stek on one address')
  for (let n = 60; n < 100; n += 1) assert.equal((await tryCode(guess(n))).status, 422)
  const stopped = await tryCode(guess(101))
  assert.equal(stopped.status, 429)
  assert.match(wordsOn(await stopped.text()), /Wacht 10 minuten, of vraag het/)
  assert.equal((await visit.get('/code')).status, 200)
  world.test.clock.pass({ minutes: 11 })
  assert.equal((await tryCode(codeOn(page))).status, 303)
})

test('codes that begin alike are slowed down wherever the guesses come from', async () => {
  for (let n = 10; n < 40; n += 1) assert.equal((await visitor().post('/code', { code: `kobi lame tuva ${n}` })).status, 422)
  assert.equal((await visitor().post('/code', { code: 'kobi mota tuva 55' })).status, 429)
  assert.equal((await visitor().post('/code', { code: 'bona mota tuva 55' })).status, 422)
})

test('another site cannot sign anybody up; an old phone needs a page of ours', async () => {
  const fields = { ...formIn(await read(visitor(), address)), name: 'An' }
  assert.equal((await new Visit(world.app, { 'Sec-Fetch-Site': 'cross-site' }).post(address, fields)).status, 403)
  const old = new Visit(world.app, {})
  const refused = await old.post(address, { ...fields, _token: '' })
  assert.equal(refused.status, 403)
  assert.match(await refused.text(), /An/)
  assert.equal(await kept(), 0)
  assert.equal((await old.post(address, fields)).status, 303)
})

test('a moment that is closed, over or cancelled takes no names', async () => {
  await world.terms({ capacity: 2, closes: 48 })
  assert.match(wordsOn(await read(visitor(), address)), /Inschrijven kan hier niet meer/)
  await world.terms({ capacity: 2 })
  await world.test.owner.query(`insert into exception (stek_id, slot_id, on_date, cancelled_at) values ($1, $2, $3, now())`, [
    world.stekId,
    world.outing.slotId,
    world.date,
  ])
  assert.match(wordsOn(await read(visitor(), address)), /Dit gaat niet door/)
  assert.equal((await visitor().get(address.replace('2026-11-25', '2026-11-26'))).status, 404)
  assert.equal((await visitor().get(address.replace('2026-11-25', '2026-13-99'))).status, 404)
})

test('a worker sets the places, puts somebody down in two taps, signs off, and tells who has to know', async () => {
  const desk = world.visits.coordinator
  const terms = signUpPaths.terms('wuustwezel', world.outing.offerId)
  const form = formIn(await read(desk, terms))
  assert.equal((await desk.post(terms, { ...form, capacity: '5', kept: '9' })).status, 422)
  assert.equal((await desk.post(terms, { ...form, capacity: '5', kept: '1' })).status, 303)
  assert.match(
    wordsOn(await read(desk, signUpPaths.desk('wuustwezel'))),
    /Plaatsen: 5\. Alleen aan de balie: 1.*woensdag 25 november.*Bezet: 0 van 5/,
  )

  const list = signUpPaths.list('wuustwezel', world.outing.slotId, world.date)
  const blank = await read(desk, list)
  assert.match(wordsOn(blank), /\+1 zonder gsm/)
  const token = /name="_token" value="([^"]+)"/.exec(blank.slice(blank.indexOf('<main')))?.[1] ?? ''
  const added = await desk.post(list, { _token: token, name: 'Maria', people: '1' })
  assert.equal(added.status, 303)
  const page = await read(desk, added.headers.get('location') ?? '')
  assert.match(wordsOn(page), /Maria staat erbij\. De code: [a-z]{4} [a-z]{4} [a-z]{4} \d\d Er is een plaats/)
  assert.equal((await visitor().post('/code', { code: codeOn(page) })).status, 303)

  await joins({ name: 'Amina', email: 'amina@voorbeeld.be' })
  await joins({ name: 'Jef', phone: '0470 12 34 56' })
  await world.test.owner.query(
    `insert into exception (stek_id, slot_id, on_date, cancelled_at, reason) values ($1, $2, $3, now(), 'storm')`,
    [world.stekId, world.outing.slotId, world.date],
  )
  assert.match(wordsOn(await read(desk, list)), /Verwittig iedereen .*Bellen .*Jef .*0470 12 34 56/)
  for (const many of ['1', '0']) {
    const told = await desk.post(list, { _token: token, doe: 'verwittig' })
    assert.match(told.headers.get('location') ?? '', new RegExp(`verwittigd=${many}$`))
  }
  const mails = await world.rows<{ body: string }>('select body from mail')
  assert.match(mails[0]?.body ?? '', /Dit gaat niet door: woensdag 25 november, 10.00 – 12.00, ’t Kattegat/)
  assert.doesNotMatch(mails[0]?.body ?? '', /zee|storm/)
  const [maria] = await world.rows<{ id: string }>(`select sign_up_id as id from sign_up where name = 'Maria'`)
  assert.equal((await desk.post(list, { _token: token, doe: 'weg', wie: maria?.id ?? '' })).status, 303)
  assert.doesNotMatch(wordsOn(await read(desk, list)), /Maria/)
})

test('no list is for everybody: strangers, funders, volunteers and other partners get none', async () => {
  const list = signUpPaths.list('wuustwezel', world.outing.slotId, world.date)
  await joins({ name: 'Geheimeling' })
  assert.equal((await visitor().get(list)).status, 303)
  for (const kind of ['funder', 'volunteer', 'partner-worker'] as const) {
    const answer = await world.visits[kind].get(list)
    assert.ok(answer.status === 403 || answer.status === 404, kind)
    assert.doesNotMatch(await answer.text(), /Geheimeling/)
  }
  for (const path of [address, '/wuustwezel/activiteit/uitstap-naar-zee', '/wuustwezel/programma.json'])
    assert.doesNotMatch(await read(visitor(), path), /Geheimeling/)
})
