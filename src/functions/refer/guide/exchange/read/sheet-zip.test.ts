import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import excel from 'exceljs'
import { UnreadableList } from './failure.ts'
import { sheetRows } from './sheet-rows.ts'

/** An Excel file made by hand: parts in this order, each perhaps with a size that is not true. */
function excelOf(parts: readonly { name: string; content: Buffer | string; says?: number }[]): Buffer {
  const pieces: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, content, says } of parts) {
    const bytes = Buffer.from(content as Buffer)
    const packed = deflateRawSync(bytes, { level: 1 })
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(says ?? bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const central = Buffer.alloc(16)
    central.writeUInt32LE(at, 12)
    list.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, central.subarray(2), Buffer.from(name))
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, Buffer.from(name), packed])
    pieces.push(local)
    at += local.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(list).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, ...list, end])
}

const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
const workbook = `<workbook xmlns:r="x"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`
const rowOf = (cells: string) => `<row r="1">${cells}</row>`
const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const shared = (row: number) => `<row r="${row}"><c r="A${row}" t="s"><v>0</v></c><c r="B${row}" t="s"><v>0</v></c></row>`
const strings = (text: string) => `<sst><si><t>${text}</t></si></sst>`
/** As Excel writes it: the sheet first, its words behind it. */
const file = (sheet: string, words: Buffer | string, says?: number) =>
  excelOf([
    { name: 'xl/workbook.xml', content: workbook },
    { name: 'xl/_rels/workbook.xml.rels', content: rels },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
    { name: 'xl/sharedStrings.xml', content: words, ...(says === undefined ? {} : { says }) },
  ])

async function rowsIn(bytes: Buffer): Promise<string[][]> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += 5000) yield bytes.subarray(at, at + 5000)
  }
  const rows: string[][] = []
  for await (const { cells } of sheetRows(pieces())) rows.push([...cells])
  return rows
}
const refused = (why: string) => (thrown: unknown) => thrown instanceof UnreadableList && thrown.why === why
const put = () => readdirSync(tmpdir()).filter((name) => name.startsWith('tmp-'))

test('an Excel file as Excel writes it, words behind the sheet, is read and leaves nothing on the disk', async () => {
  const before = put()
  assert.deepEqual(await rowsIn(file(sheetOf(shared(1) + shared(2)), strings('Café'))), [
    ['Café', 'Café'],
    ['Café', 'Café'],
  ])
  const without = excelOf([
    { name: 'xl/workbook.xml', content: workbook },
    { name: 'xl/worksheets/sheet1.xml', content: sheetOf(rowOf('<c r="A1" t="inlineStr"><is><t>los</t></is></c><c r="B1"><v>7</v></c>')) },
    { name: 'xl/_rels/workbook.xml.rels', content: rels },
  ])
  assert.equal((await rowsIn(without))[0]?.[1], '7', 'a file without a list of words')
  assert.deepEqual(put(), before, 'no sheet was put aside in the folder of temporary files')
})

test('a small Excel file that unpacks to a huge one is refused before it fills memory or disk', async () => {
  const bomb = Buffer.alloc(80 * 1024 * 1024, 'x')
  const honest = file(sheetOf(shared(1)), bomb)
  assert.ok(honest.length < 2_000_000, 'small on the line')
  await assert.rejects(rowsIn(honest), refused('sheetTooBig'))
  await assert.rejects(rowsIn(file(sheetOf(shared(1)), bomb, 1000)), refused('sheet'), 'one that lies about its size')
  const beside = excelOf([{ name: 'xl/media/image1.png', content: bomb }])
  await assert.rejects(rowsIn(beside), refused('sheet'))
})

test('one long text that a whole sheet points at is not multiplied', async () => {
  const rows = Array.from({ length: 20 }, (_, at) => shared(at + 1)).join('')
  const [first] = await rowsIn(file(sheetOf(rows), strings('y'.repeat(3_000_000))))
  assert.equal(first?.[0]?.length, 32_767)
})

test('however an Excel file is damaged, it is read or refused, never more', async () => {
  const book = new excel.Workbook()
  book.addWorksheet('a').addRows([
    ['naam', 'telefoon'],
    ['Café', '03'],
  ])
  const good = Buffer.from(await book.xlsx.writeBuffer())
  for (let at = 0; at < good.length; at += 97) {
    const bad = Buffer.from(good)
    bad[at] = (bad[at] ?? 0) ^ 0xff
    await rowsIn(bad).catch((thrown: unknown) => assert.ok(thrown instanceof UnreadableList, `byte ${at}: ${String(thrown)}`))
    await rowsIn(good.subarray(0, at)).catch((thrown: unknown) => assert.ok(thrown instanceof UnreadableList, `cut at ${at}`))
  }
})
