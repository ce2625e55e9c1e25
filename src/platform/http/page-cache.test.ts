import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { encodingFor, PageCache, type Rendered } from './page-cache.ts'
import { Versions } from './versions.ts'

const long = 'Koffie en een babbel. '.repeat(100)
const page = (version: number, over: Partial<Rendered> = {}): Rendered => ({
  body: `${long}${version}`,
  type: 'text/html; charset=utf-8',
  subject: 'kalmthout',
  version,
  trueUntil: Number.POSITIVE_INFINITY,
  ...over,
})

function world(limit?: number) {
  let number = 1
  let time = 0
  let asked = 0
  let broken = false
  const versions = new Versions(async (subjects) => {
    if (broken) throw new Error('out of reach')
    return new Map(subjects.map((subject) => [subject, number]))
  })
  const cache = new PageCache(versions, () => time, { 'X-Content-Type-Options': 'nosniff' }, limit)
  const ask = async (headers: Record<string, string> = {}, address = '/kalmthout', over: Partial<Rendered> = {}) => {
    const response = await cache.answer(address, new Request(`http://localhost${address}`, { headers }), async () => {
      asked += 1
      return page(number, over)
    })
    return { response, text: await response.clone().text() }
  }
  return {
    ask,
    versions,
    cache,
    renderings: () => asked,
    changeHere: () => {
      number += 1
      versions.forget('kalmthout')
    },
    changeElsewhere: () => {
      number += 1
    },
    pass: (milliseconds: number) => {
      time += milliseconds
    },
    breakDatabase: () => {
      broken = true
    },
  }
}

test('a page is rendered once and served from memory after that', async () => {
  const { ask, renderings } = world()
  await ask()
  await ask()
  await ask()
  assert.equal(renderings(), 1)
})

test('a change by this process is there on the very next request', async () => {
  const { ask, changeHere } = world()
  assert.match((await ask()).text, /1$/)
  changeHere()
  assert.match((await ask()).text, /2$/)
})

test('a change by another process is there after one look, also when its notification got lost', async () => {
  const { ask, changeElsewhere, versions } = world()
  await ask()
  changeElsewhere()
  assert.match((await ask()).text, /1$/)
  await versions.look()
  assert.match((await ask()).text, /2$/)
})

test('a page that shows now is made again when its moment is over', async () => {
  const { ask, pass, renderings } = world()
  await ask({}, '/kalmthout', { trueUntil: 1000 })
  pass(999)
  await ask({}, '/kalmthout', { trueUntil: 1000 })
  assert.equal(renderings(), 1)
  pass(1)
  await ask({}, '/kalmthout', { trueUntil: 5000 })
  assert.equal(renderings(), 2)
})

test('many who ask at once wait for one rendering', async () => {
  const { ask, renderings } = world()
  await Promise.all(Array.from({ length: 50 }, () => ask()))
  assert.equal(renderings(), 1)
})

test('who has the page already gets 304 without a body, in every encoding', async () => {
  const { ask } = world()
  for (const encoding of ['br', 'gzip', '']) {
    const etag = (await ask({ 'accept-encoding': encoding })).response.headers.get('etag') ?? ''
    const { response, text } = await ask({ 'accept-encoding': encoding, 'if-none-match': etag })
    assert.equal(response.status, 304)
    assert.equal(text, '')
  }
})

test('the compressed page says the same as the plain one', async () => {
  const { ask } = world()
  const plain = (await ask()).text
  const br = Buffer.from(await (await ask({ 'accept-encoding': 'gzip, br' })).response.arrayBuffer())
  const gz = Buffer.from(await (await ask({ 'accept-encoding': 'gzip' })).response.arrayBuffer())
  assert.equal(brotliDecompressSync(br).toString(), plain)
  assert.equal(gunzipSync(gz).toString(), plain)
  assert.equal(encodingFor('br;q=0, gzip'), 'gzip')
  assert.equal(encodingFor(undefined), 'identity')
})

test('when the database is out of reach, visitors keep the page they could read before', async () => {
  const { ask, breakDatabase, changeHere, renderings } = world()
  await ask()
  breakDatabase()
  changeHere()
  assert.match((await ask()).text, /1$/)
  assert.equal(renderings(), 1)
})

test('memory stays bounded: what was made longest ago goes first', async () => {
  const { ask, renderings } = world(20_000)
  for (let n = 0; n < 40; n += 1) await ask({}, `/stek-${n}`)
  assert.equal(renderings(), 40)
  await ask({}, '/stek-39')
  assert.equal(renderings(), 40)
  await ask({}, '/stek-0')
  assert.equal(renderings(), 41)
})

test('a page that was not found is not kept', async () => {
  const { ask, renderings } = world()
  await ask({}, '/nergens', { status: 404 })
  await ask({}, '/nergens', { status: 404 })
  assert.equal(renderings(), 2)
})

test('a number that was read before a change does not make the old page count as new', async () => {
  let release = (): void => {}
  let slow = false
  let number = 5
  const versions = new Versions(async (subjects) => {
    const read = number
    if (slow) await new Promise<void>((resolve) => (release = resolve))
    return new Map(subjects.map((subject) => [subject, read]))
  })
  versions.seen('kalmthout', 5)
  slow = true
  const looking = versions.look()
  number = 6
  versions.forget('kalmthout')
  slow = false
  release()
  await looking
  assert.equal(versions.known('kalmthout'), undefined)
  await versions.learn('kalmthout')
  assert.equal(versions.known('kalmthout'), 6)
})
