import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ICAL from 'ical.js'
import { type SmallWorld, smallWorld } from '../../../test/small-world.ts'

let world: SmallWorld
const slots: Record<string, string> = {}

before(async () => {
  world = await smallWorld()
  const add = async (name: string, wanted: Parameters<SmallWorld['offer']>[0]) => {
    slots[name] = (await world.offer(wanted))[0] ?? ''
  }
  await add('coffee', {
    slug: 'koffie',
    title: 'Koffie; soep, en <script>alert(1)</script> ☕',
    whoYouMeet: 'vrijwilligers',
    slots: [{ weekday: 2 }],
  })
  await add('forms', {
    slug: 'formulieren',
    title: 'Koffie en Formulieren',
    confidential: true,
    summary: 'Hulp bij je papieren.',
    whoYouMeet: 'CAW',
    slots: [{ weekday: 1 }],
  })
  await add('lesson', {
    slug: 'les',
    title: 'درس اللغة الهولندية للمبتدئين كل أسبوع في المقصف',
    partner: 'ligo',
    functions: ['learn'],
    slots: [{ weekday: 4 }],
  })
  await world.sql(
    `insert into exception (stek_id, slot_id, on_date, moved_to, start_time, end_time, reason) values ($1, $2, '2026-11-30', '2026-12-03', '14:00', '17:00', 'Els is ziek')`,
    [world.stekId, slots['forms']],
  )
  await world.sql(
    `insert into exception (stek_id, slot_id, on_date, cancelled_at, reason) values ($1, $2, '2026-12-01', now(), 'Els is ziek')`,
    [world.stekId, slots['coffee']],
  )
  await world.sql(
    `insert into closure (stek_id, closure_id, site_id, from_date, until_date, reason) values ($1, $2, $3, '2026-12-21', '2026-12-23', 'poetsen')`,
    [world.stekId, world.test.house.newId(), world.siteId],
  )
})
after(() => world.close())

const eventsOf = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
const feed = async (path = '/kalmthout/programma.ics') => eventsOf(await world.text(path))
const onDay = (events: ICAL.Event[], slot: string | undefined, planned: string) =>
  events.filter(({ uid }) => uid === `${slot}-${planned}@stek.example`)

test('the calendar feed holds every moment of the last four weeks and the coming year, in UTC', async () => {
  const answer = await world.get('/kalmthout/programma.ics')
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8')
  const text = await answer.text()
  assert.doesNotMatch(text, /TZID|VTIMEZONE/)
  const events = eventsOf(text)
  assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length)
  const days = events.map(({ startDate }) => startDate.toString()).sort()
  assert.equal(days[0]?.slice(0, 10), '2026-10-27')
  assert.equal(days.at(-1)?.slice(0, 10), '2027-11-23')
  const winter = onDay(events, slots['coffee'], '2026-11-24')[0]
  const summer = onDay(events, slots['coffee'], '2027-06-15')[0]
  assert.equal(winter?.startDate.toString(), '2026-11-24T12:00:00Z')
  assert.equal(summer?.startDate.toString(), '2027-06-15T11:00:00Z')
})

test('a moment that was moved keeps its identity, and one that is off says so in its title and its state', async () => {
  const events = await feed()
  const [moved, ...copies] = onDay(events, slots['forms'], '2026-11-30')
  assert.equal(copies.length, 0)
  assert.equal(moved?.startDate.toString(), '2026-12-03T13:00:00Z')
  assert.match(moved?.description ?? '', /30 november/)
  const off = onDay(events, slots['coffee'], '2026-12-01')[0]
  assert.equal(off?.component.getFirstPropertyValue('status'), 'CANCELLED')
  assert.match(off?.summary ?? '', /^Gaat niet door: Koffie; soep/)
  const closed = onDay(events, slots['coffee'], '2026-12-22')[0]
  assert.equal(closed?.component.getFirstPropertyValue('status'), 'CANCELLED')
  assert.equal(onDay(events, slots['coffee'], '2026-12-08')[0]?.component.getFirstPropertyValue('status'), 'CONFIRMED')
})

test('REFER-4 what stays on devices of others holds no reason with a name in it, and of a confidential offer only title and place', async () => {
  const text = await world.text('/kalmthout/programma.ics')
  assert.doesNotMatch(text, /Els is ziek|poetsen/)
  const forms = onDay(eventsOf(text), slots['forms'], '2026-12-07')[0]
  assert.equal(forms?.summary, 'Koffie en Formulieren')
  assert.equal(forms?.location, 'Kantine Bezemheide, Heidestraat 1, 2920 Kalmthout')
  assert.equal(forms?.component.hasProperty('description'), false)
  const coffee = onDay(eventsOf(text), slots['coffee'], '2026-12-08')[0]
  assert.match(coffee?.description ?? '', /vrijwilligers/)
})

test('odd titles come through whole, and no line of the file is longer than 75 octets', async () => {
  const text = await world.text('/kalmthout/programma.ics')
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  assert.equal(text.replaceAll('\r\n', '').includes('\n'), false)
  const titles = new Set(eventsOf(text).map(({ summary }) => summary))
  assert.ok(titles.has('Koffie; soep, en <script>alert(1)</script> ☕'))
  assert.ok(titles.has('درس اللغة الهولندية للمبتدئين كل أسبوع في المقصف'))
})

test('there is a feed per partner and per offer, and one that does not exist is not found', async () => {
  const ofPartner = await feed('/kalmthout/programma.ics?partner=ligo')
  assert.deepEqual([...new Set(ofPartner.map(({ summary }) => summary.slice(0, 3)))], ['درس'])
  const ofOffer = await feed('/kalmthout/programma.ics?activiteit=formulieren')
  assert.deepEqual([...new Set(ofOffer.map(({ summary }) => summary))], ['Koffie en Formulieren', 'Gaat niet door: Koffie en Formulieren'])
  for (const wrong of ['?partner=niemand', '?activiteit=niets', '?partner=%27;drop', `?activiteit=${'x'.repeat(3000)}`]) {
    assert.equal((await world.get(`/kalmthout/programma.ics${wrong}`)).status, 404)
  }
  assert.equal((await world.get('/nergens/programma.ics')).status, 404)
})

test('an unchanged feed answers 304; after a change it answers at once with a higher sequence', async () => {
  const before = await world.get('/kalmthout/programma.ics')
  const same = await world.get('/kalmthout/programma.ics', { 'if-none-match': before.headers.get('etag') ?? '' })
  assert.equal(same.status, 304)
  const sequence = eventsOf(await before.text())[0]?.sequence ?? 0
  await world.sql(`update offer set summary = 'Elke week soep' where slug = 'koffie'`)
  const now = await feed()
  assert.ok((now[0]?.sequence ?? 0) > sequence)
  assert.match(now.find(({ summary }) => summary.startsWith('Koffie;'))?.description ?? '', /Elke week soep/)
})

test('the feed says the same hours wherever the server and the reader stand', async () => {
  const zone = process.env['TZ']
  const wanted = ['2026-11-24T12:00:00Z', '2027-03-23T12:00:00Z', '2027-03-30T11:00:00Z', '2027-10-26T11:00:00Z', '2027-11-02T12:00:00Z']
  try {
    for (const somewhere of ['Europe/Brussels', 'America/St_Johns', 'Pacific/Kiritimati']) {
      process.env['TZ'] = somewhere
      await world.sql('update stek set phone = phone')
      const events = await feed('/kalmthout/programma.ics?activiteit=koffie')
      const starts = wanted.map((moment) => onDay(events, slots['coffee'], moment.slice(0, 10))[0]?.startDate)
      assert.deepEqual(
        starts.map((start) => start?.toString()),
        wanted,
        somewhere,
      )
      assert.deepEqual(
        starts.map((start) => start?.toJSDate().getTime()),
        wanted.map((moment) => Date.parse(moment)),
        somewhere,
      )
    }
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
})

test('the feed speaks the language of the address', async () => {
  const events = await feed('/fr/kalmthout/programma.ics')
  assert.match(
    events
      .find(({ summary }) => summary.startsWith('Koffie;'))
      ?.component.getFirstPropertyValue('url')
      ?.toString() ?? '',
    /\/fr\/kalmthout\/activiteit\/koffie$/,
  )
})
