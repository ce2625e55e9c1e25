import type { Context, Hono } from 'hono'
import { paths as placePaths } from '../../../place/paths.ts'
import { sitesOf } from '../../../place/site/queries.ts'
import { stekBySlug } from '../../../place/stek/queries.ts'
import { visitor } from '../../../platform/database/door.ts'
import { privateDocument, seeOther, typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { dayOf } from '../../../programme/board/clock.ts'
import { asDutch } from '../../../ui/dutch.ts'
import { inLanguage } from '../../../ui/page.tsx'
import { wordsIn } from '../../../ui/words-in.ts'
import { welcomePaths } from '../paths.ts'
import { pressForm } from './form.ts'
import { pressChoice, pressFace } from './queries.ts'
import { CHOICE_WITHIN_SECONDS, choices, faces, PAUSE_IN_SECONDS } from './rules.ts'
import { readTabletToken } from './token.ts'
import { choicePage, facesPage, shutPage, type TabletProps, thanksPage } from './views.tsx'

const isOneOf = <Value extends string>(values: readonly Value[], value: string | undefined): value is Value =>
  values.some((one) => one === value)

/**
 * `/{stek}/welkom?t=`: the tablet. Three faces, one choice, thank you, and back by itself. The token in the address is of one stek and one day;
 * the page goes back by a `Refresh` header, which browsers obey as they do a meta refresh.
 */
export function mountTablet(app: Hono<Env>, house: House, language: Language): void {
  const t = wordsIn(house, language)

  async function tabletOf(c: Context<Env>) {
    const slug = c.req.param('stek') ?? ''
    const text = c.req.query('t') ?? ''
    const stek = await house.database.reading(null, (tx) => stekBySlug(tx, slug))
    if (!stek) return undefined
    const token = readTabletToken(house.secret, stek.stekId, text, dayOf(house.clock.now(), house.settings.timeZone))
    const sites = token ? await house.database.reading(stek.stekId, (tx) => sitesOf(tx, stek.stekId)) : []
    const site = sites.find(({ siteId }) => siteId === token?.siteId)
    const address = (stap?: 'keuze' | 'dank') => welcomePaths.tablet(slug, text, stap ? { stap } : {})
    const props = (stap?: 'keuze' | 'dank'): TabletProps => ({
      t,
      language,
      path: address(stap),
      siteName: asDutch(language, site?.name ?? stek.name),
    })
    return { stek, token: site && token, address, props }
  }

  const shut = (c: Context<Env>, slug: string, props: TabletProps) =>
    privateDocument(c, shutPage({ ...props, path: `/${slug}/welkom`, home: inLanguage(language, placePaths.stek(slug)) }), 403)

  /** The next person begins in Dutch again. */
  const backAfter = (c: Context<Env>, seconds: number, address: string) => c.header('Refresh', `${seconds}; url=${address}`)

  app.get('/:stek{[a-z0-9-]+}/welkom', async (c) => {
    const tablet = await tabletOf(c)
    if (!tablet) return c.notFound()
    const { token, address, props, stek } = tablet
    if (!token) return shut(c, stek.slug, props())
    const step = c.req.query('stap')
    if (step === 'dank') {
      backAfter(c, PAUSE_IN_SECONDS, address())
      return privateDocument(c, thanksPage({ ...props('dank'), again: address() }))
    }
    if (step === 'keuze') {
      backAfter(c, CHOICE_WITHIN_SECONDS, address())
      return privateDocument(c, choicePage(props('keuze')))
    }
    return privateDocument(c, facesPage(props()))
  })

  app.post('/:stek{[a-z0-9-]+}/welkom', async (c) => {
    const tablet = await tabletOf(c)
    if (!tablet) return c.notFound()
    const { token, address, props, stek } = tablet
    if (!token) return shut(c, stek.slug, props())
    const { antwoord } = pressForm.parse(await typedIn(c))
    const now = house.clock.now()
    const press = <Result,>(work: Parameters<typeof house.database.inStek<Result>>[2]) => house.database.inStek(visitor, stek.stekId, work)
    if (isOneOf(faces, antwoord)) {
      if (await press((tx) => pressFace(tx, token, antwoord, now))) return seeOther(c, inLanguage(language, address('keuze')))
      return privateDocument(c, facesPage({ ...props(), tooFast: true }), 422)
    }
    // A second choice for one face is thanked for and not counted: the person did nothing wrong.
    if (isOneOf(choices, antwoord)) {
      await press((tx) => pressChoice(tx, token, antwoord, now))
      return seeOther(c, inLanguage(language, address('dank')))
    }
    return privateDocument(c, facesPage(props()), 422)
  })
}
