import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { formIn, threeSteps, wordsOn } from '../../../test/desk-world.ts'
import { type JoiningWorld, joiningWorld } from '../../../test/joining-world.ts'
import { signUpPaths } from '../../sign-up/paths.ts'
import { deskPaths } from '../paths.ts'

let world: JoiningWorld
before(async () => {
  world = await joiningWorld()
  await world.terms({ capacity: 9 })
})
after(() => world.close())

const slotsOfOuting = () =>
  world.rows<{ slot_id: string; starts_on: string }>(`select slot_id, starts_on::text from slot where offer_id = $1 order by starts_on`, [
    world.outing.offerId,
  ])

test('who signed up goes along when a fixed moment gets other hours from then on, and is on the list to tell', async () => {
  const visit = world.visits.coordinator
  await world.arrives({ name: 'Amina', email: 'amina@voorbeeld.be' })
  await world.arrives({ name: 'Jef', phone: '0470 12 34 56', date: '2026-12-02' })
  const { saved } = await threeSteps(visit, deskPaths.slot('wuustwezel', world.outing.slotId), { start: '11', end: '13' })
  assert.equal(saved?.status, 303)
  const [, next] = await slotsOfOuting()
  assert.ok(next)
  const page = await (await visit.get(signUpPaths.list('wuustwezel', next.slot_id, world.date))).text()
  assert.match(wordsOn(page), /woensdag 25 november, 11\.00 – 13\.00.*Amina/)
  assert.match(wordsOn(page), /Er is iets veranderd.*Verwittig iedereen/)
  const there = () => world.rows(`select count(*)::integer as many from sign_up where slot_id = $1`, [next.slot_id])
  assert.deepEqual(await there(), [{ many: 2 }])
  const gedaan = new URL(`http://x${saved?.headers.get('location')}`).searchParams.get('gedaan') ?? ''
  const undone = await visit.post(deskPaths.undo('wuustwezel', gedaan), {
    _token: formIn(page)._token ?? '',
  })
  assert.equal(undone.status, 422, 'undoing would throw their places away')
  assert.deepEqual(await there(), [{ many: 2 }])
})

test('a fixed moment people signed up for is not thrown away: neither by stopping nor by undoing', async () => {
  const visit = world.visits.coordinator
  const later = await world.weekly({ title: 'Winteruitstap', weekday: 3, startsOn: '2027-01-06' })
  await world.test.owner.query(`update offer set taking_part = 'sign-up' where offer_id = $1`, [later.offerId])
  await world.test.owner.query(`insert into sign_up_terms (stek_id, offer_id, capacity) values ($1, $2, 5)`, [world.stekId, later.offerId])
  await world.test.owner.query(
    `insert into sign_up (stek_id, sign_up_id, slot_id, on_date, happens_on, people, name, arrived_at, changed_at)
     values ($1, $2, $3, '2027-01-06', '2027-01-06', 1, 'Bo', now(), now())`,
    [world.stekId, world.test.house.newId(), later.slotId],
  )
  world.test.versions.forget(world.stekId)
  const { look, looked } = await threeSteps(visit, deskPaths.endSlot('wuustwezel', later.slotId), { last: '24/11/2026' })
  assert.equal(look.status, 422)
  assert.match(wordsOn(looked), /Voor woensdag 6 januari 2027 schreven mensen zich al in/)
  assert.deepEqual(await world.rows(`select name from sign_up where name = 'Bo'`), [{ name: 'Bo' }])
})

test('only who may change the slot takes its people along', async () => {
  const stranger = (personId: string | null) =>
    world.test.house.database.inStek({ personId }, world.stekId, async (tx) => {
      const { daysWithPeople, peopleGoAlong } = await import('../../sign-up/along.ts')
      const [from, to] = await slotsOfOuting()
      assert.deepEqual(await daysWithPeople(tx, to?.slot_id ?? '', '2026-01-01'), [])
      await peopleGoAlong(tx, to?.slot_id ?? '', from?.slot_id ?? '', [world.date])
    })
  for (const personId of [null, world.people.volunteer, world.people['partner-worker']]) await stranger(personId)
  const [from] = await slotsOfOuting()
  assert.deepEqual(await world.rows(`select count(*)::integer as many from sign_up where slot_id = $1`, [from?.slot_id]), [{ many: 0 }])
})
