import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { type SmallWorld, smallWorld } from '../../../test/small-world.ts'
import { MOST_CHARACTERS } from './message.ts'

let world: SmallWorld
before(async () => {
  world = await smallWorld()
})
afterEach(async () => {
  for (const table of ['exception', 'closure', 'slot', 'offer']) await world.sql(`delete from ${table}`)
})
after(() => world.close())

const message = async (path = '/kalmthout/bericht.txt') => (await world.text(path)).split('\n')

test('the message tells the coming seven days, nearest first, and ends with where you are welcome', async () => {
  await world.offer({ slug: 'ontmoeting', title: 'Ontmoeting', slots: [{ weekday: 4 }, { weekday: 2 }] })
  await world.offer({ slug: 'zee', title: 'Naar zee', slots: [{ on: '2026-12-01' }] })
  assert.deepEqual(await message(), [
    'de STEK Kalmthout',
    'di 24 nov 13.00-16.00 Ontmoeting',
    'do 26 nov 13.00-16.00 Ontmoeting',
    'Loop gerust binnen. https://stek.example/kalmthout',
  ])
})

test('the message marks what is off, and says of what moved on which day it is not', async () => {
  const [slotId] = await world.offer({ slug: 'ontmoeting', title: 'Ontmoeting', slots: [{ weekday: 4 }] })
  const [formsId] = await world.offer({ slug: 'formulieren', title: 'Formulieren', slots: [{ weekday: 5 }] })
  const [lessonId] = await world.offer({ slug: 'les', title: 'Les', slots: [{ weekday: 6 }] })
  await world.sql(`insert into exception (stek_id, slot_id, on_date, cancelled_at) values ($1, $2, '2026-11-26', now())`, [
    world.stekId,
    slotId,
  ])
  await world.sql(
    `insert into exception (stek_id, slot_id, on_date, moved_to) values ($1, $2, '2026-11-27', '2026-11-30'), ($1, $3, '2026-11-28', '2026-12-05')`,
    [world.stekId, formsId, lessonId],
  )
  assert.deepEqual((await message()).slice(1, -1), [
    'do 26 nov Ontmoeting: GAAT NIET DOOR',
    'za 28 nov Les: verplaatst naar za 5 dec 13.00',
    'ma 30 nov 13.00-16.00 Formulieren (niet op vr 27 nov)',
  ])
})

test('a closed site marks everything there as off', async () => {
  await world.offer({ slug: 'ontmoeting', title: 'Ontmoeting', slots: [{ weekday: 4 }] })
  await world.sql(
    `insert into closure (stek_id, closure_id, site_id, from_date, until_date) values ($1, $2, $3, '2026-11-25', '2026-11-29')`,
    [world.stekId, world.test.house.newId(), world.siteId],
  )
  assert.equal((await message())[1], 'do 26 nov Ontmoeting: GAAT NIET DOOR')
})

test('a message that gets too long drops end times, then whole lines, says how many, and never exceeds 480 characters', async () => {
  const titles = [
    'Koffie en een babbel',
    'Samen koken',
    'Hulp bij formulieren',
    'Nederlands oefenen',
    'Fietsen herstellen',
    'Digipunt',
    'Speelgoed lenen',
    'Breien',
  ]
  const seen: string[] = []
  for (const [at, title] of titles.entries()) {
    await world.offer({
      slug: `a${at}`,
      title,
      slots: [{ weekday: 1 + (at % 7) }, { weekday: 1 + ((at + 3) % 7), from: '17:00', until: '18:00' }],
    })
    const lines = await message()
    const told = lines.filter((line) => titles.some((one) => line.endsWith(one)))
    const left = Number(/^en nog (\d+)$/.exec(lines.at(-2) ?? '')?.[1] ?? 0)
    assert.ok(lines.join('\n').length <= MOST_CHARACTERS)
    assert.equal(told.length + left, 2 * (at + 1))
    assert.equal(lines.at(-1), 'Loop gerust binnen. https://stek.example/kalmthout')
    seen.push(left > 0 ? 'dropped' : told[0]?.includes('-') ? 'whole' : 'brief')
  }
  assert.deepEqual([...new Set(seen)], ['whole', 'brief', 'dropped'])
})

test('titles that are all emoji, endless or from right to left never break the message', async () => {
  await world.offer({ slug: 'emoji', title: '👩🏽‍🍳'.repeat(20), slots: [{ weekday: 2 }] })
  await world.offer({ slug: 'rtl', title: '\u202eقهوة\n\u0007 و شاي', slots: [{ weekday: 2, from: '14:00' }] })
  await world.offer({ slug: 'keys', title: '$t(shell.exit) {{address}} <b>', slots: [{ weekday: 2, from: '15:00' }] })
  const text = await world.text('/kalmthout/bericht.txt')
  assert.ok(text.length <= MOST_CHARACTERS)
  assert.match(text, /14\.00-16\.00 \u2068قهوة و شاي\u2069\n/)
  assert.match(text, /15\.00-16\.00 \$t\(shell\.exit\) \{\{address\}\} <b>\n/)
  assert.doesNotMatch(text, /[\u0007\u202e]/)
})

test('a week without anything says so, with the next time', async () => {
  assert.deepEqual((await message()).slice(1, -1), ['De komende dagen is er niets.'])
  await world.offer({ slug: 'zee', title: 'Naar zee', slots: [{ on: '2026-12-12', from: '08:00' }] })
  assert.deepEqual((await message()).slice(1, -1), ['De komende dagen is er niets.', 'Volgende keer: za 12 dec 08.00 Naar zee'])
})

test('the message is plain text, answers 304 when nothing changed, and forgets a moment once it is over', async () => {
  await world.offer({ slug: 'ontmoeting', title: 'Ontmoeting', slots: [{ weekday: 2 }] })
  const first = await world.get('/kalmthout/bericht.txt')
  assert.equal(first.headers.get('content-type'), 'text/plain; charset=utf-8')
  assert.equal((await world.get('/kalmthout/bericht.txt', { 'if-none-match': first.headers.get('etag') ?? '' })).status, 304)
  world.test.clock.pass({ hours: 7 })
  assert.match(await world.text('/kalmthout/bericht.txt'), /De komende dagen is er niets\.\nVolgende keer: di 1 dec/)
  assert.equal((await world.get('/nergens/bericht.txt')).status, 404)
})
