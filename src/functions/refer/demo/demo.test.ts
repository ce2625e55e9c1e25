import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { wordsOn } from '../../../test/desk-world.ts'
import { type WholeHouse, wholeHouse } from '../../../test/running.ts'
import { readStartSet } from '../guide/start-set/shape.ts'
import { readReferDemo } from './shape.ts'

let house: WholeHouse
let cookie = ''
before(async () => {
  house = await wholeHouse()
  const signedIn = await fetch(house.link('opbouwwerker'), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  })
  cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
})
after(() => house?.end())

const page = async (path: string): Promise<string> => {
  const answer = await fetch(`${house.url}${path}${path.includes('?') ? '&' : '?'}stek=kalmthout`, { headers: { cookie } })
  assert.equal(answer.status, 200, path)
  return answer.text()
}

test('every service the demo world speaks of stands in the start set of the guide', () => {
  const demo = readReferDemo()
  const known = new Set(readStartSet().services.map(({ slug }) => slug))
  const named = [demo.checked, demo.notices, demo.questions, demo.slips, demo.ended, demo.contacts].flat().map(({ service }) => service)
  const all = [...named, ...demo.slips.flatMap(({ to }) => to ?? []), ...Object.keys(demo.list.before)]
  assert.deepEqual(
    all.filter((slug) => !known.has(slug)),
    [],
  )
})

test('at the first start a newcomer sees each page of finding help alive', async () => {
  const first = wordsOn(await page('/werk'))
  assert.match(first, /3 briefjes met een antwoord/)
  assert.match(first, /2 voorstellen van organisaties/)
  const slips = wordsOn(await page('/werk/overdracht'))
  assert.match(slips, /Aangekomen.*Lukte daar niet: .*wachtlijst.*Doorgestuurd: .*Nog geen antwoord/)
  const doors = wordsOn(await page('/werk/overdracht/kastje'))
  assert.match(doors, /Sociale woning huren \(woonmaatschappij\) 21 11 12 \d+ \d+/)
  assert.match(doors, /te klein/)
  assert.doesNotMatch(doors, /Kinderopvang/, 'three people at one door are not told')
  assert.match(
    wordsOn(await page('/werk/wegwijzer?toon=proposals')),
    /Ligo.*Er is iets veranderd.*De organisatie zegt dat deze dienst stopt/,
  )
  assert.match(wordsOn(await page('/werk/wegwijzer?toon=week')), /UiTPAS.*mail gestuurd/)
  assert.match(wordsOn(await page('/werk/rechten')), /Hoe het ging.*huurpremie.*19 antwoorden/)
})

test('the list of the demo world waits at its difference, and what it cannot read is told', async () => {
  const owner = new pg.Client({ connectionString: house.databaseUrl })
  await owner.connect()
  const state = async () =>
    (await owner.query(`select import_id, state from guide_import join stek using (stek_id) where slug = 'kalmthout'`)).rows[0]
  for (let tries = 0; tries < 100 && (await state()).state !== 'compared'; tries++) await new Promise((done) => setTimeout(done, 100))
  const { import_id } = await state()
  await owner.end()
  const words = wordsOn(await page(`/werk/wegwijzer/invoer/${import_id}`))
  assert.match(words, /De uren in de kolom ‘[^’]+’ zijn niet te lezen\. Ik vind geen dag in ‘elke week 's avonds’\. Begin met de dag/)
  assert.match(words, /Er staat geen naam/)
  assert.match(words, /Dorpshuis Achterbroek → Dorpshuis \(voorbeeld uit een lijst\)/)
  assert.match(words, /2 diensten kwamen vroeger uit deze lijst/)
})
