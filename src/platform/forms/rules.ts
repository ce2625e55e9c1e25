/** What a browser says about where a request came from. */
export type Sent = {
  method: string
  secFetchSite: string | undefined
  origin: string | undefined
  host: string | undefined
  ownOrigin: string
}

/** Whether a request may be done: yes, no (another site sent it), or only with a form token of ours. */
export type Verdict = 'ours' | 'another-site' | 'needs-token'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Judges a request by what the browser itself tells; a page of another site cannot change these headers.
 * `Origin: null` says nothing: our own forms send it too, because of our `Referrer-Policy: no-referrer`
 * (Fetch standard, "append a request Origin header").
 * Phones from before 2023 send no Sec-Fetch-Site, and no browser does over plain http: those need the token.
 */
export function judge({ method, secFetchSite, origin, host, ownOrigin }: Sent): Verdict {
  if (SAFE.has(method)) return 'ours'
  if (secFetchSite) return secFetchSite === 'same-origin' || secFetchSite === 'none' ? 'ours' : 'another-site'
  if (origin && origin !== 'null') return origin === ownOrigin || hostOf(origin) === host ? 'ours' : 'another-site'
  return 'needs-token'
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)
