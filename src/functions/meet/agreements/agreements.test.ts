import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type DeskWorld, deskWorld, formIn, wordsOn } from '../../../test/desk-world.ts'
import { Visit } from '../../../test/work.ts'
import { sentencesIn } from './agreement.ts'

let world: DeskWorld
before(async () => {
  world = await deskWorld()
})
after(() => world.close())

const path = () => `/werk/afspraken/${world.ids.kattegat}?stek=wuustwezel`
const send = async (visit: Visit, typed: Record<string, string>) =>
  visit.post(path(), { ...formIn(await (await visit.get(path())).text()), ...typed })

test('MEET-2 the agreements of the house hang where everybody can read them, in order, with when and where they were made', async () => {
  const visitor = new Visit(world.app, {})
  const none = await visitor.get('/wuustwezel/afspraken')
  assert.equal(none.status, 200)
  assert.match(wordsOn(await none.text()), /Iets vergeten/)
  const saved = await send(world.visits.coordinator, {
    afspraken: '1. Iedereen mag binnen.\n\n- Wat je hier hoort, blijft hier.\n  We ruimen samen op. ',
    op: '17/11/2026',
    waar: 'ideeëntafel van november',
    'in-fr': 'Tout le monde peut entrer.\nCe que l’on dit ici reste ici.\nNous rangeons ensemble.',
  })
  assert.equal(saved.status, 303)
  const words = wordsOn(await (await visitor.get('/wuustwezel/afspraken')).text())
  assert.match(words, /’t Kattegat Iedereen mag binnen\. Wat je hier hoort, blijft hier\. We ruimen samen op\./)
  assert.match(words, /Afgesproken op dinsdag 17 november 2026\. Aan tafel: ideeëntafel van november\./)
  assert.match(wordsOn(await (await visitor.get('/fr/wuustwezel/afspraken')).text()), /Tout le monde peut entrer/)
  assert.match(await (await visitor.get('/ar/wuustwezel/afspraken')).text(), /<ol class="agreed" lang="nl" dir="ltr">/)
  assert.match(await (await visitor.get('/wuustwezel')).text(), /href="\/wuustwezel\/afspraken"/)
  assert.equal((await visitor.get('/nergens/afspraken')).status, 404)
})

test('the form comes back as it was kept, and says what cannot be kept', async () => {
  const visit = world.visits['community-worker']
  const typed = formIn(await (await visit.get(path())).text())
  assert.equal(typed.op, '17/11/2026')
  assert.equal(typed.afspraken, 'Iedereen mag binnen.\nWat je hier hoort, blijft hier.\nWe ruimen samen op.')
  const refused = await send(visit, {
    afspraken: `${'Zin.\n'.repeat(16)}${'x'.repeat(141)}`,
    op: '31/12/2026',
    waar: 'y'.repeat(81),
    'in-en': 'One line.',
  })
  assert.equal(refused.status, 422)
  const words = wordsOn(await refused.text())
  assert.match(words, /Hoogstens 15.*moet nog komen.*te lang.*In het Nederlands zijn het er 17/)
  assert.equal((await send(visit, { afspraken: 'Bij nood bel je Jan op 0470 12 34 56.' })).status, 422)
  assert.equal((await send(visit, { op: 'ooit' })).status, 422)
})

test('only who leads the stek changes them, in the page and in the database', async () => {
  for (const kind of ['partner-worker', 'volunteer', 'funder'] as const) {
    assert.equal((await world.visits[kind].get(path())).status, 403)
    assert.equal((await world.visits[kind].post(path(), { afspraken: 'x' })).status, 403)
    const actor = { personId: world.people[kind] }
    const change = world.test.house.database.inStek(actor, world.stekId, (tx) =>
      tx
        .withTables<{ house_agreement: { agreed_where: string } }>()
        .updateTable('house_agreement')
        .set({ agreed_where: 'x' })
        .executeTakeFirst(),
    )
    assert.equal((await change).numUpdatedRows, 0n)
  }
  assert.equal((await world.visits.coordinator.get(`/werk/afspraken/${world.test.house.newId()}?stek=wuustwezel`)).status, 404)
})

test('a translation shows only when it has as many sentences as the Dutch', () => {
  const agreements = {
    siteId: '',
    sentences: ['a', 'b'],
    agreedOn: null,
    agreedWhere: '',
    translations: { fr: ['un'], en: ['one', 'two'] },
  }
  assert.deepEqual(sentencesIn(agreements, 'en'), { written: 'en', sentences: ['one', 'two'] })
  assert.deepEqual(sentencesIn(agreements, 'fr'), { written: 'nl', sentences: ['a', 'b'] })
  assert.deepEqual(sentencesIn(agreements, 'uk'), { written: 'nl', sentences: ['a', 'b'] })
})
