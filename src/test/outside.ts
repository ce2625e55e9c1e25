import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { Connection } from '../platform/database/connection.ts'
import { freshDatabase } from './database.ts'
import { type FoundForm, formsIn, kindOf, linksIn } from './walk.ts'

/** An answer as it came over the network. */
export type Answer = { status: number; html: string; headers: Headers; path: string }

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

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

/** Whether an answer is a page that a browser shows. */
export const isPage = ({ headers }: Answer): boolean => (headers.get('content-type') ?? '').startsWith('text/html')

/**
 * The whole program in a process of its own, with the demo world, seen from outside only: what it answers, and every word it writes to
 * its output and its errors.
 */
export class Outside {
  /** What the program wrote so far. */
  sink = ''
  readonly url: string
  /** The owner of the database. */
  readonly owner: pg.Client
  /** Where its database is. */
  readonly connection: Connection
  /** What was asked and how it was answered, and what was wrong with answers whatever was asked. */
  readonly seen: { method: string; path: string; status: number }[] = []
  readonly faults: string[] = []
  cookie = ''
  private readonly cookies = new Map<string, string>()
  private readonly child: ChildProcess
  private readonly thrownAway: () => Promise<void>

  private constructor(child: ChildProcess, url: string, connection: Connection, owner: pg.Client, thrownAway: () => Promise<void>) {
    this.child = child
    this.url = url
    this.owner = owner
    this.connection = connection
    this.thrownAway = thrownAway
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.sink += text
      })
  }

  /** Starts the program and waits until it is open. */
  static async open(): Promise<Outside> {
    const folder = mkdtempSync(join(tmpdir(), 'stek-outside-'))
    const fresh = await freshDatabase()
    const owner = await fresh.ownerClient()
    const { connection } = fresh
    const database =
      'connectionString' in connection
        ? connection.connectionString
        : `postgres://${connection.user}@localhost/${connection.database}?host=${encodeURIComponent(connection.host)}&port=${connection.port}`
    const port = await freePort()
    const [hook, main] = [join(import.meta.dirname, '../../scripts/tsx.mjs'), join(import.meta.dirname, '../main.ts')]
    const settings = {
      PORT: String(port),
      DATABASE_URL: database,
      STEK_DATA: folder,
      STEK_LOG: 'debug',
      STEK_NOW: '2026-11-24T09:00:00+01:00',
    }
    const child = spawn(process.execPath, ['--import', hook, main], {
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const outside = new Outside(child, `http://localhost:${port}`, connection, owner, async () => {
      await owner.end()
      await fresh.drop()
      rmSync(folder, { recursive: true, force: true })
    })
    const until = Date.now() + 60_000
    while (!/Aanmelden als financier/.test(outside.sink)) {
      if (Date.now() > until || child.exitCode !== null) throw new Error(`the program did not start: ${outside.sink}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return outside
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve))
    this.child.kill('SIGTERM')
    await ended
    await this.thrownAway()
  }

  async ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const own = { 'Sec-Fetch-Site': 'same-origin', Origin: this.url, ...(this.cookie ? { Cookie: this.cookie } : {}) }
    const headers = { ...own, ...(init.headers as Record<string, string>) }
    const say = () => fetch(this.url + path, { redirect: 'manual', ...init, headers })
    // A connection that was kept may be given up just when it is used again.
    const response = await say().catch(say)
    const given = /stek_session=[^;]+/.exec(response.headers.get('set-cookie') ?? '')
    if (given) this.cookie = given[0]
    const { status } = response
    const { pathname } = new URL(this.url + path)
    const method = init.method ?? 'GET'
    this.seen.push({ method, path: pathname, status })
    const answer = { status, html: await response.text(), headers: response.headers, path: pathname }
    this.faults.push(...faultsOf(answer).map((fault) => `${method} ${pathname} ${status}: ${fault}`))
    return answer
  }

  /** Signs somebody of the demo world in, through the link the program gave at its start; null signs nobody in. */
  async as(role: string | null): Promise<void> {
    this.cookie = role === null ? '' : (this.cookies.get(role) ?? '')
    if (role === null || this.cookie) return
    const link = new RegExp(`^Aanmelden als ${role}: \\S+(/werk/aanmelden/\\S+)$`, 'm').exec(this.sink)?.[1] ?? ''
    assert.equal((await this.ask(link, { method: 'POST' })).status, 303, `${role} was not let in`)
    this.cookies.set(role, this.cookie)
  }

  /** Sends a form; one that asks for a file gets `file`. */
  send(form: FoundForm, fields: [string, string][], file: { name: string; content: string }): Promise<Answer> {
    if (form.method === 'get') return this.ask(`${form.action.split('?')[0]}?${new URLSearchParams(fields)}`)
    if (!form.multipart) return this.ask(form.action, { method: 'POST', body: new URLSearchParams(fields) })
    const body = new FormData()
    for (const [name, value] of fields) body.append(name, value)
    body.append('file', new Blob([file.content]), file.name)
    return this.ask(form.action, { method: 'POST', body })
  }

  /** Walks from page to page, one of each kind, and gives the forms it found, one of each kind. */
  async walk(from: readonly string[]): Promise<FoundForm[]> {
    const forms = new Map<string, FoundForm>()
    const kinds = new Set<string>()
    const queue = [...from]
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      if (kinds.has(kindOf(path)) || /^\/(en|fr|ar|uk)(\/|$)/.test(path)) continue
      kinds.add(kindOf(path))
      const page = await this.ask(path)
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
}
