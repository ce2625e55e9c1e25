import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type DeskWorld, deskWorld, threeSteps, wordsOn } from '../../../test/desk-world.ts'
import { deskPaths } from '../paths.ts'

let world: DeskWorld
before(async () => {
  world = await deskWorld()
})
after(() => world.close())

const page = async (parts: { week?: string; vorm?: string }) =>
  (await world.visits.coordinator.get(deskPaths.week('wuustwezel', parts))).text()

test('the week shows each moment with its buttons, as a list', async () => {
  const words = wordsOn(await page({ week: '2026-W49' }))
  assert.match(
    words,
    /Maandag 30 november 13\.00 – 16\.00 Koffie en Formulieren .*Gaat niet door.*Ander uur, andere dag of plek.*Aanbod aanpassen/,
  )
})

test('and as a grid: a table with the days on top, each moment a way to change it', async () => {
  const html = await page({ week: '2026-W49', vorm: 'rooster' })
  assert.match(html, /<th scope="col"[^>]*>ma 30 nov<\/th>/)
  assert.match(html, /<th scope="row">Namiddag<\/th>/)
  assert.ok(html.includes(`href="${deskPaths.moment('wuustwezel', world.koffie.slotId, '2026-11-30').replace('&', '&amp;')}"`))
})

test('a week that does not exist says so and shows this one; junk does no harm', async () => {
  for (const week of ['2026-W54', '2026-W00', 'vandaag', "'; drop table offer"])
    assert.match(wordsOn(await page({ week })), /Die week bestaat niet\. Hieronder staat deze week\. .*Maandag 23 november/)
})

test('a holiday in which an offer rests is named', async () => {
  await world.test.owner.query('update slot set pauses_in_school_holidays = true')
  world.test.versions.forget(world.stekId)
  assert.match(wordsOn(await page({ week: '2026-W53' })), /Koffie en Formulieren heeft pauze op maandag 28 december: kerstvakantie/)
  await world.test.owner.query('update slot set pauses_in_school_holidays = false')
})

test('what is over has no buttons, and what is off can go on again', async () => {
  assert.doesNotMatch(wordsOn(await page({ week: '2026-W47' })), /Gaat niet door/)
  await threeSteps(world.visits.coordinator, deskPaths.moment('wuustwezel', world.koffie.slotId, '2026-11-30', 'af'), {})
  assert.match(wordsOn(await page({ week: '2026-W49' })), /Gaat toch door/)
})

test('a site that closes shows every moment there as off, with the reason, and odd periods are refused', async () => {
  const closures = deskPaths.closures('wuustwezel')
  const visit = world.visits['community-worker']
  const site = world.ids.kattegat
  const wrong: [Record<string, string>, RegExp][] = [
    [{ from: '10/1/2027', until: '4/1/2027' }, /De laatste dag komt voor de eerste/],
    [{ from: '1/11/2026', until: '3/11/2026' }, /dinsdag 3 november 2026 is al voorbij/],
    [{ from: '1/1/2027', until: '1/1/2030' }, /langer dan een jaar/],
    [{ from: '', until: 'ooit' }, /Vul een dag in/],
  ]
  for (const [typed, sentence] of wrong) {
    const { look, looked } = await threeSteps(visit, closures, { site, ...typed })
    assert.equal(look.status, 422)
    assert.match(wordsOn(looked), sentence)
  }
  const { looked, saved } = await threeSteps(visit, closures, { site, from: '4/1/2027', until: '15/1/2027', reason: 'Verbouwing' })
  assert.match(
    wordsOn(looked),
    /’t Kattegat is gesloten van maandag 4 januari tot en met vrijdag 15 januari.*Dan gaan deze 2 momenten niet door/,
  )
  assert.equal(saved?.status, 303)
  assert.match(wordsOn(await page({ week: '2027-W01' })), /Koffie en Formulieren Gaat niet door: de plek is dan gesloten\..*Verbouwing/)
})
