/** The characters a font can print: one bit for each of the 1 114 112 code points. */
export type Coverage = Uint8Array

const BYTES = 0x110000 / 8

/** Whether the character with this code point can be printed. */
export const covers = (coverage: Coverage, codePoint: number): boolean => (((coverage[codePoint >> 3] ?? 0) >> (codePoint & 7)) & 1) === 1

/** The characters that both can print. */
export const inBoth = (one: Coverage, other: Coverage): Coverage => one.map((bits, at) => bits & (other[at] ?? 0))

/** The characters that at least one of the two can print. */
export const inEither = (one: Coverage, other: Coverage): Coverage => one.map((bits, at) => bits | (other[at] ?? 0))

/**
 * The characters in the `cmap` table of a TrueType font, subtables of format 4 and 12.
 * Throws a RangeError or an Error on a file that is not such a font.
 * @source OpenType 1.9.1, "cmap - Character to Glyph Index Mapping Table"
 */
export function coverageOf(font: Buffer): Coverage {
  const coverage = new Uint8Array(BYTES)
  const cmap = tableAt(font, 'cmap')
  for (let record = 0; record < font.readUInt16BE(cmap + 2); record += 1) {
    const table = cmap + font.readUInt32BE(cmap + 4 + record * 8 + 4)
    const format = font.readUInt16BE(table)
    if (format === 4) readFormat4(font, table, coverage)
    if (format === 12) readFormat12(font, table, coverage)
  }
  return coverage
}

function tableAt(font: Buffer, tag: string): number {
  for (let table = 0; table < font.readUInt16BE(4); table += 1) {
    const entry = 12 + table * 16
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8)
  }
  throw new Error(`no ${tag} table`)
}

const add = (coverage: Uint8Array, codePoint: number) => {
  coverage[codePoint >> 3] = (coverage[codePoint >> 3] ?? 0) | (1 << (codePoint & 7))
}

function readFormat4(font: Buffer, table: number, coverage: Uint8Array): void {
  const segments = font.readUInt16BE(table + 6) / 2
  const column = (index: number) => table + 14 + index * segments * 2
  for (let segment = 0; segment < segments; segment += 1) {
    const end = font.readUInt16BE(column(0) + segment * 2)
    const start = font.readUInt16BE(column(1) + 2 + segment * 2)
    const delta = font.readUInt16BE(column(2) + 2 + segment * 2)
    const offsetAt = column(3) + 2 + segment * 2
    const offset = font.readUInt16BE(offsetAt)
    for (let codePoint = start; codePoint <= end && codePoint < 0xffff; codePoint += 1) {
      const listed = offset === 0 ? codePoint : font.readUInt16BE(offsetAt + offset + (codePoint - start) * 2)
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) add(coverage, codePoint)
    }
  }
}

function readFormat12(font: Buffer, table: number, coverage: Uint8Array): void {
  for (let group = 0; group < font.readUInt32BE(table + 12); group += 1) {
    const entry = table + 16 + group * 12
    for (let codePoint = font.readUInt32BE(entry); codePoint <= font.readUInt32BE(entry + 4); codePoint += 1) add(coverage, codePoint)
  }
}
