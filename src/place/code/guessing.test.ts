import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { readCode } from '../../platform/codes/code.ts'
import { takeBack } from '../../platform/limits/limits.ts'
import { type TestHouse, testHouse } from '../../test/house.ts'
import { mayTryCode } from './guessing.ts'

let it: TestHouse
before(async () => {
  it = await testHouse()
})
after(() => it.close())
beforeEach(() => it.owner.query('delete from attempt'))

const wrong = async (address: string, code: string) => (await mayTryCode(it.house, address, readCode(code))).allowed
/** Types a right code: what was counted is taken back. */
async function right(address: string, code: string): Promise<boolean> {
  const permission = await mayTryCode(it.house, address, readCode(code))
  if (permission.allowed) await takeBack(it.house, permission.attempts)
  return permission.allowed
}
const syllable = (n: number) => `${'bdklmnrstv'[n % 10]}${'aeiou'[Math.floor(n / 10) % 5]}`
const word = (n: number) => syllable(n % 50) + syllable(Math.floor(n / 50))
const MINE = 'kobi lame tuva 47'

/** As after many wrong codes from everywhere: rows as the limits write them. */
const storm = async (count: number) => {
  for (let n = 0; n < count; n += 100)
    await Promise.all(Array.from({ length: 100 }, (_, at) => wrong(`10.${n / 100}.${at}.1`, `${word(n + at)} lame tuva 11`)))
}

test('who guesses at codes that begin like mine does not keep me out: from my own address I still get in, and so do ten mistakes', async () => {
  for (let n = 0; n < 90; n += 1) await wrong(`81.1.${n}.1`, `kobi ${word(n)} tuva 12`)
  assert.equal(await right('62.1.1.1', MINE), true)
  for (let n = 0; n < 10; n += 1) assert.equal(await wrong('62.1.1.1', `kobi lame tuva 1${n}`), true)
  assert.equal(await right('62.1.1.1', MINE), false, 'ten wrong ones in an hour are enough while somebody guesses')
  it.clock.pass({ minutes: 61 })
  assert.equal(await right('62.1.1.1', MINE), true)
})

test('one who guesses at codes that begin alike gets thirty tries an hour', async () => {
  let tried = 0
  for (let minute = 0; minute < 180; minute += 1) {
    for (let n = 0; n < 5; n += 1) if (await wrong('81.1.1.1', `kobi ${word(minute * 5 + n)} tuva 12`)) tried += 1
    it.clock.pass({ minutes: 1 })
  }
  assert.ok(tried >= 80 && tried <= 90, `${tried} tries in three hours`)
})

test('while many codes are wrong in the whole house, every address has ten an hour of its own, and a rented block a hundred', async () => {
  await storm(1000)
  assert.equal(await right('62.1.1.1', MINE), true, 'who holds a slip gets in')
  let tried = 0
  for (let n = 0; n < 200; n += 1) if (await wrong(`2001:db8:1:${n.toString(16)}`, `${word(n)} mota tuva 55`)) tried += 1
  assert.equal(tried, 100)
  assert.equal(await right('2001:db8:2:1', MINE), true)
})

test('a whole stek behind one address types a hundred wrong codes in ten minutes as long as nobody guesses elsewhere', async () => {
  for (let n = 0; n < 100; n += 1) assert.equal(await wrong('62.1.1.1', `${word(n)} mota tuva 55`), true)
  assert.equal(await right('62.1.1.1', MINE), false)
  assert.equal(await right('62.1.1.2', MINE), true)
  it.clock.pass({ minutes: 10 })
  assert.equal(await right('62.1.1.1', MINE), true)
})
