import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { mountFigures } from './functions/meet/figures/routes.tsx'
import { mountJoining, mountJoiningPages, signUpCodes } from './functions/meet/joining/mount.ts'
import { mountRidePages, mountRides } from './functions/meet/rides/mount.ts'
import { mountTally } from './functions/meet/tally/mount.ts'
import { mountWelcomeDesk, mountWelcomePages } from './functions/meet/welcome.ts'
import { mountGuide } from './functions/refer/guide/routes.tsx'
import { mountGuideDesk, mountStillRight } from './functions/refer/guide-desk.ts'
import { handoverCodes, mountHandover, mountHandoverPages } from './functions/refer/handover/mount.ts'
import { referPaths } from './functions/refer/paths.ts'
import { mountRights, mountRightsPages } from './functions/refer/rights/mount.ts'
import { waitingToRefer } from './functions/refer/waiting.ts'
import { mountCode } from './place/code/routes.tsx'
import { guardWork, mountPerson } from './place/person/mount.tsx'
import { mountOnce, mountStatements } from './place/statements/routes.tsx'
import { troubleIn } from './platform/database/trouble.ts'
import { privateDocument, typedIn } from './platform/http/answers.ts'
import type { Env, House } from './platform/http/house.ts'
import { islandScript } from './platform/http/islands.ts'
import { commonHeaders } from './platform/http/security.ts'
import { type Language, languages } from './platform/i18n/languages.ts'
import { traceOf } from './platform/log/log.ts'
import { mountChannels } from './programme/channels/routes.ts'
import { linkDesks } from './programme/desk/links.ts'
import { mountDesk } from './programme/desk/routes.ts'
import { mountProgramme } from './programme/routes.ts'
import { brokenPage, notFoundPage, plainPage } from './ui/plain-pages.tsx'
import { wordsIn } from './ui/words-in.ts'

const languageOf = (path: string): Language =>
  languages.find((language) => path === `/${language}` || path.startsWith(`/${language}/`)) ?? 'nl'

/** The islands: the name in the address, and the file it is made from. */
const islands: Record<string, string> = {
  'passkey.js': join(import.meta.dirname, 'place/person/passkey/island.ts'),
  'rechten.js': join(import.meta.dirname, 'functions/refer/rights/ask/island.ts'),
}

function mountIslands(app: Hono<Env>, house: House): void {
  for (const [name, file] of Object.entries(islands)) {
    app.get(`/assets/${name}`, (c) =>
      house.pages.answer(`/assets/${name}`, c.req.raw, async () => ({
        body: await islandScript(file),
        type: 'text/javascript; charset=utf-8',
        subject: null,
        version: 0,
        trueUntil: Number.POSITIVE_INFINITY,
      })),
    )
  }
}

/** An address as it is: small letters, no slash at the end, no /nl in front (Dutch has no prefix); always one slash first, so it stays here. */
const tidyPath = (path: string): string => `/${path.toLowerCase().split('/').filter(Boolean).join('/')}`.replace(/^\/nl(?=\/|$)/, '') || '/'

/** Far more than any form of ours holds, far less than what hurts. */
const LARGEST_FORM_IN_BYTES = 1024 * 1024

/** The forms that bring large files, and how large those may be: a list of all services of Flanders fits. */
export const uploads: ReadonlySet<string> = new Set([referPaths.upload()])
const LARGEST_UPLOAD_IN_BYTES = 200 * 1024 * 1024

const tooLarge = (c: Context<Env>, house: House): Response => {
  const t = wordsIn(house, 'nl')
  return privateDocument(c, plainPage(t, 'nl', t('shell.tooLarge.title'), t('shell.tooLarge.text')), 413)
}

/** The whole app: the one place that mounts the modules, in the order of the model. */
export function openApp(house: House): Hono<Env> {
  const app = new Hono<Env>()
  const headers = Object.entries(commonHeaders(house.settings.baseUrl))

  app.use(async (c, next) => {
    c.set('language', languageOf(c.req.path))
    c.set('requestId', house.newId())
    await next()
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.header(name, value)
  })

  const limited = bodyLimit({ maxSize: LARGEST_FORM_IN_BYTES, onError: (c) => tooLarge(c, house) })
  app.use((c, next) => {
    if (c.req.method !== 'POST' || !uploads.has(c.req.path)) return limited(c, next)
    // Refused before a byte of it is read; a browser always says how large a form is.
    return Number(c.req.header('content-length') ?? Number.POSITIVE_INFINITY) > LARGEST_UPLOAD_IN_BYTES
      ? Promise.resolve(tooLarge(c, house))
      : next()
  })

  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => ((await house.database.alive()) ? c.text('ok') : c.text('database out of reach', 503)))
  mountOnce(app, house)
  guardWork(app, house, uploads)
  linkDesks(app, house)
  mountPerson(app, house)
  mountDesk(app, house, [waitingToRefer])
  mountTally(app, house)
  mountWelcomeDesk(app, house)
  mountFigures(app, house)
  mountRides(app, house)
  mountRights(app, house)
  mountJoining(app, house)
  mountHandover(app, house)
  mountGuideDesk(app, house)
  mountIslands(app, house)

  // Dutch last: its /{stek} would take /ar for the name of a stek.
  for (const language of languages.toReversed()) {
    const inLanguage = new Hono<Env>()
    mountStatements(inLanguage, house, language)
    mountCode(inLanguage, house, language, [signUpCodes(house), handoverCodes(house)])
    mountHandoverPages(inLanguage, house, language)
    mountRightsPages(inLanguage, house, language)
    mountJoiningPages(inLanguage, house, language)
    mountChannels(inLanguage, house, language)
    mountWelcomePages(inLanguage, house, language)
    mountRidePages(inLanguage, house, language)
    mountGuide(inLanguage, house, language)
    mountStillRight(inLanguage, house, language)
    mountProgramme(inLanguage, house, language)
    app.route(language === 'nl' ? '/' : `/${language}`, inLanguage)
  }

  app.notFound((c) => {
    const tidy = tidyPath(c.req.path)
    if (tidy !== c.req.path && (c.req.method === 'GET' || c.req.method === 'HEAD'))
      return c.redirect(`${tidy}${new URL(c.req.url).search}`, 308)
    const language = c.get('language') ?? 'nl'
    return privateDocument(c, notFoundPage(wordsIn(house, language), language), 404)
  })
  app.onError(async (thrown, c) => {
    const id = c.get('requestId') ?? house.newId()
    const trouble = troubleIn(thrown)
    house.log.error({ id, trouble, route: c.req.routePath, method: c.req.method, ...traceOf(thrown) }, 'a request failed')
    const language = c.get('language') ?? 'nl'
    return privateDocument(
      c,
      brokenPage(wordsIn(house, language), language, trouble, id, await typedIn(c)),
      trouble === 'mistake' ? 500 : 503,
    )
  })
  return app
}
