import { keyOf, type RefusedTap, type Sums, type Tap } from './tap.ts'

// The outbox: IndexedDB on the phone. A tap is in it before it is shown, and leaves it only when the house says it is kept.

const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the storage of the phone refused'))
  })

const finished = (work: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    work.oncomplete = () => resolve()
    work.onabort = () => reject(work.error ?? new Error('the storage of the phone refused'))
  })

type SentToday = { day: string; number: number }
const today = (): string => new Date().toDateString()
const sentOn = (sent: SentToday | undefined): number => (sent?.day === today() ? sent.number : 0)

/** What the house answered to a batch. */
export type Settled = { kept: readonly string[]; refused: readonly { entry: string; why: string }[]; sums: ReadonlyMap<string, Sums> }

/** The outbox of this phone. */
export type Outbox = {
  keep(tap: Tap): Promise<void>
  /** What waits, in order; at most `most`. */
  waiting(most?: number): Promise<Tap[]>
  sums(key: string): Promise<Sums | undefined>
  setSums(key: string, sums: Sums): Promise<void>
  /** Takes out what the house answered for, counts it as sent, and remembers the sums: all or nothing. */
  settle(batch: readonly Tap[], settled: Settled): Promise<void>
  /** How many were sent on the day the phone thinks it is; only to be shown. */
  sent(): Promise<number>
  refused(): Promise<RefusedTap[]>
  forgetRefused(): Promise<void>
}

/** Opens the outbox; rejects where the browser keeps nothing (then the page goes on as plain forms). */
export async function openOutbox(): Promise<Outbox> {
  const opening = indexedDB.open('stek-tellen', 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('waiting', { keyPath: 'n', autoIncrement: true })
    opening.result.createObjectStore('refused', { keyPath: 'n', autoIncrement: true })
    opening.result.createObjectStore('known')
  }
  const base = await done(opening)
  // `strict`: the tap is on the disk of the phone when this resolves, not only in memory.
  const write = (stores: string[]) => base.transaction(stores, 'readwrite', { durability: 'strict' })
  const read = (store: string) => base.transaction(store, 'readonly').objectStore(store)

  return {
    async keep(tap) {
      const work = write(['waiting'])
      const ended = finished(work)
      work.objectStore('waiting').add(tap)
      await ended
    },
    waiting: (most) => done(read('waiting').getAll(null, most) as IDBRequest<Tap[]>),
    sums: (key) => done(read('known').get(`sums ${key}`) as IDBRequest<Sums | undefined>),
    async setSums(key, sums) {
      const work = write(['known'])
      const ended = finished(work)
      work.objectStore('known').put(sums, `sums ${key}`)
      await ended
    },
    async settle(batch, { kept, refused, sums }) {
      const work = write(['waiting', 'refused', 'known'])
      const ended = finished(work)
      const [waiting, known, no] = [work.objectStore('waiting'), work.objectStore('known'), work.objectStore('refused')]
      const why = new Map(refused.map((one) => [one.entry, one.why]))
      const isKept = new Set(kept)
      let sent = 0
      for (const tap of batch) {
        const reason = why.get(tap.entry)
        if (tap.n === undefined || (!isKept.has(tap.entry) && reason === undefined)) continue
        waiting.delete(tap.n)
        if (isKept.has(tap.entry)) sent += 1
        else no.add({ entry: tap.entry, stek: tap.stek, why: reason })
      }
      for (const key of new Set(batch.map(keyOf))) if (sums.has(key)) known.put(sums.get(key), `sums ${key}`)
      const before = known.get('sent') as IDBRequest<SentToday | undefined>
      before.onsuccess = () => known.put({ day: today(), number: sentOn(before.result) + sent }, 'sent')
      await ended
    },
    sent: async () => sentOn(await done(read('known').get('sent') as IDBRequest<SentToday | undefined>)),
    refused: () => done(read('refused').getAll() as IDBRequest<RefusedTap[]>),
    async forgetRefused() {
      const work = write(['refused'])
      const ended = finished(work)
      work.objectStore('refused').clear()
      await ended
    },
  }
}
