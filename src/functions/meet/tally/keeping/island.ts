// The keeper: keeps the pages of counting and their script on the phone, so that they open without network.
// It never answers with a kept page while the house itself answers in time, and it never touches what is sent.

/** What a worker of this kind has that a page has not; the compiler only knows pages. */
type Waiting = { waitUntil(work: Promise<unknown>): void }
type Asked = Waiting & { request: Request; respondWith(answer: Promise<Response>): void }
type Keeper = {
  addEventListener(kind: 'install' | 'activate', hear: (event: Waiting) => void): void
  addEventListener(kind: 'fetch', hear: (event: Asked) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}
const keeper = globalThis as unknown as Keeper

const STORE = 'tellen-1'
const SCRIPT = '/assets/tellen.js'
/** So long the house may take before a kept page is shown instead. */
const PATIENCE_IN_MS = 600

keeper.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(STORE)
      .then((store) => store.add(SCRIPT))
      .then(() => keeper.skipWaiting()),
  )
})

keeper.addEventListener('activate', (event) => {
  const drop = async () => {
    for (const name of await caches.keys()) if (name.startsWith('tellen-') && name !== STORE) await caches.delete(name)
    await keeper.clients.claim()
  }
  event.waitUntil(drop())
})

const isOurs = (request: Request): boolean => {
  const { pathname, origin, searchParams } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return false
  if (pathname === SCRIPT) return true
  return request.mode === 'navigate' && /^\/werk\/tellen(\/|$)/.test(pathname) && !searchParams.has('gedaan')
}

async function answer(event: Asked): Promise<Response> {
  const { request } = event
  const store = await caches.open(STORE)
  const kept = await store.match(request.url, { ignoreVary: true })
  const asked = fetch(request).then(async (response) => {
    if (response.status === 200 && response.type === 'basic') await store.put(request.url, response.clone())
    return response
  })
  if (!kept) return asked
  // A house that is in trouble is no better than no house; being sent to sign in is passed on as it is.
  const fresh = asked.then((response) => (response.status >= 500 ? kept : response)).catch(() => kept)
  event.waitUntil(fresh)
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE_IN_MS))
  return Promise.race([fresh, late])
}

keeper.addEventListener('fetch', (event) => {
  if (isOurs(event.request)) event.respondWith(answer(event))
})
