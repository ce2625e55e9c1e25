import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { openApp } from '../app.tsx'
import { poolOf } from '../platform/database/connection.ts'
import { openDatabase } from '../platform/database/door.ts'
import { erase } from '../platform/erasing/erase.ts'
import { growthOf } from './growth.ts'
import { testHouse } from './house.ts'
import { isPage, Outside } from './outside.ts'
import { type FoundForm, filled, formsIn, kindOf } from './walk.ts'

/** What is typed everywhere; it may come back on the page, and be nowhere else. */
const SECRET = 'zwaluwnest'
const words = (type: string): string =>
  ({ email: `${SECRET}@voorbeeld.example`, tel: '0470 98 76 54', url: `https://${SECRET}.example/` })[type] ??
  `Zwaluwnest ${SECRET} 0470 98 76 54`
const BETRAYED = /zwaluwnest|endhbHV3bmVzd|p3YWx1d25lc3|6d2FsdXduZXN0|98 ?76 ?54|987654/i

let house: Outside
before(async () => {
  house = await Outside.open()
})
after(() => house.close())

/** An answer this soon, in milliseconds, needs no second look; the others are compared with a text a twentieth as long. */
const SOON_IN_MS = 200

const list = { name: `${SECRET}.csv`, content: `naam;${SECRET}\n${SECRET};"${SECRET}"` }
let found: FoundForm[] = []
const endsSomething = ({ action }: FoundForm) => /afmelden|rol-weg|\/weg\b/.test(action)

/** Sends each form as somebody would, filled in wrongly everywhere, and what comes back of it once more. */
async function drive(forms: readonly FoundForm[], rounds: readonly boolean[]): Promise<void> {
  for (const form of forms) {
    await house.owner.query('delete from attempt')
    for (const everywhere of rounds) {
      const answer = await house.send(form, filled(form, words, everywhere), list)
      if (!isPage(answer) || answer.status === 429) continue
      const again = formsIn(answer.html, form.action).find(
        ({ action, method }) => method === 'post' && kindOf(action) === kindOf(form.action),
      )
      if (again && form.method === 'post')
        await house.send(
          again,
          filled(
            { ...again, fields: again.fields.map((field) => (field.name === 'step' ? { ...field, value: 'save' } : field)) },
            words,
            false,
          ),
          list,
        )
    }
  }
}

const nothingSaid = (when: string) => {
  const at = house.sink.search(BETRAYED)
  assert.equal(at, -1, `${when}: ${house.sink.slice(Math.max(0, at - 300), at + 200)}`)
}

test('what people type in a form, whether it is taken or refused, is in no log', async () => {
  await house.as(null)
  const open = await house.walk(['/', '/wuustwezel', '/kalmthout', '/rechten', '/code', '/werk/aanmelden'])
  await drive(
    open.toSorted((one, other) => Number(endsSomething(one)) - Number(endsSomething(other))),
    [false, true],
  )
  await house.as('opbouwwerker')
  const desk = (await house.walk(['/werk', '/werk/ik', '/werk/wegwijzer', '/werk/overdracht'])).filter(({ action }) =>
    action.startsWith('/werk'),
  )
  found = [...open, ...desk]
  await drive(
    desk.filter((form) => !endsSomething(form)),
    [true, false],
  )
  nothingSaid('forms')
  assert.ok(found.length > 60, `${found.length} forms were found`)
})

/** The addresses that take something, each with places filled in. */
async function addresses(): Promise<{ method: string; path: string }[]> {
  const it = await testHouse()
  const routes = openApp(it.house).routes.filter(({ method, path }) => method !== 'ALL' && !/^\/(en|fr|ar|uk)(\/|$)/.test(path))
  await it.close()
  const place = (name: string, shape = '') => {
    if (name === 'stek') return 'wuustwezel'
    if (shape.includes('{36}')) return '019aa5c0-0000-7000-8000-000000000001'
    if (name === 'date') return '2026-11-30'
    if (name === 'token') return 'x'.repeat(43)
    if (shape.includes('csv')) return 'diensten.csv'
    if (shape.includes('ja|nee')) return 'ja'
    return SECRET
  }
  const all = routes.map(({ method, path }) => ({
    method,
    path: path.replace(/:(\w+)((?:\{(?:[^{}]|\{[^}]*\})*\})?)/g, (_, name: string, shape: string) => place(name, shape)),
  }))
  return [...new Map(all.map((one) => [`${one.method} ${one.path}`, one])).values()]
}

test('what is asked of any address, in an address, in odd forms and in broken JSON, is in no log', async () => {
  await house.as('coordinator')
  const names = [...new Set(found.flatMap(({ fields }) => fields.map(({ name }) => name)))].filter(
    (name) => name !== 'stek' && name !== '_token',
  )
  const all = await addresses()
  assert.ok(all.filter(({ method }) => method === 'POST').length > 80)
  const query = `q=${SECRET}&t=${SECRET}&code=${SECRET}&terug=//${SECRET}.example&naar=https://${SECRET}.example&week=${SECRET}&after=${SECRET}&dank=${SECRET}`
  for (const { method, path } of all.filter(({ path }) => !/afmelden|overal/.test(path))) {
    await house.owner.query('delete from attempt')
    if (method === 'GET') {
      await house.ask(`${path}?${query}`)
      continue
    }
    const fields = new URLSearchParams(names.map((name) => [name, words('text')]))
    await house.ask(path, { method, body: fields })
    await house.ask(path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: `{"response":{"id":"${SECRET}"},"id":"${SECRET}","x":"${SECRET}`,
    })
    await house.ask(path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ response: { id: SECRET, response: { clientDataJSON: SECRET } }, taps: [{ id: SECRET }] }),
    })
    await house.ask(path, {
      method,
      headers: { 'Content-Type': `multipart/form-data; boundary=${SECRET}` },
      body: `--${SECRET}\r\nContent-Disposition: form-data; name="${SECRET}"\r\n\r\n${SECRET}`,
    })
  }
  nothingSaid('addresses')
  assert.deepEqual(
    house.seen.filter(({ status }) => status >= 500),
    [],
  )
})

/** Says something to the port that is no decent request, and waits until the other end hangs up or a second is over. */
const rudely = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    let heard = ''
    const socket = connect(Number(new URL(house.url).port), '127.0.0.1')
    const hurry = setTimeout(() => socket.destroy(), 1000)
    socket.on('data', (chunk) => {
      heard += chunk
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(hurry)
      resolve(heard)
    })
    socket.write(bytes)
  })

test('what comes in a request that is none is in no log, and the house goes on', async () => {
  const S = SECRET
  for (const bytes of [
    `GET /${S} HTTP/1.1\r\nHost: ${S}\r\nX-${S}: ${S.repeat(3000)}\r\n\r\n`,
    `${S}\r\n\r\n`,
    `GET /wuustwezel/wegwijzer?q=%ff%${S} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
    `GET /%ff${S} HTTP/1.1\r\nHost: ${S} ${S}\r\nConnection: close\r\n\r\n`,
    `GET //${S}.example/../werk HTTP/1.1\r\nHost: ${S}.example\r\nConnection: close\r\n\r\n`,
    `GET http://${S}.example/ HTTP/1.1\r\nHost: ${S}.example\r\nConnection: close\r\n\r\n`,
    `OPTIONS * HTTP/1.1\r\nHost: ${S}\r\nConnection: close\r\n\r\n`,
    `CONNECT ${S}:443 HTTP/1.1\r\nHost: ${S}\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: ${S}\r\nUpgrade: ${S}\r\nConnection: upgrade\r\n\r\n`,
    `POST /rechten HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 900\r\n\r\nq=${S}`,
    `POST /rechten HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n${S}\r\n${S}`,
    `POST /rechten HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\nGET /${S} HTTP/1.1\r\n\r\n`,
    `POST /werk/wegwijzer/invoer?stek=wuustwezel HTTP/1.1\r\nHost: a\r\nCookie: ${house.cookie}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000\r\n\r\n--b\r\nContent-Disposition: form-data; name="source"\r\n\r\n${S}`,
    `GET /wuustwezel/programma?week=${S} HTTP/1.0\r\n\r\n`,
  ])
    assert.doesNotMatch(await rudely(bytes), /node_modules|at src\//)
  assert.equal((await house.ask('/wuustwezel')).status, 200)
  nothingSaid('rude requests')
})

test('very long words, in whatever field, take in proportion to their length', async () => {
  await house.as('coordinator')
  const slow: string[] = []
  const once = new Map(found.filter((one) => one.method === 'post' && !endsSomething(one)).map((one) => [kindOf(one.action), one]))
  for (const form of once.values())
    for (const bit of ['a', 'Aa ', '1 ', '\n ', '<a', 'a.', '9-10 ', '@']) {
      const fits = Math.floor(900_000 / form.fields.length / `${new URLSearchParams([['', bit]])}`.length)
      const times = Math.min(fits, 20_000 / bit.length)
      const send = async (size: number) => {
        const long = bit.repeat(size)
        await house.owner.query('delete from attempt')
        await house.send(
          form,
          filled(form, () => long, true),
          { name: 'lang.csv', content: `naam;wat\n${long};${long}` },
        )
      }
      const began = performance.now()
      await send(times)
      if (performance.now() - began < SOON_IN_MS) continue
      const grew = await growthOf(send, { small: times / 20, large: times })
      if (grew > 40) slow.push(`${form.action} ${JSON.stringify(bit)}: ${Math.round(grew)} times as long`)
    }
  assert.deepEqual(slow, [])
})

test('when saving breaks, and the database says what was typed, it is in no log, and the page of the mistake tells nothing of the inside', async () => {
  await house.owner.query(`create function breaks() returns trigger language plpgsql as
    $$ begin raise exception 'broken: %', new::text using detail = new::text, hint = '${SECRET}', table = '${SECRET}', constraint = '${SECRET}'; end $$`)
  const { rows } = await house.owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('session', 'sign_in_link', 'attempt', 'job')`,
  )
  for (const { name } of rows)
    await house.owner.query(`create trigger aaa_breaks before insert or update on ${name} for each row execute function breaks()`)
  await house.as('opbouwwerker')
  const before = house.seen.length
  await drive(
    found.filter((form) => !endsSomething(form)),
    [false],
  )
  const broken = house.seen.slice(before).filter(({ status }) => status === 500)
  assert.ok(broken.length > 10, `${broken.length} broke`)
  nothingSaid('broken')
})

/** The columns that hold what was typed, with what the register says they hold. */
async function holding(): Promise<string[]> {
  const { rows } = await house.owner.query<{ table: string; column: string; holds: string | null }>(
    `select c.relname as "table", a.attname as "column", r.holds from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join column_register r on r.table_name = c.relname and r.column_name = a.attname
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1, 2`,
  )
  const found: string[] = []
  for (const { table, column, holds } of rows) {
    const { rowCount } = await house.owner.query(`select from ${table} where ${column}::text ~* '${SECRET}|98 ?76 ?54|987654' limit 1`)
    if (rowCount) found.push(`${table}.${column}: ${holds}`)
  }
  return found
}

test('REFER-5 years later, of all that was typed only what everybody may read is left, and what stands about who works here now', async () => {
  await house.owner.query('drop function breaks cascade')
  const before = await holding()
  const database = openDatabase(poolOf(house.connection, 2))
  for (const clock of ['2027-03-28T02:30:00+02:00', '2028-02-29T12:00:00+01:00', '2036-10-26T02:30:00+01:00', '2099-12-31T23:59:59+01:00'])
    await erase(database, Temporal.Instant.from(clock), 'Europe/Brussels')
  await database.close()
  const after = await holding()
  assert.ok(before.length > 8, `${before}`)
  // Who works here still does; a row of the tally has its label as its key.
  const stays = new Set(['person.email: person', 'person.name: person', 'tally_row.counted: technical'])
  assert.deepEqual(
    after.filter((column) => !column.endsWith(' public') && !stays.has(column)),
    [],
  )
})

test('every answer to all of this says what a browser may do with it, is kept by nobody when it is of one person, and leads nowhere else', () => {
  assert.ok(house.seen.length > 1000)
  assert.deepEqual([...new Set(house.faults)], [])
})
