import assert from 'node:assert/strict'
import { test } from 'node:test'
import excel from 'exceljs'
import fc from 'fast-check'
import { csvRows, delimiterOf } from './csv-rows.ts'
import { jsonText, tableText } from './encoding.ts'
import { UnreadableList } from './failure.ts'
import { jsonObjects } from './json-objects.ts'
import { boundaryIn, partsOf, textOf } from './multipart.ts'
import { sheetRows } from './sheet-rows.ts'

/** Bytes in pieces of a size, as a slow line brings them. */
async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const all = async <Item>(source: AsyncIterable<Item>): Promise<Item[]> => {
  const items: Item[] = []
  for await (const item of source) items.push(item)
  return items
}
const utf8 = (text: string) => Buffer.from(text, 'utf8')
const rowsOf = async (bytes: Uint8Array, size = 7) => (await all(csvRows(tableText(pieces(bytes, size))))).map(({ cells }) => cells)
const objectsIn = (text: string, size = 7) => all(jsonObjects(jsonText(pieces(utf8(text), size))))
const unreadable = (why: string, after?: number) => (thrown: unknown) =>
  thrown instanceof UnreadableList && thrown.why === why && (after === undefined || thrown.after === after)

const table = 'naam;prijs\nCafé Élan;€ 5\n"a;""b""\nc";\n'
const wanted = [
  ['naam', 'prijs'],
  ['Café Élan', '€ 5'],
  ['a;"b"\nc', ''],
]

test('a table is read in every alphabet that spreadsheets write: UTF-8, UTF-16, Windows-1252', async () => {
  const windows = Buffer.from(table.replaceAll('€', '\x80'), 'latin1')
  for (const [name, bytes] of Object.entries({
    utf8: utf8(table),
    marked: utf8(`\ufeff${table}`),
    utf16: Buffer.from(`\ufeff${table}`, 'utf16le'),
    big: Buffer.from(`\ufeff${table}`, 'utf16le').swap16(),
    windows,
  }))
    for (const size of [1, 5, 10_000]) assert.deepEqual(await rowsOf(bytes, size), wanted, `${name} in pieces of ${size}`)
})

test('commas, semicolons and tabs are told apart, quotes or not', () => {
  assert.equal(delimiterOf('a,b;c,d\n'), ',')
  assert.equal(delimiterOf('"a,b,c";d;e\nx,y,z,q'), ';')
  assert.equal(delimiterOf('a\tb\n'), '\t')
})

test('a table that is cut off within quotes is refused as a whole, with the row', async () => {
  await assert.rejects(rowsOf(utf8('a;b\n1;2\n3;"nog open')), unreadable('quotes', 1))
  await assert.rejects(rowsOf(utf8(`a;b\n${'x'.repeat(5_000_000)}`), 1_000_000), unreadable('rowTooLong'))
})

test('objects come one by one out of a list, a page of HSDS, lines, or one object', async () => {
  const [a, b] = [
    { id: 'a', list: [{ x: '}{][' }] },
    { id: 'b', text: 'zegt "ja" \\ {' },
  ]
  for (const text of [
    JSON.stringify([a, b]),
    JSON.stringify({ total_items: 2, first_page: true, contents: [a, b] }, null, 2),
    JSON.stringify({ contents: [a, b], empty: false, more: { deep: [1] } }),
    `${JSON.stringify(a)}\n${JSON.stringify(b)}\n`,
  ])
    for (const size of [1, 3, 1000]) assert.deepEqual(await objectsIn(text, size), [a, b], text)
  assert.deepEqual(await objectsIn(JSON.stringify(a)), [a])
})

test('any list of objects is read back as it was, whatever is in it and however it is cut in pieces', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 50 }),
      async (list, size) => {
        const text = JSON.stringify(list)
        assert.deepEqual(await objectsIn(text, size), JSON.parse(text))
      },
    ),
    { numRuns: 60 },
  ))

test('JSON that is cut off, broken or not UTF-8 is refused as a whole, with how far it was good', async () => {
  const good = JSON.stringify([{ id: 1 }, { id: 2 }, { id: 3 }])
  for (let end = 1; end < good.length; end += 1)
    await assert.rejects(objectsIn(good.slice(0, end)), unreadable('cutOff'), good.slice(0, end))
  await assert.rejects(objectsIn(good.slice(0, -6)), unreadable('cutOff', 2))
  await assert.rejects(objectsIn('[{"id":1},{id:2}]'), unreadable('json', 1))
  await assert.rejects(objectsIn('{"contents":[]}'), unreadable('nothing'))
  await assert.rejects(all(jsonObjects(jsonText(pieces(Buffer.from('[{"a":"é"}]', 'latin1'), 3)))), unreadable('notUtf8'))
})

test('a form with files is read as it comes in; one that is cut off is refused', async () => {
  const form = new FormData()
  form.set('_token', 'geheim')
  form.set('file', new File(['a;b\r\n--geen grens\r\n1;2'], 'één.csv'))
  const request = new Request('http://x', { method: 'POST', body: form })
  const boundary = boundaryIn(request.headers.get('content-type') ?? '') ?? ''
  const bytes = new Uint8Array(await request.arrayBuffer())
  for (const size of [1, 13, 100_000]) {
    const read: [string, string | undefined, string][] = []
    for await (const part of partsOf(pieces(bytes, size), boundary)) read.push([part.name, part.fileName, await textOf(part)])
    assert.deepEqual(read, [
      ['_token', undefined, 'geheim'],
      ['file', 'één.csv', 'a;b\r\n--geen grens\r\n1;2'],
    ])
  }
  await assert.rejects(
    (async () => {
      for await (const part of partsOf(pieces(bytes.subarray(0, bytes.length - 40), 13), boundary)) await textOf(part)
    })(),
    unreadable('cutOff'),
  )
  assert.equal(boundaryIn('application/json'), undefined)
})

test('the first sheet of an Excel file is read; a damaged one is refused', async () => {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('diensten')
  sheet.addRow(['naam', 'telefoon', 'sinds'])
  sheet.addRow(['Café', 31234567, new Date('2026-11-24T00:00:00Z')])
  sheet.addRow([])
  sheet.addRow([{ richText: [{ text: 'Twee ' }, { text: 'delen' }] }, { text: 'site', hyperlink: 'https://x.example' }])
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  assert.deepEqual(
    (await all(sheetRows(pieces(bytes, 500)))).map(({ cells }) => cells),
    [
      ['naam', 'telefoon', 'sinds'],
      ['Café', '31234567', '2026-11-24'],
      ['Twee delen', 'site'],
    ],
  )
  await assert.rejects(all(sheetRows(pieces(bytes.subarray(0, 900), 500))), unreadable('sheet'))
})
