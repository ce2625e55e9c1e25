import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { identifiers } from '../../platform/clock/identifiers.ts'
import { codeFor, codeHash, readCode } from '../../platform/codes/code.ts'
import { sealed, unsealed } from '../../platform/codes/seal.ts'
import { hasFamilyName, looksLikeNationalNumber, wrongIn } from './rules.ts'

const newId = identifiers()
const asked = { name: 'Fatima', people: 2, phone: '', email: '' }

test('a first name and a number of people are enough', () => {
  assert.deepEqual(wrongIn(asked), {})
  assert.deepEqual(wrongIn({ ...asked, name: 'أمينة', phone: '+32 470 12 34 56', email: 'a@voorbeeld.be' }), {})
  assert.equal(hasFamilyName('Fatima'), false)
  assert.equal(hasFamilyName('Fatima El Amrani'), true)
})

test('odd input is refused field by field', () => {
  assert.deepEqual(wrongIn({ name: '', people: undefined, phone: 'bel mij', email: 'geen adres' }), {
    name: 'name',
    people: 'people',
    phone: 'phone',
    email: 'email',
  })
  assert.equal(wrongIn({ ...asked, people: 9 }).people, 'people')
  assert.equal(wrongIn({ ...asked, name: 'x'.repeat(41) }).name, 'nameLong')
})

test('REFER-5 what looks like a national number is refused in every field', () => {
  for (const number of ['85.07.30-033.28', '85073003328', '85 07 30 033 28']) {
    assert.ok(looksLikeNationalNumber(number), number)
    assert.equal(wrongIn({ ...asked, name: `An ${number}` }).name, 'nationalNumber')
    assert.equal(wrongIn({ ...asked, phone: number }).phone, 'nationalNumber')
    assert.equal(wrongIn({ ...asked, email: `${number}@voorbeeld.be` }).email, 'nationalNumber')
  }
  assert.equal(looksLikeNationalNumber('0470 12 34 56'), false)
  assert.equal(looksLikeNationalNumber('+85073003328'), false)
})

test('a code is read however somebody types it, and always the same for one sign-up', () => {
  const secret = randomBytes(32)
  for (let round = 0; round < 500; round += 1) {
    const id = newId()
    const code = codeFor(secret, id)
    assert.match(code, /^[a-z]{4} [a-z]{4} [a-z]{4} [1-9][0-9]$/)
    assert.equal(codeFor(secret, id), code)
    assert.equal(readCode(` ${code.toUpperCase().replaceAll(' ', '-')}. `), code.replaceAll(' ', ''))
    assert.deepEqual(codeHash(secret, code), codeHash(secret, code.replaceAll(' ', '')))
  }
  assert.equal(readCode('kobi lame tuva ٤٧'), 'kobilametuva47')
  assert.equal(readCode('kobi lame tuva'), undefined)
  assert.notDeepEqual(codeHash(secret, 'kobi lame tuva 47'), codeHash(randomBytes(32), 'kobi lame tuva 47'))
})

test('twenty thousand codes hardly meet: they are spread over forty bits', () => {
  const secret = randomBytes(32)
  const codes = new Set(Array.from({ length: 20_000 }, () => codeFor(secret, newId())))
  assert.equal(codes.size, 20_000)
})

test('a seal opens for half an hour, and only one of ours', () => {
  const secret = randomBytes(32)
  const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
  const id = newId()
  const seal = sealed(secret, id, now)
  assert.equal(unsealed(secret, seal, now.add({ minutes: 29 })), id)
  assert.equal(unsealed(secret, seal, now.add({ minutes: 31 })), undefined)
  assert.equal(unsealed(randomBytes(32), seal, now), undefined)
  const [begin, letter, end] = [seal.slice(0, -10), seal.at(-10), seal.slice(-9)]
  assert.equal(unsealed(secret, begin + (letter === 'A' ? 'B' : 'A') + end, now), undefined)
  assert.equal(unsealed(secret, 'kort', now), undefined)
})
