import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { erase } from '../../platform/erasing/erase.ts'
import { type DeskWorld, deskWorld, threeSteps, wordsOn } from '../../test/desk-world.ts'
import { deskPaths } from '../desk/paths.ts'
import { hostPaths } from './paths.ts'

let world: DeskWorld
before(async () => {
  world = await deskWorld()
})
after(() => world.close())
beforeEach(async () => {
  await world.test.owner.query(
    'delete from host_request; delete from moment_host; delete from slot_host; delete from name_consent; delete from mail',
  )
  await world.test.owner.query('update offer set professionals_only = false, confidential = false')
  world.test.versions.forget(world.stekId)
})

const stek = 'wuustwezel'
type Who = keyof DeskWorld['visits']
const wie = (date = '2026-11-30', act?: 'ik' | 'vraag' | 'zet' | 'help') => hostPaths.moment(stek, world.koffie.slotId, date, act)
const read = async (who: Who, path: string) => wordsOn(await (await world.visits[who].get(path)).text())
const cockpit = (who: Who) => read(who, deskPaths.cockpit(stek))
const take = (who: Who, date?: string) => world.visits[who].post(wie(date, 'ik'))
const ask = (who: Who, of: Who | 'iedereen', date?: string) =>
  world.visits[who].post(wie(date, 'vraag'), { wie: of === 'iedereen' ? of : world.people[of] })
const put = (who: Who, host: Who | 'niemand', hoeVaak: 'een' | 'altijd', date?: string) =>
  world.visits[who].post(wie(date, 'zet'), { wie: host === 'niemand' ? host : world.people[host], hoeVaak })
const requestId = async () => (await world.rows<{ request_id: string }>('select request_id from host_request'))[0]?.request_id ?? ''
const answer = async (who: Who, said: 'ja' | 'nee' | 'weg', id?: string) =>
  world.visits[who].post(hostPaths.answer(stek, id ?? (await requestId()), said))
const hostOn = async (date = '2026-11-30') =>
  /Verantwoordelijk: (\w+)\.|Nog niemand verantwoordelijk\./.exec(await read('coordinator', wie(date)))

test('MEET-2 a moment in the coming two weeks without a responsible host is flagged, with one tap to take it', async () => {
  const words = await cockpit('volunteer')
  assert.match(words, /Nog niemand verantwoordelijk: 2 /)
  assert.match(words, /Koffie en Formulieren maandag 30 november, 13\.00 – 16\.00 Ik doe het/)
  assert.doesNotMatch(words, /14 december/)
  assert.equal((await take('volunteer')).headers.get('location'), `${deskPaths.cockpit(stek)}&wie=ik`)
  assert.match(await cockpit('coordinator'), /Nog niemand verantwoordelijk: 1 /)
  assert.match(await read('coordinator', deskPaths.week(stek, { week: '2026-W49' })), /Koffie en Formulieren.*Verantwoordelijk: Jef\./)
  assert.match(await read('coordinator', deskPaths.week(stek, { week: '2026-W49', vorm: 'rooster' })), /Koffie en Formulieren Jef/)
})

test('MEET-2 a standing host covers every moment, and one date can have somebody else', async () => {
  await put('coordinator', 'community-worker', 'altijd')
  assert.doesNotMatch(await cockpit('coordinator'), /Nog niemand/)
  await put('coordinator', 'volunteer', 'een', '2026-12-07')
  assert.equal((await hostOn())?.[1], 'Noor')
  assert.equal((await hostOn('2026-12-07'))?.[1], 'Jef')
  await put('coordinator', 'niemand', 'een', '2026-12-07')
  assert.match(await cockpit('coordinator'), /Nog niemand verantwoordelijk: 1 .*7 december/)
})

test('MEET-2 somebody who left is no host any more: the moment is flagged again', async () => {
  await put('coordinator', 'community-worker', 'altijd')
  await take('volunteer', '2026-11-30')
  await put('coordinator', 'volunteer', 'een', '2026-11-30')
  const { owner } = world.test
  const jef = world.people.volunteer
  await owner.query(`delete from role where person_id = $1`, [jef])
  assert.deepEqual(await world.rows('select person_id from moment_host'), [{ person_id: null }])
  assert.match(await cockpit('coordinator'), /Nog niemand verantwoordelijk: 1 .*30 november/)
  await owner.query(`insert into role (stek_id, person_id, kind) values ($1, $2, 'volunteer')`, [world.stekId, jef])
  assert.match((await hostOn())?.[0] ?? '', /Nog niemand/, 'who comes back is not a host by surprise')
})

test('MEET-2 a cancelled moment and a closed site need nobody', async () => {
  await world.test.owner.query(`insert into exception (stek_id, slot_id, on_date, cancelled_at) values ($1, $2, '2026-11-30', now())`, [
    world.stekId,
    world.koffie.slotId,
  ])
  assert.match(await cockpit('coordinator'), /Nog niemand verantwoordelijk: 1 /)
  assert.equal((await take('volunteer')).status, 422)
  await world.test.owner.query(`insert into closure values ($1, $2, $3, '2026-12-07', '2026-12-07', '')`, [
    world.stekId,
    world.test.house.newId(),
    world.ids.kattegat,
  ])
  assert.doesNotMatch(await cockpit('coordinator'), /Nog niemand/)
  await world.test.owner.query('delete from exception; delete from closure')
})

test('MEET-2 REFER-1 where the offer asks professionals a volunteer is not responsible, also not one who was before', async () => {
  await take('volunteer')
  await world.test.owner.query('update offer set professionals_only = true')
  const words = await cockpit('volunteer')
  assert.match(words, /Nog niemand verantwoordelijk: 2 /)
  assert.doesNotMatch(words, /Ik doe het/)
  const refused = await take('volunteer')
  assert.equal(refused.status, 422)
  assert.match(wordsOn(await refused.text()), /beroepskracht/)
  assert.equal((await put('coordinator', 'volunteer', 'altijd')).status, 422)
  assert.equal((await put('coordinator', 'funder', 'een')).status, 422)
  assert.equal((await take('partner-worker')).status, 303)
  assert.equal((await hostOn())?.[1], 'Mila')
})

test('two who say "I do it" at once: one is the host, the other hears who', async () => {
  for (const date of ['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21', '2027-01-11']) {
    const answers = await Promise.all([take('volunteer', date), take('partner-worker', date), take('community-worker', date)])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422, 422], date)
    const host = (await hostOn(date))?.[1] ?? ''
    for (const one of answers.filter(({ status }) => status === 422))
      assert.match(wordsOn(await one.text()), new RegExp(`${host} was je voor`))
  }
})

test('the same race when the host of before left', async () => {
  await put('coordinator', 'niemand', 'een')
  const answers = await Promise.all([take('volunteer'), take('partner-worker'), take('community-worker')])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422, 422])
})

test('a swap: the host asks, stays responsible, and the colleague takes over with one tap', async () => {
  await take('volunteer')
  assert.equal((await ask('volunteer', 'partner-worker')).status, 303)
  assert.equal((await hostOn())?.[1], 'Jef')
  assert.match(
    await cockpit('partner-worker'),
    /Jef vraagt: kan jij dit overnemen\? Koffie en Formulieren maandag 30 november, 13\.00 – 16\.00 Ja, ik doe het/,
  )
  assert.doesNotMatch(await cockpit('community-worker'), /Jef vraagt/)
  assert.equal((await answer('community-worker', 'ja')).headers.get('location')?.endsWith('wie=vraag-weg'), true)
  assert.equal((await hostOn())?.[1], 'Jef')
  assert.equal((await answer('partner-worker', 'ja')).headers.get('location')?.endsWith('wie=ik'), true)
  assert.equal((await hostOn())?.[1], 'Mila')
  assert.equal((await world.rows('select from host_request')).length, 0)
})

test('a question to everybody is taken by one of two who say yes at once', async () => {
  await take('volunteer')
  await ask('volunteer', 'iedereen')
  const id = await requestId()
  const answers = await Promise.all([answer('partner-worker', 'ja', id), answer('community-worker', 'ja', id)])
  const told = answers.map(({ headers }) => headers.get('location')?.split('wie=')[1]).sort()
  assert.deepEqual(told, ['ik', 'vraag-weg'])
  assert.match((await hostOn())?.[1] ?? '', /Mila|Noor/)
})

test('who refuses ends the question, and the first host stays and hears it', async () => {
  await take('volunteer')
  await ask('volunteer', 'partner-worker')
  await answer('partner-worker', 'nee')
  assert.equal((await hostOn())?.[1], 'Jef')
  assert.equal((await world.rows('select from host_request')).length, 0)
  assert.deepEqual(await world.rows('select recipient, subject from mail order by created_at, recipient'), [
    { recipient: 'partner-worker@stek.example', subject: 'Kan jij op maandag 30 november om 13.00?' },
    { recipient: 'volunteer@stek.example', subject: 'Mila kan niet op maandag 30 november om 13.00' },
  ])
})

test('the mail tells place and time and never what it is about', async () => {
  await world.test.owner.query('update offer set confidential = true')
  await take('volunteer')
  await ask('volunteer', 'partner-worker')
  await answer('partner-worker', 'ja')
  const mails = await world.rows<{ subject: string; body: string }>('select subject, body from mail')
  assert.equal(mails.length, 2)
  for (const { subject, body } of mails) {
    assert.match(body, /Kattegat/)
    assert.doesNotMatch(`${subject} ${body}`, /Koffie|Formulieren|koffie/)
  }
})

test('a question that was withdrawn or is over is gone, also from the database', async () => {
  await take('volunteer')
  await ask('volunteer', 'partner-worker')
  await answer('volunteer', 'weg')
  assert.equal((await world.rows('select from host_request')).length, 0)
  await ask('volunteer', 'partner-worker')
  const id = await requestId()
  world.test.clock.moveTo('2026-11-30T17:00:00+01:00')
  assert.doesNotMatch(await cockpit('partner-worker'), /Jef vraagt/)
  assert.match((await answer('partner-worker', 'ja', id)).headers.get('location') ?? '', /vraag-weg/)
  await erase(world.test.house.database, world.test.clock.now(), 'Europe/Brussels')
  assert.equal((await world.rows('select from host_request')).length, 0)
  world.test.clock.moveTo('2026-11-24T09:00:00+01:00')
})

test('only who leads puts others on; nobody asks in the place of the host; a funder sees no hosts', async () => {
  for (const who of ['volunteer', 'partner-worker', 'funder'] as const) assert.equal((await put(who, 'volunteer', 'een')).status, 403, who)
  await take('volunteer')
  assert.equal((await take('partner-worker')).status, 422)
  assert.equal((await ask('partner-worker', 'community-worker')).status, 422)
  assert.equal((await world.visits.volunteer.post(wie(undefined, 'help'), { help: 'ja', wie: world.people['partner-worker'] })).status, 403)
  assert.equal((await world.visits.funder.get(wie())).status, 403)
  assert.doesNotMatch(await cockpit('funder'), /verantwoordelijk|Jef/i)
  assert.doesNotMatch(await read('funder', deskPaths.week(stek, { week: '2026-W49' })), /verantwoordelijk|Jef/i)
  assert.equal((await world.visits.coordinator.get(hostPaths.moment(stek, world.koffie.slotId, '2026-12-01'))).status, 404)
  assert.equal((await world.visits.coordinator.get(hostPaths.moment(stek, world.koffie.slotId, '2026-99-01'))).status, 404)
})

test('somebody helps every time, and stops helping', async () => {
  await world.visits.volunteer.post(wie(undefined, 'help'), { help: 'ja' })
  assert.match(await read('coordinator', deskPaths.week(stek, { week: '2026-W50' })), /Helpt: Jef\./)
  await world.visits.coordinator.post(wie(undefined, 'help'), { help: 'nee', wie: world.people.volunteer })
  assert.deepEqual(await world.rows('select from slot_host'), [])
})

test('the standing hosts go along when an offer moves to another day for good', async () => {
  await put('coordinator', 'community-worker', 'altijd')
  const { saved } = await threeSteps(world.visits['partner-worker'], deskPaths.moment(stek, world.koffie.slotId, '2026-12-07'), {
    date: 'donderdag 10 december',
    howLong: 'always',
  })
  assert.equal(saved?.status, 303)
  assert.match(await read('coordinator', deskPaths.week(stek, { week: '2026-W50' })), /Donderdag 10 december.*Verantwoordelijk: Noor\./)
})
