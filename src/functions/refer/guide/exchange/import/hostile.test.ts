import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import excel from 'exceljs'
import { growthOf } from '../../../../../test/growth.ts'
import { type GuideWorld, guideWorld } from '../../../../../test/guide-world.ts'
import { importVisit } from '../../../../../test/import-visit.ts'

let world: GuideWorld
let desk: ReturnType<typeof importVisit>
before(async () => {
  world = await guideWorld()
  desk = importVisit(world)
})
after(() => world.close())

const staged = () => world.rows<{ data: unknown }>('select data from guide_import_row order by position')

test('a list with characters that a database cannot hold is read without them, and a typed backslash stays', async () => {
  const cells = 'Soep \\u0000 \\ud83d;kom \0langs'
  const csv = await desk.bring([{ name: 'a.csv', content: `naam;wat\n${cells}\n` }])
  assert.match(csv.html, /Welke kolom is wat/)
  assert.deepEqual(
    (await staged()).map(({ data }) => data),
    [['Soep \\u0000 \\ud83d', 'kom langs']],
  )
  const json = await desk.bring([
    { name: 'a.json', content: `[{"id":"1","name":"Half \\ud83d teken\\u0000","description":"x","status":"active"}]` },
  ])
  assert.doesNotMatch(json.words, /kan niet gelezen worden/)
})

test('a list of very long rows is written in small portions', async () => {
  const row = `Soep;${'x'.repeat(900_000)}\n`
  const read = await desk.bring([{ name: 'a.csv', content: `naam;wat\n${row.repeat(30)}` }])
  assert.match(read.html, /Welke kolom is wat/)
})

test('more columns than any list has are not kept', async () => {
  const names = Array.from({ length: 5000 }, (_, at) => `k${at}`).join(';')
  await desk.bring([{ name: 'a.csv', content: `naam;${names}\nSoep;${names}\n` }])
  const [last] = await world.rows<{ many: number }>(
    'select max(jsonb_array_length(data))::int as many from guide_import_row where kind = $1',
    ['raw'],
  )
  assert.equal(last?.many, 200)
})

test('an Excel file whose sending breaks off is refused, and the house goes on', async () => {
  const book = new excel.Workbook()
  book.addWorksheet('a').addRows(Array.from({ length: 3000 }, (_, at) => ['naam', `dienst ${at} ${Math.sin(at)}`]))
  const content = new Uint8Array(await book.xlsx.writeBuffer())
  for (const cut of [60, 3000, content.length - 200]) {
    const read = await desk.bring([{ name: 'a.xlsx', content }], { cut })
    assert.match(read.words, /breekt af/, `the last ${cut} bytes`)
  }
  assert.equal((await world.app.request('/healthz')).status, 200)
})

test('a list with endless words, or tags that never end, is read in proportion to its length', async () => {
  const bring = async (size: number) => {
    const [name, description, fees_description] = ['a', '<a', '<br '].map((bit) => bit.repeat(size / bit.length))
    const list = [{ id: '1', name, description, fees_description, status: 'active' }]
    assert.match((await desk.bring([{ name: 'a.json', content: JSON.stringify(list) }])).words, /Wat er verandert/)
  }
  const grew = await growthOf(bring, { small: 4000, large: 400_000 })
  assert.ok(grew < 100, `${grew} times as long`)
})
