import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ClearFailure } from './clear-failure.ts'
import { readSettings } from './settings.ts'

const sentenceFor = (environment: Record<string, string>): string => {
  try {
    readSettings(environment)
  } catch (thrown) {
    assert.ok(thrown instanceof ClearFailure)
    return thrown.message
  }
  return ''
}

test('without any setting the house opens on port 3000 with the embedded database', () => {
  const settings = readSettings({})
  assert.equal(settings.port, 3000)
  assert.equal(settings.baseUrl, 'http://localhost:3000')
  assert.equal(settings.databaseUrl, undefined)
  assert.equal(settings.timeZone, 'Europe/Brussels')
})

test('each wrong setting gives one clear sentence, and a password is never repeated', () => {
  assert.match(sentenceFor({ PORT: 'drie' }), /^PORT must be a number/)
  assert.match(sentenceFor({ PORT: '70000' }), /^PORT must be a number/)
  assert.match(sentenceFor({ STEK_TIME_ZONE: 'Kalmthout' }), /^STEK_TIME_ZONE must be a time zone/)
  assert.match(sentenceFor({ STEK_BASE_URL: 'stek.be' }), /^STEK_BASE_URL must be an address/)
  assert.match(sentenceFor({ STEK_NOW: 'morgen' }), /^STEK_NOW must be a moment/)
  assert.match(sentenceFor({ STEK_LOG: 'loud' }), /^STEK_LOG must be/)
  assert.match(sentenceFor({ SMTP_URL: 'ftp://x' }), /^SMTP_URL must be/)
  const wrong = sentenceFor({ DATABASE_URL: 'mysql://someone:secret@server/db' })
  assert.match(wrong, /^DATABASE_URL must be an address/)
  assert.doesNotMatch(wrong, /secret/)
  assert.equal(sentenceFor({ PORT: 'x', STEK_LOG: 'y' }).split('\n').length, 2)
})

test('an empty setting counts as not set, and the base address loses its last slash', () => {
  assert.equal(readSettings({ DATABASE_URL: '', PORT: '' }).port, 3000)
  assert.equal(readSettings({ STEK_BASE_URL: 'https://stek.example.be/' }).baseUrl, 'https://stek.example.be')
})
