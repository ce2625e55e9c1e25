import assert from 'node:assert/strict'
import { test } from 'node:test'
import QRCode from 'qrcode'
import { qrSvg } from './qr.ts'

const address = 'https://stek.example/kalmthout?papier=7f3a'

/** The dark squares that the path of the drawing fills. */
function darkSquares(svg: string): Set<string> {
  const runs = [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)]
  return new Set(runs.flatMap(([, x, y, length]) => Array.from({ length: Number(length) }, (_, step) => `${Number(x) + step},${y}`)))
}

test('the drawing holds every dark square of the code, with four light squares around it', () => {
  const svg = qrSvg(address)
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' })
  assert.match(svg, new RegExp(`viewBox="0 0 ${modules.size + 8} ${modules.size + 8}"`))
  const dark = darkSquares(svg)
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      assert.equal(dark.has(`${column + 4},${row + 4}`), Boolean(modules.get(row, column)), `square ${column},${row}`)
  assert.equal(
    dark.size,
    modules.data.reduce((sum: number, one: number) => sum + one, 0),
  )
})

test('the drawing is made of squares only, whatever the address holds', () => {
  assert.match(qrSvg('"><script>alert(1)</script>'), /^<svg xmlns="[^"]+" viewBox="[\d ]+"><path fill="#000" d="[Mhvz\d -]+"\/><\/svg>$/)
})
