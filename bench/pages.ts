import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { dataFolder, prepareFolder } from './house.ts'
import { atLeast, atMost, type Measured } from './measure.ts'
import { type Program, proportionalMemory, startProgram } from './processes.ts'
import { fill } from './worlds.ts'

const CONNECTIONS = 50
const SECONDS = 6

const load = (port: number, path: string, headers: Record<string, string>) =>
  autocannon({ url: `http://127.0.0.1:${port}${path}`, connections: CONNECTIONS, duration: SECONDS, headers })

/** A stek of 200 offers and 70 moments in the week: how heavy its pages are, how fast they come, how much memory that takes. */
export async function pages(): Promise<Measured[]> {
  const { folder, remove } = dataFolder()
  const running: Program[] = []
  try {
    await prepareFolder(folder, async (client) => {
      await fill(client, { steks: 1, offersPerStek: 200, weeklyPerStek: 70, exceptionYears: 0, prefix: 'druk' })
    })
    const app = await startProgram('src/main.ts', ['--empty'], { STEK_DATA: folder }, /is open at/)
    running.push(app)
    const lines: Measured[] = []
    for (const path of ['/druk-0', '/druk-0/programma']) lines.push(...(await weigh(app.port, path)))
    for (const path of ['/druk-0', '/druk-0/programma']) lines.push(...(await race(app, path, folder, running)))
    lines.push(await crowd(app.port))
    return lines
  } finally {
    for (const program of running.reverse()) await program.stop()
    remove()
  }
}

async function weigh(port: number, path: string): Promise<Measured[]> {
  const url = `http://127.0.0.1:${port}${path}`
  const html = await (await fetch(url, { headers: { 'accept-encoding': 'identity' } })).text()
  const lines: Measured[] = []
  for (const encoding of ['br', 'gzip']) {
    const response = await fetch(url, { headers: { 'accept-encoding': encoding }, method: 'HEAD' })
    lines.push(
      atMost(
        `weight ${encoding} ${path}`,
        `${path} compressed with ${encoding}`,
        14_336,
        Number(response.headers.get('content-length')),
        'bytes',
      ),
    )
  }
  const moments = (html.match(/<article/g) ?? []).length
  const titles = new Set([...html.matchAll(/<h[34] class="what"><a[^>]*><bdi>([^<]*)/g)].map(([, title]) => title)).size
  lines.push(atLeast(`moments ${path}`, `${path} shows moments with titles of their own`, 70, Math.min(moments, titles), 'moments'))
  const more = (html.match(/<script(?! type="application\/ld\+json")|<link rel="stylesheet|<img|@import|url\((?!['"]?data:)/g) ?? []).length
  lines.push(atMost(`requests ${path}`, `${path} asks for more (scripts, styles, pictures)`, 0, more, 'requests'))
  const cookies = (await fetch(url)).headers.getSetCookie().length
  lines.push(atMost(`cookies ${path}`, `${path} sets cookies`, 0, cookies, 'cookies'))
  return lines
}

async function race(app: Program, path: string, folder: string, running: Program[]): Promise<Measured[]> {
  const headers = { 'accept-encoding': 'gzip' }
  const answer = await rawAnswer(app.port, path)
  const file = join(folder, `bare${path.replaceAll('/', '-')}.json`)
  writeFileSync(file, JSON.stringify(answer))
  const bare = await startProgram('bench/bare.ts', [], { BARE_ANSWER: file }, /bare is open/)
  running.push(bare)
  // Taking turns, so that what else the machine does meets both.
  const ours: autocannon.Result[] = []
  const theirs: autocannon.Result[] = []
  await load(app.port, path, headers)
  await load(bare.port, path, headers)
  let memory = 0
  for (let turn = 0; turn < 2; turn += 1) {
    theirs.push(await load(bare.port, path, headers))
    const under = load(app.port, path, headers)
    await new Promise((resolve) => setTimeout(resolve, (SECONDS * 1000) / 2))
    memory = Math.max(memory, proportionalMemory(app.process.pid ?? 0))
    ours.push(await under)
  }
  await bare.stop()
  running.pop()
  const rate = (results: autocannon.Result[]) => Math.max(...results.map((result) => result.requests.average))
  const slow = (results: autocannon.Result[]) => Math.min(...results.map((result) => result.latency.p99))
  const failed = ours.reduce((sum, result) => sum + result.non2xx + result.errors, 0)
  const unchanged = await fetch(`http://127.0.0.1:${app.port}${path}`, {
    headers: { ...headers, 'if-none-match': answer.headers.etag ?? '' },
  })
  return [
    atLeast(
      `share ${path}`,
      `${path}: requests/s as a share of the bare server (${Math.round(rate(ours))} of ${Math.round(rate(theirs))})`,
      60,
      (100 * rate(ours)) / rate(theirs),
      '%',
    ),
    atMost(
      `p99 ${path}`,
      `${path}: p99 at ${CONNECTIONS} connections (bare: ${slow(theirs)} ms)`,
      Math.max(20, 3 * slow(theirs)),
      slow(ours),
      'ms',
    ),
    atMost(`failed ${path}`, `${path}: failed answers under load`, 0, failed, 'answers'),
    atMost(`memory ${path}`, `app + database under that load (PSS)`, 300, memory, 'MB'),
    atMost(`unchanged ${path}`, `${path}: status for who has it already`, 304, unchanged.status, ''),
  ]
}

/** The kept page exactly as it goes over the wire, for the bare server to send. */
async function rawAnswer(port: number, path: string): Promise<{ headers: Record<string, string>; body: string }> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', path, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { date: _date, connection: _connection, 'keep-alive': _alive, ...headers } = response.headers as Record<string, string>
        resolve({ headers, body: Buffer.concat(chunks).toString('base64') })
      })
    })
    asking.on('error', reject)
    asking.end()
  })
}

/** A thousand page views in a minute from one address, as from the Wi-Fi of a site: all answered. */
async function crowd(port: number): Promise<Measured> {
  const paths = ['/druk-0', '/druk-0/programma', '/druk-0/partners', '/druk-0/activiteit/aanbod-3', '/en/druk-0', '/ar/druk-0/programma']
  const answers = await Promise.all(
    Array.from({ length: 1000 }, (_, n) => fetch(`http://127.0.0.1:${port}${paths[n % paths.length]}`).then((response) => response.status)),
  )
  return atLeast(
    'crowd',
    'of 1 000 page views at once from one address, answered',
    1000,
    answers.filter((status) => status === 200).length,
    'views',
  )
}
