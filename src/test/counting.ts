import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'

/** Somebody who counts through real HTTP, as the script of a phone does, but without a phone. */
export type Counter = {
  /** The moments on the list of the stek. */
  moments(): Promise<{ slot: string; date: string }[]>
  /** Sends taps; the ids that the house says it keeps. Rejects when there is no answer, or one that is not 200. */
  send(taps: readonly TestTap[]): Promise<string[]>
  /** The sums the house tells of a moment. */
  sums(moment: { slot: string; date: string }): Promise<Record<string, number>>
  close(): void
}

/** A tap as it is sent. */
export type TestTap = { entry: string; slot: string; date: string; counted: string; change: number }

/** A new tap of one more. */
export const oneMore = (moment: { slot: string; date: string }, counted = 'heads'): TestTap => ({
  entry: randomUUID(),
  ...moment,
  counted,
  change: 1,
})

/** Signs in with a one-time link and gives the cookie. */
export async function cookieOf(link: string): Promise<string> {
  const response = await fetch(link, { method: 'POST', redirect: 'manual', headers: { 'Sec-Fetch-Site': 'same-origin' } })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`the link gave no session (${response.status})`)
  return cookie
}

/** Counts in a stek of the house at a port, with at most `connections` at once. */
export function counterAt(port: number, cookie: string, stek: string, connections = 16): Counter {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ask = (method: 'GET' | 'POST', path: string, body?: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = {
        Cookie: cookie,
        'Sec-Fetch-Site': 'same-origin',
        ...(body ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) } : {}),
      }
      const asking = request({ agent, host: '127.0.0.1', port, method, path: `${path}stek=${stek}`, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
        })
        response.on('error', reject)
        response.on('end', () =>
          response.statusCode === 200 ? resolve(text) : reject(new Error(`${path} answered ${response.statusCode}`)),
        )
      })
      asking.on('error', reject)
      asking.end(body)
    })
  return {
    async moments() {
      const html = await ask('GET', '/werk/tellen?')
      return [...html.matchAll(/href="\/werk\/tellen\/([^/]+)\/([\d-]+)\?/g)].map(([, slot = '', date = '']) => ({ slot, date }))
    },
    async send(taps) {
      return (JSON.parse(await ask('POST', '/werk/tellen/post?', JSON.stringify({ entries: taps }))) as { kept: string[] }).kept
    },
    async sums({ slot, date }) {
      const text = await ask('GET', `/werk/tellen/stand?slot=${slot}&datum=${date}&`)
      return (JSON.parse(text) as { counts: Record<string, number> }).counts
    },
    close: () => agent.destroy(),
  }
}
