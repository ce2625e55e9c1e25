import type { Rendered } from '../platform/http/page-cache.ts'
import type { Document } from './page.tsx'

/** A document as the page cache keeps it; without a subject it is true until the program is replaced. */
export const rendered = (document: Document, of: { subject: string; version: number; trueUntil: number } | null = null, status = 200): Rendered => ({
  body: document.html,
  type: 'text/html; charset=utf-8',
  status,
  headers: { 'Content-Security-Policy': document.policy },
  subject: of?.subject ?? null,
  version: of?.version ?? 0,
  trueUntil: of?.trueUntil ?? Number.POSITIVE_INFINITY,
})
