import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { serve } from '@hono/node-server'
import { openApp } from '../../../../app.tsx'
import { poolOf } from '../../../../platform/database/connection.ts'
import { type Database, openDatabase } from '../../../../platform/database/door.ts'
import { openKeys } from '../../../../platform/secrets/keys.ts'
import { formIn } from '../../../../test/desk-world.ts'
import { type HandoverWorld, handoverWorld } from '../../../../test/handover-world.ts'

type Process = { url: string; close(): void; database: Database }
let world: HandoverWorld
let processes: Process[] = []

/** The app once more, over the network, with connections and a key store of its own: another process on the same house. */
async function another(): Promise<Process> {
  const database = openDatabase(poolOf(world.test.login, 4))
  const { house } = world.test
  const server = serve({
    fetch: openApp({ ...house, database, keys: openKeys(house.settings.keysFolder) }).fetch,
    port: 0,
    hostname: '127.0.0.1',
  })
  await new Promise<void>((ready) => (server.listening ? ready() : server.once('listening', () => ready())))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close(), database }
}

before(async () => {
  world = await handoverWorld()
  processes = [await another(), await another()]
})
after(async () => {
  for (const one of processes) {
    one.close()
    await one.database.close()
  }
  await world.close()
})

const send = (url: string, fields: Record<string, string | string[]>) =>
  fetch(url, {
    method: 'POST',
    body: new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])),
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    redirect: 'manual',
  })

/** A browser that typed the code: where it is, and what its button "read" sends. */
async function browserAt({ url }: Process, code: string) {
  const typed = await send(`${url}/code`, { code })
  const address = `${url}${typed.headers.get('location')}`
  const html = await (await fetch(address)).text()
  const k = new URL(address).searchParams.get('k') ?? ''
  return { press: async () => (await send(address, { ...formIn(html), k, wat: 'lees' })).text() }
}
const TEXT = 'Ik heb een brief over schulden.'
const reads = (page: string) => page.includes('schulden')

test('REFER-4 read once: of eight browsers of the service that press at once, in two processes, exactly one reads it', async () => {
  for (let round = 0; round < 6; round += 1) {
    const { seal, service } = await world.slip()
    await world.message(seal, TEXT, [1])
    const browsers = await Promise.all(Array.from({ length: 8 }, (_, at) => browserAt(processes[at % 2] as Process, service)))
    const pages = await Promise.all(browsers.map(({ press }) => press()))
    assert.equal(pages.filter(reads).length, 1, `round ${round}`)
    assert.equal(pages.filter((page) => page.includes('Het bericht is er niet meer')).length, 7)
    assert.deepEqual(await world.test.house.keys.ids(), [])
    assert.deepEqual(await world.rows('select sealed from handover_message where sealed is not null'), [])
    await world.test.owner.query('delete from handover')
  }
})

test('who presses twice in a hurry still reads the message: the same page of the same browser counts as one reading', async () => {
  const { seal, service } = await world.slip()
  await world.message(seal, TEXT, [1])
  const mine = await browserAt(processes[0] as Process, service)
  const other = await browserAt(processes[0] as Process, service)
  const pages = await Promise.all([mine.press(), mine.press(), mine.press()])
  assert.deepEqual(pages.map(reads), [true, true, true])
  assert.equal(reads(await mine.press()), true, 'the second press came a moment later')
  assert.equal(reads(await other.press()), false)
  assert.deepEqual(await world.test.house.keys.ids(), [], 'the key went at the first reading')
})
