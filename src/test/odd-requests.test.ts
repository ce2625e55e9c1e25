import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { clientOf } from '../platform/database/connection.ts'
import { type WholeHouse, wholeHouse } from './running.ts'

let house: WholeHouse
before(async () => {
  house = await wholeHouse()
})
after(() => house.end())

test('requests that no page of ours sends are answered without a mistake of ours', async () => {
  const at = `${house.url}/kalmthout`
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) assert.equal((await fetch(at, { method })).status, 404, method)
  assert.equal((await fetch(at, { method: 'HEAD' })).status, 200)
})

test('a form whose length is not told beforehand is read, and one that is far too large is refused plainly', async () => {
  const send = (text: string) =>
    fetch(`${house.url}/werk/aanmelden`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: house.url },
      body: new Blob([text]).stream(),
      duplex: 'half',
    } as RequestInit)
  assert.equal((await send('email=noor%40example.org')).status, 200)
  const large = await send(`email=${'x'.repeat(1_200_000)}`)
  assert.equal(large.status, 413)
  assert.match(await large.text(), /te veel in één keer/)
})

test('an address typed with a capital, a slash too many or /nl in front leads to the page', async () => {
  for (const path of ['/Kalmthout', '/kalmthout/', '/nl/kalmthout', '//kalmthout//', '/KALMTHOUT/Programma?week=2026-W49']) {
    const response = await fetch(house.url + path, { redirect: 'manual' })
    assert.equal(response.status, 308, path)
    assert.match(response.headers.get('location') ?? '', /^\/kalmthout(\/programma\?week=2026-W49)?$/, path)
  }
  assert.equal((await fetch(`${house.url}/Nergens`)).status, 404)
})

test('when the database breaks off connections at work, the program goes on', async () => {
  const owner = clientOf({ connectionString: house.databaseUrl }, 'stek-test')
  await owner.connect()
  for (let round = 0; round < 5; round += 1) {
    const asked = Array.from({ length: 12 }, (_, n) => fetch(`${house.url}/kalmthout/programma?week=2027-W${10 + round * 6 + (n % 6)}`))
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'stek' and datname = current_database()`,
    )
    for (const answer of await Promise.all(asked)) assert.ok([200, 500, 503].includes(answer.status))
  }
  await owner.end()
  assert.equal((await fetch(`${house.url}/wuustwezel`)).status, 200)
})
