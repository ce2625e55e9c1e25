import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { movableClock } from '../../test/house.ts'
import { typedIn } from '../http/answers.ts'
import type { Env } from '../http/house.ts'
import { newToken } from '../sessions/tokens.ts'
import { protect } from './protect.ts'
import { judge } from './rules.ts'
import { formTokenFor, isFormToken } from './token.ts'

const clock = movableClock('2026-11-24T09:00:00+01:00')
const secret = Buffer.alloc(32, 7)
const session = newToken()

const settings = { baseUrl: 'https://stek.example.be' } as never
const log = { info() {}, warn() {}, error() {} }
const app = new Hono<Env>()
app.use(protect({ secret, clock, settings, log }, (c, why) => c.text(why, 403)))
app.get('/', (c) => c.text(c.get('formToken')))
app.post('/', async (c) => c.json(await typedIn(c)))

const send = (headers: Record<string, string>, body: Record<string, string> | FormData = {}) =>
  app.request('https://stek.example.be/', { method: 'POST', body: body instanceof FormData ? body : new URLSearchParams(body), headers })

test('a page of another site cannot change anything', async () => {
  const foreign: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://kwaad.example' },
    { Origin: 'http://stek.example.be.kwaad.example' },
    { Origin: 'geen adres' },
  ]
  for (const headers of foreign) {
    const response = await send(headers, { _token: formTokenFor(secret, undefined, clock.now()) })
    assert.equal(response.status, 403, JSON.stringify(headers))
    assert.equal(await response.text(), 'another-site')
  }
})

test('our own form passes with what a modern browser tells', async () => {
  assert.equal((await send({ 'Sec-Fetch-Site': 'same-origin' }, { a: '1' })).status, 200)
  assert.equal((await send({ Origin: 'https://stek.example.be' })).status, 200)
  assert.equal((await send({ Origin: 'http://10.0.0.4:3000', Host: '10.0.0.4:3000' })).status, 200)
})

test('an old phone that tells nothing passes with the token of the form, and the form can still be read', async () => {
  const headers = { Cookie: `stek_session=${session}` }
  const token = await (await app.request('https://stek.example.be/', { headers })).text()
  const response = await send(headers, { _token: token, naam: 'Els' })
  assert.equal(response.status, 200)
  assert.deepEqual(await response.json(), { _token: token, naam: 'Els' })
  assert.equal(
    (await send({ ...headers, Origin: 'null' }, { _token: token })).status,
    200,
    'our own pages send Origin: null, because they send no referrer',
  )
})

test('a form with a file passes with its token too', async () => {
  const form = new FormData()
  form.set('_token', formTokenFor(secret, undefined, clock.now()))
  form.set('foto', new File(['x'], 'x.png'))
  assert.equal((await send({}, form)).status, 200)
})

test('without a token, or with one of somebody else, nothing happens', async () => {
  const mine = formTokenFor(secret, session, clock.now())
  for (const [cookie, token] of [
    [session, ''],
    [session, formTokenFor(secret, undefined, clock.now())],
    [session, formTokenFor(secret, newToken(), clock.now())],
    [session, formTokenFor(Buffer.alloc(32, 8), session, clock.now())],
    [newToken(), mine],
    [session, `${mine}x`],
    [session, mine.replace(/^./, 'z')],
  ] as const) {
    const response = await send({ Cookie: `stek_session=${cookie}` }, { _token: token })
    assert.equal(response.status, 403)
    assert.equal(await response.text(), 'form')
  }
  assert.equal(
    (await app.request('https://stek.example.be/', { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } })).status,
    403,
  )
  assert.equal((await app.request('https://stek.example.be/', { method: 'DELETE' })).status, 403)
})

test('a form may lie open for a day', () => {
  const token = formTokenFor(secret, session, clock.now())
  assert.equal(isFormToken(secret, session, token, clock.now().add({ hours: 24 })), true)
  assert.equal(isFormToken(secret, session, token, clock.now().add({ hours: 24, seconds: 1 })), false)
  assert.equal(isFormToken(secret, session, token, clock.now().subtract({ hours: 1 })), false, 'and comes from no future')
})

test('reading is never refused', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) {
    assert.equal(judge({ method, secFetchSite: 'cross-site', origin: 'https://elders.example', host: 'x', ownOrigin: 'https://x' }), 'ours')
  }
})

test('a form of thousands of fields is read only as far as any form of ours goes', async () => {
  const body = new URLSearchParams(Array.from({ length: 90_000 }, (_, n) => [`f${n}`, 'x']))
  const read = await app.request('/', { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } })
  assert.equal(Object.keys((await read.json()) as object).length, 500)
})
