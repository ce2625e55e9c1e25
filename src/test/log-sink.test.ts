import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type pg from 'pg'
import { openApp } from '../app.tsx'
import { freshDatabase } from './database.ts'
import { testHouse } from './house.ts'
import { type FoundForm, filled, formsIn, kindOf, linksIn } from './walk.ts'

/** What is typed everywhere; it may come back on the page, and be nowhere else. */
const SECRET = 'zwaluwnest'
const words = (type: string): string =>
  ({ email: `${SECRET}@voorbeeld.example`, tel: '0470 98 76 54', url: `https://${SECRET}.example/` })[type] ??
  `Zwaluwnest ${SECRET} 0470 98 76 54`
const BETRAYED = /zwaluwnest|endhbHV3bmVzd|p3YWx1d25lc3|6d2FsdXduZXN0|98 ?76 ?54|987654/i

const folder = mkdtempSync(join(tmpdir(), 'stek-sink-'))
let fresh: Awaited<ReturnType<typeof freshDatabase>>
let owner: pg.Client
let child: ChildProcess
let url = ''
let sink = ''
let links: Record<string, string> = {}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

before(async () => {
  fresh = await freshDatabase()
  owner = await fresh.ownerClient()
  const { connection } = fresh
  const database =
    'connectionString' in connection
      ? connection.connectionString
      : `postgres://${connection.user}@localhost/${connection.database}?host=${encodeURIComponent(connection.host)}&port=${connection.port}`
  const port = await freePort()
  child = spawn(
    process.execPath,
    ['--import', join(import.meta.dirname, '../../scripts/tsx.mjs'), join(import.meta.dirname, '../main.ts')],
    {
      env: {
        ...process.env,
        PORT: String(port),
        DATABASE_URL: database,
        STEK_DATA: folder,
        STEK_LOG: 'debug',
        STEK_NOW: '2026-11-24T09:00:00+01:00',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      sink += text
    })
  const until = Date.now() + 60_000
  while (!/Aanmelden als financier/.test(sink)) {
    if (Date.now() > until || child.exitCode !== null) throw new Error(`the program did not start: ${sink}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  url = `http://localhost:${port}`
  links = Object.fromEntries(
    [...sink.matchAll(/^Aanmelden als (\S+): \S+(\/werk\/aanmelden\/\S+)$/gm)].map(([, role, link]) => [role, link]),
  )
})
after(async () => {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  await owner.end()
  await fresh.drop()
  rmSync(folder, { recursive: true, force: true })
})

type Answer = { status: number; html: string; headers: Headers; path: string }
let cookie = ''
const faults: string[] = []
const cookies = new Map<string, string>()
const seen: { method: string; path: string; status: number }[] = []

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = {
    'Sec-Fetch-Site': 'same-origin',
    Origin: url,
    ...(cookie ? { Cookie: cookie } : {}),
    ...(init.headers as Record<string, string>),
  }
  const response = await fetch(url + path, { redirect: 'manual', ...init, headers })
  const given = /stek_session=[^;]+/.exec(response.headers.get('set-cookie') ?? '')
  if (given) cookie = given[0]
  const { status } = response
  const { pathname } = new URL(url + path)
  seen.push({ method: init.method ?? 'GET', path: pathname, status })
  const answer = { status, html: await response.text(), headers: response.headers, path: pathname }
  faults.push(...faultsOf(answer).map((fault) => `${init.method ?? 'GET'} ${pathname} ${status}: ${fault}`))
  return answer
}

/** What is wrong with any answer of ours, whatever was asked. */
function faultsOf({ status, html, headers, path }: Answer): string[] {
  const policy = headers.get('content-security-policy') ?? ''
  const page = (headers.get('content-type') ?? '').startsWith('text/html')
  const location = headers.get('location') ?? '/'
  const personal = path.startsWith('/werk') || headers.has('set-cookie') || status === 422
  return [
    ...(page && !/^default-src 'none'; style-src 'sha256-/.test(policy) ? ['no policy'] : []),
    ...(/unsafe|\*|http:/.test(policy.replace('frame-ancestors *', '')) ? ['a weak policy'] : []),
    ...(page && !/frame-ancestors 'none'/.test(policy) && !path.endsWith('/ingebed') ? ['may be framed'] : []),
    ...(headers.get('x-content-type-options') !== 'nosniff' ? ['may be sniffed'] : []),
    ...(headers.get('referrer-policy') !== 'no-referrer' ? ['tells where one comes from'] : []),
    ...(personal && headers.get('cache-control') !== 'no-store' ? ['may be kept'] : []),
    ...(!/^\/(?!\/)/.test(location) && path !== '/weg' ? [`leads away to ${location}`] : []),
    ...(/<script>|<[^>]+\son\w+=|javascript:/i.test(html) ? ['a script'] : []),
    ...(status >= 500 && /node_modules|src\/|\.ts:|broken:|violates|relation|stek_app/.test(html) ? ['tells of the inside'] : []),
  ]
}

const isPage = ({ headers }: Answer) => (headers.get('content-type') ?? '').startsWith('text/html')

function send(form: FoundForm, fields: [string, string][], where = form.action): Promise<Answer> {
  if (form.method === 'get') return ask(`${where.split('?')[0]}?${new URLSearchParams(fields)}`)
  if (!form.multipart) return ask(where, { method: 'POST', body: new URLSearchParams(fields) })
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  body.append('file', new Blob([`naam;${SECRET}\n${SECRET};"${SECRET}`]), `${SECRET}.csv`)
  return ask(where, { method: 'POST', body })
}

/** Walks from page to page, one of each kind, and gives the forms it found, one of each kind. */
async function walk(from: readonly string[]): Promise<FoundForm[]> {
  const forms = new Map<string, FoundForm>()
  const kinds = new Map<string, number>()
  const queue = [...from]
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const times = kinds.get(kindOf(path)) ?? 0
    if (times >= 1 || /^\/(en|fr|ar|uk)(\/|$)/.test(path)) continue
    kinds.set(kindOf(path), times + 1)
    const page = await ask(path)
    if (page.status === 303 || page.status === 308) queue.push(page.headers.get('location') ?? '/')
    if (!isPage(page)) continue
    queue.push(...linksIn(page.html, path))
    for (const form of formsIn(page.html, path)) {
      const key = `${form.method} ${kindOf(form.action)} ${form.fields.map(({ name }) => name).join(' ')}`
      if (!forms.has(key)) forms.set(key, form)
    }
  }
  return [...forms.values()]
}

const asVisitor = () => {
  cookie = ''
}
/** Signs somebody of the demo world in, through a link made for this test. */
async function as(role: string): Promise<void> {
  cookie = cookies.get(role) ?? ''
  if (cookie) return
  const { status } = await ask(links[role] ?? '/', { method: 'POST' })
  assert.equal(status, 303, `${role} was not let in`)
  cookies.set(role, cookie)
}

let found: FoundForm[] = []
const endsSomething = ({ action }: FoundForm) => /afmelden|rol-weg|\/weg\b/.test(action)

/** Sends each form as somebody would, filled in wrongly everywhere, and what comes back of it once more. */
async function drive(forms: readonly FoundForm[], rounds: readonly boolean[]): Promise<void> {
  for (const form of forms) {
    await owner.query('delete from attempt')
    for (const everywhere of rounds) {
      const answer = await send(form, filled(form, words, everywhere))
      if (!isPage(answer) || answer.status === 429) continue
      const again = formsIn(answer.html, form.action).find(
        ({ action, method }) => method === 'post' && kindOf(action) === kindOf(form.action),
      )
      if (again && form.method === 'post')
        await send(
          again,
          filled(
            { ...again, fields: again.fields.map((field) => (field.name === 'step' ? { ...field, value: 'save' } : field)) },
            words,
            false,
          ),
        )
    }
  }
}

const nothingSaid = (when: string) => {
  const at = sink.search(BETRAYED)
  assert.equal(at, -1, `${when}: ${sink.slice(Math.max(0, at - 300), at + 200)}`)
}

test('what people type in a form, whether it is taken or refused, is in no log', async () => {
  asVisitor()
  const open = await walk(['/', '/wuustwezel', '/kalmthout', '/rechten', '/code', '/werk/aanmelden'])
  await drive(
    open.toSorted((one, other) => Number(endsSomething(one)) - Number(endsSomething(other))),
    [false, true],
  )
  await as('opbouwwerker')
  const desk = (await walk(['/werk', '/werk/ik', '/werk/wegwijzer', '/werk/overdracht'])).filter(({ action }) => action.startsWith('/werk'))
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
  await as('coordinator')
  const names = [...new Set(found.flatMap(({ fields }) => fields.map(({ name }) => name)))].filter(
    (name) => name !== 'stek' && name !== '_token',
  )
  const all = await addresses()
  assert.ok(all.filter(({ method }) => method === 'POST').length > 80)
  const query = `q=${SECRET}&t=${SECRET}&code=${SECRET}&terug=//${SECRET}.example&naar=https://${SECRET}.example&week=${SECRET}&after=${SECRET}&dank=${SECRET}`
  for (const { method, path } of all.filter(({ path }) => !/afmelden|overal/.test(path))) {
    await owner.query('delete from attempt')
    if (method === 'GET') {
      await ask(`${path}?${query}`)
      continue
    }
    const fields = new URLSearchParams(names.map((name) => [name, words('text')]))
    await ask(path, { method, body: fields })
    await ask(path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: `{"response":{"id":"${SECRET}"},"id":"${SECRET}","x":"${SECRET}`,
    })
    await ask(path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ response: { id: SECRET, response: { clientDataJSON: SECRET } }, taps: [{ id: SECRET }] }),
    })
    await ask(path, {
      method,
      headers: { 'Content-Type': `multipart/form-data; boundary=${SECRET}` },
      body: `--${SECRET}\r\nContent-Disposition: form-data; name="${SECRET}"\r\n\r\n${SECRET}`,
    })
  }
  nothingSaid('addresses')
  assert.deepEqual(
    seen.filter(({ status }) => status >= 500),
    [],
  )
})

/** Says something to the port that is no decent request, and waits until the other end hangs up or a second is over. */
const rudely = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    let heard = ''
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
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
    `POST /werk/wegwijzer/invoer?stek=wuustwezel HTTP/1.1\r\nHost: a\r\nCookie: ${cookie}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000\r\n\r\n--b\r\nContent-Disposition: form-data; name="source"\r\n\r\n${S}`,
    `GET /wuustwezel/programma?week=${S} HTTP/1.0\r\n\r\n`,
  ])
    assert.doesNotMatch(await rudely(bytes), /node_modules|at src\//)
  assert.equal((await ask('/wuustwezel')).status, 200)
  nothingSaid('rude requests')
})

test('when saving breaks, and the database says what was typed, it is in no log, and the page of the mistake tells nothing of the inside', async () => {
  await owner.query(`create function breaks() returns trigger language plpgsql as
    $$ begin raise exception 'broken: %', new::text using detail = new::text, hint = '${SECRET}', table = '${SECRET}', constraint = '${SECRET}'; end $$`)
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('session', 'sign_in_link', 'attempt', 'job')`,
  )
  for (const { name } of rows)
    await owner.query(`create trigger aaa_breaks before insert or update on ${name} for each row execute function breaks()`)
  await as('opbouwwerker')
  const before = seen.length
  await drive(
    found.filter((form) => !endsSomething(form)),
    [false],
  )
  const broken = seen.slice(before).filter(({ status }) => status === 500)
  assert.ok(broken.length > 10, `${broken.length} broke`)
  nothingSaid('broken')
})

test('every answer to all of this says what a browser may do with it, is kept by nobody when it is of one person, and leads nowhere else', () => {
  assert.ok(seen.length > 1000)
  assert.deepEqual([...new Set(faults)], [])
})
