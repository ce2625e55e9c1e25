import type { Outbox } from './outbox.ts'
import { keyOf, type Sums, type Tap } from './tap.ts'

/** How it went: everything is with the house, there is no house in reach, or somebody has to do something first. */
export type Went = 'done' | 'offline' | 'signedOut' | 'notAllowed'

const MOST_IN_A_BATCH = 200

const addresses = (stek: string) => ({
  post: `/werk/tellen/post?stek=${encodeURIComponent(stek)}`,
  stand: (slot?: string, date?: string) =>
    `/werk/tellen/stand?stek=${encodeURIComponent(stek)}${slot ? `&slot=${slot}&datum=${date}` : ''}`,
})

// A session that is over is a redirect to the page for signing in; followed, it would look like an answer.
const ask = (address: string, more: RequestInit = {}): Promise<Response> =>
  fetch(address, { ...more, redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(20_000) })

const isSignedOut = (response: Response): boolean => response.type === 'opaqueredirect' || response.status === 401

type Stand = { went: Went; token: string; sums: Sums }

/** A fresh token for forms, and the sums of a moment; also tells whether somebody is signed in. */
async function askStand(stek: string, slot?: string, date?: string): Promise<Stand> {
  const nothing = { token: '', sums: {} }
  const response = await ask(addresses(stek).stand(slot, date))
  if (isSignedOut(response)) return { went: 'signedOut', ...nothing }
  if (response.status === 403 || response.status === 404) return { went: 'notAllowed', ...nothing }
  if (!response.ok) return { went: 'offline', ...nothing }
  const { token, counts } = (await response.json()) as { token: string; counts: Sums }
  return { went: 'done', token, sums: counts }
}

let token = ''

async function sendBatch(outbox: Outbox, stek: string, batch: readonly Tap[], again = true): Promise<Went> {
  if (!token) {
    const stand = await askStand(stek)
    if (stand.went !== 'done') return stand.went
    token = stand.token
  }
  const response = await ask(addresses(stek).post, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Form-Token': token },
    body: JSON.stringify({ entries: batch.map(({ entry, slot, date, counted, change }) => ({ entry, slot, date, counted, change })) }),
  })
  if (isSignedOut(response)) return 'signedOut'
  if (response.status === 403 || response.status === 404) {
    // Too old a token, a session that ended, or a role that was taken away: asking for a token tells which.
    token = ''
    if (again) return sendBatch(outbox, stek, batch, false)
    return 'notAllowed'
  }
  if (!response.ok) return 'offline'
  const answer = (await response.json()) as {
    kept: string[]
    refused: { entry: string; why: string }[]
    counts: Record<string, Sums>
  }
  const sums = new Map(Object.entries(answer.counts).map(([moment, counts]) => [`${stek}/${moment}`, counts]))
  await outbox.settle(batch, { kept: answer.kept, refused: answer.refused, sums })
  return 'done'
}

/** Sends all that waits, oldest first, one batch of one stek after the other, until nothing waits or something stands in the way. */
export async function sendAll(outbox: Outbox, changed: () => void): Promise<Went> {
  let worst: Went = 'done'
  const stuck = new Set<string>()
  try {
    for (;;) {
      const next = (await outbox.waiting()).filter(({ stek }) => !stuck.has(stek))
      const [first] = next
      if (!first) return worst
      const batch = next.filter(({ stek }) => stek === first.stek).slice(0, MOST_IN_A_BATCH)
      const went = await sendBatch(outbox, first.stek, batch)
      changed()
      if (went === 'offline' || went === 'signedOut') return went
      if (went === 'notAllowed') {
        stuck.add(first.stek)
        worst = went
      }
    }
  } catch {
    return 'offline'
  }
}

/** Looks up the sums of a moment, when nothing of it waits: what waits could be counted already without our knowing. */
export async function refresh(outbox: Outbox, moment: Pick<Tap, 'stek' | 'slot' | 'date'>): Promise<Went> {
  try {
    if ((await outbox.waiting()).some((tap) => keyOf(tap) === keyOf(moment))) return 'done'
    const stand = await askStand(moment.stek, moment.slot, moment.date)
    if (stand.went !== 'done') return stand.went
    token = stand.token
    // A tap may have been made meanwhile; it is not sent yet, so the sums are without it all the same.
    await outbox.setSums(keyOf(moment), stand.sums)
    return 'done'
  } catch {
    return 'offline'
  }
}

/** Runs work while no other tab of this phone sends or looks up. */
export const alone = <Value>(work: () => Promise<Value>): Promise<Value> =>
  'locks' in navigator ? (navigator.locks.request('stek-tellen', work) as Promise<Value>) : work()
