import { createHash } from 'node:crypto'

/** Headers that every answer has. No referrer: nobody learns from a link that somebody reads these pages. */
export const commonHeaders = (baseUrl: string): Record<string, string> => ({
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  ...(baseUrl.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
})

const hashes = new Map<string, string>()

/** The source expression that allows exactly this text inside `<style>` or `<script>` (CSP level 3, 'sha256-…'). */
export function hashSource(text: string): string {
  const known = hashes.get(text)
  if (known) return known
  const made = `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  if (hashes.size > 200) hashes.clear()
  hashes.set(text, made)
  return made
}

/** The Content-Security-Policy of a page with its own `css` inside; staff pages may load our own scripts, nobody else's. */
export const contentSecurityPolicy = (css: string, allows: { scripts?: boolean; framedBy?: string } = {}): string =>
  [
    `default-src 'none'`,
    `style-src ${hashSource(css)}`,
    ...(allows.scripts ? [`script-src 'self'`, `connect-src 'self'`] : []),
    `img-src 'self' data:`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors ${allows.framedBy ?? `'none'`}`,
  ].join('; ')
