import type { Rendered } from '../platform/http/page-cache.ts'
import type { Document } from './page.tsx'

/** A document as the page cache keeps it; without `trueUntil` (milliseconds since 1970) the clock never makes it untrue. */
export const rendered = (document: Document, trueUntil = Number.POSITIVE_INFINITY): Omit<Rendered, 'subject' | 'version'> => ({
  body: document.html,
  type: 'text/html; charset=utf-8',
  headers: { 'Content-Security-Policy': document.policy },
  trueUntil,
})

/** The same for a page that no change of data touches. */
export const forever = (document: Document): Rendered => ({ ...rendered(document), subject: null, version: 0 })
