import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type DeskWorld, deskWorld, threeSteps, wordsOn } from '../../../test/desk-world.ts'
import { deskPaths } from '../paths.ts'

let world: DeskWorld
before(async () => {
  world = await deskWorld()
})
after(() => world.close())

const shop = () => ({
  title: 'Sociale kruidenier',
  functions: 'meet',
  partner: world.ids.saamo,
  site: world.ids.kattegat,
  first: 'vrijdag',
  start: '10u',
  end: '12.30',
  whatYouBuy: 'yes',
})
const add = (typed: object) => threeSteps(world.visits['community-worker'], deskPaths.newOffer('wuustwezel'), { ...shop(), ...typed })

test('MEET-5 a shop says that people pay what they buy, in every channel, and asks nothing to come in', async () => {
  const { looked, saved } = await add({})
  assert.match(wordsOn(looked), /Binnenkomen is gratis\. Je betaalt alleen wat je koopt/)
  assert.equal(saved?.status, 303)
  const text = async (path: string) => (await world.app.request(path)).text()
  assert.match(wordsOn(await text('/wuustwezel/activiteit/sociale-kruidenier')), /Je betaalt alleen wat je koopt/)
  assert.match(await text('/wuustwezel/programma'), /betaal wat je koopt/)
  assert.match(await text('/wuustwezel/voorlezen'), /Je betaalt alleen wat je koopt/)
  assert.match(await text('/wuustwezel/programma.ics').then((ics) => ics.replace(/\r\n /g, '')), /Je betaalt alleen wat je koopt/)
  const { offers } = JSON.parse(await text('/wuustwezel/programma.json')) as {
    offers: { slug: string; pays: string; priceInCents: number }[]
  }
  assert.deepEqual(
    offers.filter(({ slug }) => slug === 'sociale-kruidenier').map(({ pays, priceInCents }) => ({ pays, priceInCents })),
    [{ pays: 'what-you-buy', priceInCents: 0 }],
  )
})

test('MEET-5 a price and "what you buy" do not go together; LEARN-5 where people learn nothing is sold; the database refuses both', async () => {
  const dear = await add({ price: '2' })
  assert.equal(dear.look.status, 422)
  assert.match(wordsOn(dear.looked), /Kies één van beide/)
  const learning = await add({ functions: ['meet', 'learn'] })
  assert.equal(learning.look.status, 422)
  assert.match(wordsOn(learning.looked), /Wie komt leren, betaalt niets en koopt niets/)
  const set = (values: string) => world.test.owner.query(`update offer set ${values} where offer_id = $1`, [world.koffie.offerId])
  await assert.rejects(set(`pays = 'what-you-buy', price_in_cents = 100`), { constraint: 'what_you_buy_has_no_price' })
  await assert.rejects(set(`pays = 'what-you-buy', functions = '{learn}'`), { constraint: 'learning_sells_nothing' })
})

test('MEET-5 nowhere in the database is there a price per person, a tariff or an income: there is one price, of the offer', async () => {
  const columns = await world.rows<{ column: string }>(
    `select table_name || '.' || column_name as column from information_schema.columns
     where table_schema = 'public' and column_name ~ '(price|tariff|discount|income|paid|in_cents)' order by 1`,
  )
  assert.deepEqual(
    columns.map(({ column }) => column),
    ['offer.price_in_cents', 'stek.price_limit_in_cents'],
  )
})
