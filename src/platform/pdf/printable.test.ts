import assert from 'node:assert/strict'
import { test } from 'node:test'
import { covers } from './coverage.ts'
import { readFonts } from './fonts.ts'
import { mapTexts, printable } from './printable.ts'

const { coverage } = readFonts()
const printed = (text: string) => printable(text, coverage)

test('the fonts print Dutch, French, Polish, Turkish, Ukrainian and Arabic, and no emoji', () => {
  for (const character of 'aé€’…œłşğіїєґЩمرحبا؟،') assert.ok(covers(coverage, character.codePointAt(0) ?? 0), character)
  for (const character of '🎉☺한中') assert.ok(!covers(coverage, character.codePointAt(0) ?? 0), character)
})

test('an emoji is left off the paper together with what held it together', () => {
  assert.equal(printed('Feest 🎉👨‍👩‍👧 met taart 🍰'), 'Feest met taart')
})

test('a title of emoji alone still leaves a mark on the paper', () => {
  assert.equal(printed('🎉🎉'), '…')
  assert.equal(printed('   '), '')
})

test('what could turn the direction of a text around is left out', () => {
  assert.equal(printed('Koffie \u202ekcurt\u202c\u0000\u0007'), 'Koffie kcurt')
})

test('signs of mark-up are letters like any other', () => {
  const signs = '#let x = 1; *vet* _cursief_ $x^2$ `code` <script> @naam [haak] \\ // /* "'
  assert.equal(printed(signs), signs)
})

test('a broken half of an emoji and an accent typed apart do no harm', () => {
  assert.equal(printed('Cafe\u0301 \ud83c'), 'Café')
})

test('a title over several lines comes on one line, and a space that must not break stays', () => {
  assert.equal(printed('Samen\n koken\u2028eten'), 'Samen koken eten')
  assert.equal(printed('13\u00a0h\u00a000'), '13\u00a0h\u00a000')
})

test('a word without end may break, never between a letter and its accent', () => {
  assert.equal(printed('a'.repeat(60)).replaceAll('\u200b', '|'), `${'a'.repeat(24)}|${'a'.repeat(24)}|${'a'.repeat(12)}`)
  assert.ok(!/\u200b\p{M}/u.test(printed('x\u0323'.repeat(40))))
})

test('only texts change, whatever the data look like', () => {
  assert.deepEqual(
    mapTexts({ a: ['b', 1, null, { c: true, d: 'e' }] }, (text) => text.toUpperCase()),
    { a: ['B', 1, null, { c: true, d: 'E' }] },
  )
})
