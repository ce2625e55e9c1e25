import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '../../platform/i18n/languages.ts'
import { openTexts } from '../../platform/i18n/texts.ts'
import { knownReason } from './known-reasons.ts'

test('a reason the desk gives in one tap is said in the language of who reads it, whatever the capitals', () => {
  const texts = openTexts()
  assert.deepEqual(
    languages.map((language) => knownReason(texts(language), 'Het weer')),
    ['Het weer', 'The weather', 'La météo', 'الطقس', 'Погода'],
  )
  assert.equal(knownReason(texts('en'), ' het weer. '), 'The weather')
})

test('a reason in words of the worker is left as it is', () => {
  const t = openTexts()('fr')
  assert.equal(knownReason(t, 'Het weer en de bus'), undefined)
  assert.equal(knownReason(t, ''), undefined)
})
