import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hoursAsTyped, typedHours } from './typed-hours.ts'

const again = (typed: string): string => {
  const read = typedHours(typed)
  return 'hours' in read ? hoursAsTyped(read.hours) : `${read.why}: ${read.wrongLine}`
}

test('hours of several days may stand on one line, as somebody says them on the telephone', () => {
  for (const [typed, read] of [
    ['ma 16-17u30, wo 13-15', 'ma 16-17u30\nwo 13-15'],
    ['ma, di 9-12; do 14-16 op afspraak', 'ma, di 9-12\ndo 14-16 op afspraak'],
    ['ma 9-12, 13u30-16', 'ma 9-12, 13u30-16'],
    ['ma 9-12, di en wo 13-15 (niet in juli), za 10-12', 'ma 9-12\ndi, wo 13-15 (niet in juli)\nza 10-12'],
  ] as const)
    assert.equal(again(typed), read, typed)
})

test('a line of which one part cannot be read is given back whole', () => {
  assert.equal(again('ma 9-12, soms 13-15'), 'times: ma 9-12, soms 13-15')
  assert.equal(again('ma 9-12, wo 13'), 'times: ma 9-12, wo 13')
  assert.equal(again('ma 9-12, ma 10-11'), 'overlap: ma 9-12, ma 10-11')
})
