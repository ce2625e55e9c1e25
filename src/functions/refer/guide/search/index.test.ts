import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type TestHouse, testHouse } from '../../../../test/house.ts'
import { addStek } from '../../../../test/work.ts'
import { findServices } from './find.ts'

let it: TestHouse
let stekId = ''
let organisationId = ''
before(async () => {
  it = await testHouse()
  stekId = (await addStek(it.owner, it.house.newId, 'kalmthout')).stekId
  organisationId = it.house.newId()
  await it.owner.query(`insert into organisation (stek_id, organisation_id, slug, name) values ($1, $2, 'huis', 'Huis Zonneschijn')`, [
    stekId,
    organisationId,
  ])
})
after(() => it.close())

const add = async (slug: string, name: string, what = ''): Promise<string> => {
  const serviceId = it.house.newId()
  await it.owner.query('insert into service (stek_id, service_id, organisation_id, slug, name, what) values ($1, $2, $3, $4, $5, $6)', [
    stekId,
    serviceId,
    organisationId,
    slug,
    name,
    what,
  ])
  return serviceId
}
const search = async (q: string, marks: string[] = []) =>
  (await it.house.database.reading(stekId, (tx) => findServices(tx, stekId, q, marks))).scored.map(({ serviceId }) => serviceId)
/** Postings and entries that do not say the same as each other, or as a new reckoning. */
const untrue = async () =>
  (
    await it.owner.query(`with said as (select e.stek_id, t.term, t.impact, e.service_id from guide_entry e, unnest(e.terms, e.impacts) t (term, impact))
      (select * from said except select stek_id, term, impact, service_id from guide_posting) union all
      (select stek_id, term, impact, service_id from guide_posting except select * from said)`)
  ).rows

test('a service written by raw SQL is found at once, also when it is changed, renamed or taken away', async () => {
  const klus = await add('torenwacht', 'Torenwacht', 'Iemand kijkt van boven.')
  assert.deepEqual(await search('torenwacht'), [klus])
  await it.owner.query(`update service set name = 'Herstelploeg', what = 'Lekkende dakgoot' where service_id = $1`, [klus])
  assert.deepEqual(await search('torenwacht'), [])
  assert.deepEqual(await search('dakgooot'), [klus])
  await it.owner.query(`update organisation set name = 'Huis Maneschijn' where organisation_id = $1`, [organisationId])
  assert.deepEqual(await search('maneschijn'), [klus])
  assert.deepEqual(await search('zonneschijn'), [])
  await it.owner.query(`update service set translations = '{"ar": {"name": "خدمة الإصلاحات"}}' where service_id = $1`, [klus])
  assert.deepEqual(await search('إصلاحات'), [klus])
  assert.deepEqual(await untrue(), [])
  await it.owner.query(`update service set ended_on = '2020-01-01' where service_id = $1`, [klus])
  assert.deepEqual(await search('herstelploeg'), [])
  await it.owner.query('delete from service where service_id = $1', [klus])
  assert.deepEqual((await it.owner.query('select from guide_posting')).rowCount, 0)
})

test('many services written in one statement are all found, and a mark keeps only some', async () => {
  await it.owner.query(
    `insert into service (stek_id, service_id, organisation_id, slug, name, themes, languages)
     select $1, gen_random_uuid(), $2, 'dienst-' || n, 'Zwemles groep ' || n, case when n % 50 = 0 then '{education}'::text[] else '{mobility}' end, case when n % 100 = 0 then '{nl,tr}'::text[] else '{nl}' end
     from generate_series(1, 500) n`,
    [stekId, organisationId],
  )
  assert.ok((await search('zwemles')).length >= 100)
  assert.equal((await search('zwemles', ['#t:education'])).length, 10)
  assert.equal((await search('', ['#t:education'])).length, 10)
  assert.equal((await search('zwemles', ['#l:tr'])).length, 5)
  assert.deepEqual(await untrue(), [])
})

test('who is not of the stek reads nothing of the index, and nobody writes in it', async () => {
  const { stekId: other } = await addStek(it.owner, it.house.newId, 'elders')
  for (const table of ['guide_entry', 'guide_posting', 'guide_word']) {
    const { rows } = await it.house.database.reading(other, (tx) => sql`select stek_id from ${sql.table(table)}`.execute(tx))
    assert.deepEqual(rows, [], table)
    const emptied = it.house.database.inStek({ personId: null }, stekId, (tx) => sql`delete from ${sql.table(table)}`.execute(tx))
    await assert.rejects(emptied, /permission denied/, table)
  }
})

test('a word inside a longer word and a word one letter off still lead there', async () => {
  const zwem = await add('zwembad', 'Gemeentelijk zwembad')
  assert.ok((await search('zwembat')).includes(zwem))
  assert.ok((await search('zwembaden')).includes(zwem))
})
