import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { Readable } from 'node:stream'
import { cookieOf } from '../src/test/counting.ts'
import { formIn } from '../src/test/desk-world.ts'
import { dataFolder } from './house.ts'
import { listOf, SERVICES } from './import-lists.ts'
import { atMost, type Measured } from './measure.ts'
import { startProgram } from './processes.ts'

const BOUNDARY = 'grens-van-de-meting'
const LIST = '/werk/wegwijzer/invoer?stek=kalmthout'

/** What it took to take over a list: seconds until it was read, compared and written; its size in MB, and how many services were written. */
type Told = { read: number; compared: number; written: number; size: number; services: number }

/** A leader at the desk of the running program, through HTTP as a browser goes. */
export function leaderAt(address: string, cookie: string) {
  const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' }
  const page = async (path: string) => (await fetch(address + path, { headers })).text()
  const post = (path: string, typed: Record<string, string>) =>
    fetch(address + path, { method: 'POST', headers, body: new URLSearchParams(typed), redirect: 'manual' })

  /** Looks at a page until it has something. */
  async function until(path: string, has: RegExp): Promise<string> {
    for (const end = performance.now() + 180_000; performance.now() < end; ) {
      const html = await page(path)
      if (has.test(html)) return html
      if (/class="warn"/.test(html))
        throw new Error(`taking over failed: ${html.slice(html.indexOf('class="warn"'), html.indexOf('class="warn"') + 200)}`)
      await new Promise((next) => setTimeout(next, 250))
    }
    throw new Error(`${path} never had ${has}`)
  }

  async function send(sort: 'hsds' | 'csv', count: (bytes: number) => void): Promise<string> {
    const { _token: token = '' } = formIn(await page(LIST)) as Record<string, string>
    const field = (name: string, value: string) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    const begin = `${field('_token', token)}${field('source', `meting-${sort}`)}${field('organisation', '')}--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="lijst.${sort === 'csv' ? 'csv' : 'json'}"\r\nContent-Type: application/octet-stream\r\n\r\n`
    const end = `\r\n--${BOUNDARY}--\r\n`
    let size = 0
    for await (const piece of listOf(sort)) size += piece.length
    count(size)
    async function* body() {
      yield Buffer.from(begin)
      yield* listOf(sort)
      yield Buffer.from(end)
    }
    const answer = await upload(
      `${address}${LIST}`,
      {
        ...headers,
        'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
        'Content-Length': String(size + begin.length + end.length),
      },
      body(),
    )
    if (answer.status !== 303) throw new Error(`a list was answered ${answer.status}`)
    return answer.location
  }

  return {
    async takeOver(sort: 'hsds' | 'csv'): Promise<Told> {
      const started = performance.now()
      const seconds = () => (performance.now() - started) / 1000
      let size = 0
      const path = await send(sort, (bytes) => (size = bytes / 1024 / 1024))
      const read = seconds()
      if (sort === 'csv') await post(path.replace('?', '/kolommen?'), formIn(await page(path)) as Record<string, string>)
      const difference = await until(path, /data-count/)
      const compared = seconds()
      const count = (verdict: string) => Number(new RegExp(`data-count="service-${verdict}">(\\d+)`).exec(difference)?.[1] ?? Number.NaN)
      const services = count('new') + count('changed')
      if (services > 0) {
        await post(path.replace('?', '/doe?'), { _token: (formIn(difference) as Record<string, string>)._token ?? '' })
        await until(path, /De lijst is overgenomen/)
      }
      return { read, compared, written: seconds(), size, services }
    },
  }
}

/** Sends a body of a known length as a stream: never more of it in memory than one piece. */
function upload(
  address: string,
  headers: Record<string, string>,
  body: AsyncGenerator<Buffer>,
): Promise<{ status: number; location: string }> {
  return new Promise((resolve, reject) => {
    const sending = request(address, { method: 'POST', headers }, (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '' })
    })
    sending.on('error', reject)
    Readable.from(body).pipe(sending)
  })
}

/** The most memory a process ever held, in MB; Linux only. */
const mostMemory = (pid: number): number => Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/**
 * What it costs to take over 25 000 services as a leader does, in the running program and through HTTP: sent, compared, agreed to, written with its
 * words in the index of the guide; and then the same list once more.
 */
export async function importing(): Promise<Measured[]> {
  const lines: Measured[] = []
  for (const sort of ['hsds', 'csv'] as const) {
    const { folder, remove } = dataFolder()
    const app = await startProgram('src/main.ts', [], { STEK_DATA: folder }, /Aanmelden als financier/)
    try {
      const address = `http://127.0.0.1:${app.port}`
      const link = app.said.find((line) => line.startsWith('Aanmelden als coordinator'))?.match(/\/werk\/\S+/)?.[0] ?? ''
      const leader = leaderAt(address, await cookieOf(`${address}${link}`))
      const first = await leader.takeOver(sort)
      const again = await leader.takeOver(sort)
      if (first.services !== SERVICES || again.services !== 0) throw new Error(`wrote ${first.services}, and then ${again.services}`)
      const what = `import: 25 000 services sent as ${sort === 'hsds' ? 'HSDS JSON' : 'CSV'} (${Math.round(first.size)} MB)`
      const parts = `${first.read.toFixed(1)} s sent, ${(first.compared - first.read).toFixed(1)} s compared`
      lines.push(
        atMost(`import ${sort}`, `${what}, until they stand in the guide (${parts})`, 60, first.written, 's'),
        atMost(`import ${sort} again`, `${what}, once more: nothing to write`, 60, again.written, 's'),
        atMost(`import ${sort} memory`, `${what}, most memory of the program`, 400, mostMemory(app.process.pid ?? 0), 'MB'),
      )
    } finally {
      await app.stop()
      remove()
    }
  }
  return lines
}
