import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { asText, asUtc, folded, textLine } from './content-lines.ts'

const readBack = (text: string) => {
  const file = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${textLine('SUMMARY', text)}END:VEVENT\r\nEND:VCALENDAR\r\n`
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  return new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')?.getFirstPropertyValue('summary')
}

test('whatever somebody types comes out of a calendar app as it was typed, without its control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }), (one, other) => {
      const typed = `${one}${other}`
      assert.equal(readBack(typed) ?? '', typed.replace(/\r\n|[\r\n\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, ''))
    }),
    { numRuns: 300 },
  )
  assert.equal(asText('a\\b;c,d\r\ne\u0007'), 'a\\\\b\\;c\\,d\\ne')
})

test('a long line is cut after 75 octets and never inside a character', () => {
  assert.equal(folded('x'.repeat(75)), 'x'.repeat(75))
  assert.equal(folded('x'.repeat(76)), `${'x'.repeat(75)}\r\n x`)
  assert.equal(folded('x'.repeat(224)), `${'x'.repeat(75)}\r\n ${'x'.repeat(74)}\r\n ${'x'.repeat(74)}\r\n x`)
  assert.equal(folded(`${'x'.repeat(74)}☕`), `${'x'.repeat(74)}\r\n ☕`)
  assert.equal(readBack('☕️👩🏽‍🍳ق'.repeat(40)), '☕️👩🏽‍🍳ق'.repeat(40))
})

test('a moment is written in universal time', () => {
  assert.equal(asUtc(Temporal.Instant.from('2026-11-24T13:05:00+01:00')), '20261124T120500Z')
  assert.equal(asUtc(Temporal.Instant.from('1969-12-31T23:59:00Z')), '19691231T235900Z')
})
