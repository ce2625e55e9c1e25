import type { Hono } from 'hono'
import type { Env, House } from '../../platform/http/house.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { saidIn } from '../../platform/i18n/said.ts'
import { drawingOf } from '../../ui/icons.tsx'
import { forever } from '../../ui/rendered.ts'
import { colours } from '../../ui/tokens.ts'
import { wordsIn } from '../../ui/words-in.ts'
import { accessibilityStatement, privacyStatement } from './views.tsx'

const DRAWN_UP_ON = '2026-11-23'

/** Pages about the pages, in each language: accessibility and privacy. */
export function mountStatements(app: Hono<Env>, house: House, language: Language): void {
  const t = wordsIn(house, language)
  const address = (path: string) => (language === 'nl' ? path : `/${language}${path}`)
  app.get('/toegankelijkheid', (c) =>
    house.pages.answer(address('/toegankelijkheid'), c.req.raw, async () =>
      forever(accessibilityStatement(t, language, saidIn(language).longWithYear(DRAWN_UP_ON))),
    ),
  )
  app.get('/privacy', (c) => house.pages.answer(address('/privacy'), c.req.raw, async () => forever(privacyStatement(t, language))))
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="${colours.light.sun}"/><g transform="translate(3 3) scale(.75)" fill="none" stroke="${colours.light.ink}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawingOf('coffee')}</g></svg>`

/** Addresses that exist once, whatever the language: the way out, the icon, whom to tell about a leak. */
export function mountOnce(app: Hono<Env>, house: House): void {
  // Leaving: nothing of us stays in this browser's stores, and the weather is what anybody looks at.
  app.get('/weg', (c) =>
    c.body(null, 303, {
      Location: 'https://www.meteo.be/',
      'Cache-Control': 'no-store',
      'Clear-Site-Data': '"cache", "storage"',
      'Referrer-Policy': 'no-referrer',
    }),
  )
  app.get('/assets/icon.svg', (c) =>
    house.pages.answer('/assets/icon.svg', c.req.raw, async () => ({
      body: icon,
      type: 'image/svg+xml',
      headers: { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" },
      subject: null,
      version: 0,
      trueUntil: Number.POSITIVE_INFINITY,
    })),
  )
  app.get('/.well-known/security.txt', (c) => {
    const expires = house.clock.now().toZonedDateTimeISO('UTC').add({ months: 6 }).toPlainDate().toString()
    // RFC 9116
    return c.text(`Contact: ${house.settings.baseUrl}/privacy\nExpires: ${expires}T00:00:00.000Z\nPreferred-Languages: nl, en\n`)
  })
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /werk\nDisallow: /code\n'))
}
