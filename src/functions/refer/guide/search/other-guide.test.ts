import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { parse } from 'yaml'
import { type TestHouse, testHouse } from '../../../../test/house.ts'
import { addStek } from '../../../../test/work.ts'
import { findServices } from './find.ts'
import { type AskedQuestion, shareFound } from './quality.ts'

type Written = { slug: string; org: string; name: string; what: string; town: string }
const { services, questions } = parse(readFileSync(join(import.meta.dirname, '../../../../../data/guide/other-guide.yaml'), 'utf8')) as {
  services: Written[]
  questions: Pick<AskedQuestion, 'q' | 'is'>[]
}

let it: TestHouse
let stekId = ''
const slugs = new Map<string, string>()
before(async () => {
  it = await testHouse()
  stekId = (await addStek(it.owner, it.house.newId, 'elders')).stekId
  const ids = new Map<string, string>()
  const once = async (kind: string, name: string, insert: string) => {
    const id = ids.get(kind + name) ?? it.house.newId()
    if (!ids.has(kind + name)) await it.owner.query(insert, [stekId, id, `${kind}-${ids.size}`, name])
    ids.set(kind + name, id)
    return id
  }
  for (const { slug, org, name, what, town } of services) {
    const organisationId = await once(
      'organisation',
      org,
      'insert into organisation (stek_id, organisation_id, slug, name) values ($1, $2, $3, $4)',
    )
    const locationId = await once('place', town, 'insert into service_location (stek_id, location_id, name, town) values ($1, $2, $3, $4)')
    const serviceId = it.house.newId()
    slugs.set(serviceId, slug)
    await it.owner.query('insert into service (stek_id, service_id, organisation_id, slug, name, what) values ($1, $2, $3, $4, $5, $6)', [
      stekId,
      serviceId,
      organisationId,
      slug,
      name,
      what,
    ])
    await it.owner.query('insert into service_at_location (stek_id, service_id, location_id) values ($1, $2, $3)', [
      stekId,
      serviceId,
      locationId,
    ])
  }
})
after(() => it.close())

const search = async (q: string) => {
  const { scored } = await it.house.database.reading(stekId, (tx) => findServices(tx, stekId, q))
  return scored.map(({ serviceId }) => slugs.get(serviceId) ?? serviceId)
}

test('REFER-3 in a guide that somebody else filled, who asks in own words finds the right service among the first three', async () => {
  assert.ok(questions.length >= 40)
  const { share, missed } = await shareFound(questions, search)
  assert.ok(share >= 0.95, `${Math.round(share * 100)} %; ${missed.join(' | ')}`)
})

test('the begin or the end of a word is enough to find it', async () => {
  for (const [typed, slug] of [
    ['schuld', 'schulden'],
    ['voedsel', 'korf'],
    ['gezondheidscentrum', 'wijkgezondheid'],
    ['dagverblijf', 'kribbe'],
    ['winter', 'nachtasiel'],
  ] as const)
    assert.ok((await search(typed)).slice(0, 2).includes(slug), `${typed} → ${(await search(typed)).slice(0, 3).join()}`)
})

test('who adds a village finds what is there first, also when the village is misspelt, and not any more when it has moved', async () => {
  assert.equal((await search('apotheek nederbrakel'))[0], 'apotheek')
  assert.equal((await search('apotheek Zottegem'))[0], 'apotheek-z')
  assert.equal((await search('apotheek zotegem'))[0], 'apotheek-z')
  await it.owner.query(`update service_location set town = 'Ronse' where stek_id = $1 and town = 'Nederbrakel'`, [stekId])
  assert.equal((await search('apotheek ronse'))[0], 'apotheek')
  assert.notEqual((await search('nederbrakel'))[0], 'apotheek')
  const { rows } =
    await it.owner.query(`with said as (select e.stek_id, p.term, e.service_id from guide_entry e, unnest(e.places) p (term)),
      posted as (select stek_id, term, service_id from guide_posting where term like '@%')
    (select * from said except select * from posted) union all (select * from posted except select * from said)`)
  assert.deepEqual(rows, [])
})
