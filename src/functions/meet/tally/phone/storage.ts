/** What may happen to what the phone keeps: nothing, the browser may clear it by itself, or there is hardly room left. */
export type Storage = 'safe' | 'notPersistent' | 'short'

const LEAST_ROOM_IN_BYTES = 2 * 1024 * 1024

/** Asks the browser to keep our storage, and says how safe it is. */
export async function askToKeep(): Promise<Storage> {
  const manager = navigator.storage as StorageManager | undefined
  if (!manager) return 'notPersistent'
  const estimate = await manager.estimate?.().catch(() => undefined)
  if (estimate?.quota !== undefined && estimate.quota - (estimate.usage ?? 0) < LEAST_ROOM_IN_BYTES) return 'short'
  const persisted = (await manager.persisted?.()) || (await manager.persist?.())
  return persisted ? 'safe' : 'notPersistent'
}

/** Makes the phone keep the pages this page links to and itself, and drop those of other days. */
export async function keepPages(keeper: string, scope: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register(keeper, { scope })
  await navigator.serviceWorker.ready
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-keep]')].map(({ href }) => href)
  const here = `${location.origin}${location.pathname}${location.search}`
  const store = await caches.open('tellen-1')
  const keep = async (address: string) => {
    const response = await fetch(address, { redirect: 'manual', cache: 'no-store' })
    if (response.status === 200) await store.put(address, response)
  }
  if (!here.includes('gedaan=') && navigator.onLine) await keep(here)
  if (location.pathname !== scope || links.length === 0) return
  for (const address of links) await keep(address)
  const wanted = new Set([here, ...links])
  const stek = new URLSearchParams(location.search).get('stek')
  for (const { url } of await store.keys()) {
    const { pathname, searchParams } = new URL(url)
    if (pathname.startsWith(`${scope}/`) && searchParams.get('stek') === stek && !wanted.has(url)) await store.delete(url)
  }
}
