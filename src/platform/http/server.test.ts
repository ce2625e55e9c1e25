import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { PageCache } from './page-cache.ts'
import { type Listening, listen } from './server.ts'
import { Versions } from './versions.ts'

const patience = { head: 3000, form: 3000, file: 60_000, silence: 1200 }
let server: Listening
before(async () => {
  const pages = new PageCache(new Versions(async () => new Map()), () => 0, {})
  const answer = async (request: Request) => new Response((await request.text().catch(() => 'broken off')) || 'hello')
  server = await listen(0, pages, answer, new Set(['/file']), patience)
})
after(() => server.stop())

/** How long somebody is waited for who says `first` and then a letter now and then, in milliseconds. */
async function waitedFor(first: string): Promise<number> {
  const socket = connect(server.port, '127.0.0.1')
  socket.on('error', () => {})
  socket.resume()
  const began = performance.now()
  socket.write(first)
  const drip = setInterval(() => socket.write('a'), 300).unref()
  await new Promise((resolve) => socket.once('close', resolve))
  clearInterval(drip)
  return performance.now() - began
}

test('two hundred who never finish what they say are let go, and others are served meanwhile', async () => {
  const head = 'GET / HTTP/1.1\r\nHost: a\r\nX-A: '
  const form = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\na='
  const slow = Array.from({ length: 200 }, (_, nth) => waitedFor(nth % 2 === 0 ? head : form))
  for (let time = 0; time < 5; time += 1) assert.equal(await (await fetch(`http://127.0.0.1:${server.port}/`)).text(), 'hello')
  const longest = Math.max(...(await Promise.all(slow)))
  assert.ok(longest < 12_000, `${Math.round(longest)} ms`)
})
