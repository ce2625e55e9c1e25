import assert from 'node:assert/strict'
import { test } from 'node:test'
import { colours, contrast, pairs } from './tokens.ts'

for (const scheme of ['light', 'dark'] as const) {
  test(`in ${scheme} every text stands out 7 to 1 or more from its ground`, () => {
    const weak = pairs
      .map(([text, ground]) => ({ text, ground, ratio: contrast(colours[scheme][text], colours[scheme][ground]) }))
      .filter(({ ratio }) => ratio < 7)
    assert.deepEqual(weak, [])
  })
}

test('contrast is measured as WCAG does', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#777777', '#777777'), 1)
  assert.ok(Math.abs(contrast('#767676', '#ffffff') - 4.54) < 0.01)
})
