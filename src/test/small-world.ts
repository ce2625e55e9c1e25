import { Hono } from 'hono'
import type { Env } from '../platform/http/house.ts'
import { languages } from '../platform/i18n/languages.ts'
import { mountChannels } from '../programme/channels/routes.ts'
import { mountWeek } from '../programme/week/routes.tsx'
import { type TestHouse, testHouse } from './house.ts'

/** An offer with its slots, as a test writes it down; what is left out is ordinary. */
export type Wanted = {
  slug: string
  title: string
  partner?: string
  functions?: string[]
  priceInCents?: number
  confidential?: boolean
  summary?: string
  whoYouMeet?: string
  translations?: object
  slots: {
    weekday?: number
    nth?: number
    everyWeeks?: number
    on?: string
    startsOn?: string
    endsOn?: string
    from?: string
    until?: string
  }[]
}

/** One stek with two partners and one site, served whole through HTTP from a real database; for the tests of the channels. */
export type SmallWorld = {
  test: TestHouse
  stekId: string
  siteId: string
  app: Hono<Env>
  get(path: string, headers?: Record<string, string>): Promise<Response>
  text(path: string): Promise<string>
  /** Adds an offer and gives the ids of its slots. */
  offer(wanted: Wanted): Promise<string[]>
  /** Runs SQL as the owner, and lets the house know that this stek changed. */
  sql(statement: string, values?: unknown[]): Promise<void>
  close(): Promise<void>
}

/** Opens the small world on Tuesday 24 November 2026, 9 in the morning, or at `now`. */
export async function smallWorld(options: { now?: string; baseUrl?: string } = {}): Promise<SmallWorld> {
  const test = await testHouse({
    ...(options.now ? { now: options.now } : {}),
    settings: { baseUrl: options.baseUrl ?? 'https://stek.example' },
  })
  const { house, owner } = test
  const newId = () => house.newId()
  const [networkId, stekId, siteId] = [newId(), newId(), newId()]
  const partners: Record<string, string> = { caw: newId(), ligo: newId() }
  await owner.query(`insert into network (network_id, slug, name) values ($1, 'noorderkempen', 'Noorderkempen')`, [networkId])
  await owner.query(
    `insert into stek (stek_id, network_id, slug, name, municipality, phone) values ($1, $2, 'kalmthout', 'de STEK Kalmthout', 'Kalmthout', '03 000 00 00')`,
    [stekId, networkId],
  )
  await owner.query(
    `insert into site (stek_id, site_id, slug, name, street, postcode, town, directions, bus, step_free, toilet)
     values ($1, $2, 'kantine', 'Kantine Bezemheide', 'Heidestraat 1', '2920', 'Kalmthout', 'Ingang naast de winkel', 'Halte op 4 minuten stappen', 'yes', 'adapted')`,
    [stekId, siteId],
  )
  await owner.query(`insert into partner (stek_id, partner_id, slug, name) values ($1, $2, 'caw', 'CAW'), ($1, $3, 'ligo', 'Ligo')`, [
    stekId,
    partners['caw'],
    partners['ligo'],
  ])

  const app = new Hono<Env>()
  for (const language of languages) {
    const inLanguage = new Hono<Env>()
    mountWeek(inLanguage, house, language)
    mountChannels(inLanguage, house, language)
    app.route(language === 'nl' ? '/' : `/${language}`, inLanguage)
  }

  const get = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
  const sql = async (statement: string, values: unknown[] = []) => {
    await owner.query(statement, values)
    test.versions.forget(stekId)
  }
  return {
    test,
    stekId,
    siteId,
    app,
    get,
    text: async (path) => (await get(path)).text(),
    sql,
    async offer({
      slug,
      title,
      partner = 'caw',
      functions = ['meet'],
      priceInCents = 0,
      confidential = false,
      summary = '',
      whoYouMeet = '',
      slots,
      ...more
    }) {
      const offerId = newId()
      await sql(
        `insert into offer (stek_id, offer_id, partner_id, site_id, slug, title, functions, price_in_cents, confidential, summary, who_you_meet, pictogram, translations)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'coffee', $12)`,
        [
          stekId,
          offerId,
          partners[partner],
          siteId,
          slug,
          title,
          functions,
          priceInCents,
          confidential,
          summary,
          whoYouMeet,
          more.translations ?? {},
        ],
      )
      const slotIds: string[] = []
      for (const {
        weekday = 2,
        nth = null,
        everyWeeks = 1,
        on,
        startsOn = '2026-09-01',
        endsOn = null,
        from = '13:00',
        until = '16:00',
      } of slots) {
        const slotId = newId()
        const pattern = on ? 'once' : nth ? 'monthly' : 'weekly'
        await sql(
          `insert into slot (stek_id, slot_id, offer_id, pattern, weekday, every_weeks, nth, starts_on, ends_on, start_time, end_time)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
          [
            stekId,
            slotId,
            offerId,
            pattern,
            on ? null : weekday,
            pattern === 'weekly' ? everyWeeks : null,
            on ? null : nth,
            on ?? startsOn,
            endsOn,
            from,
            until,
          ],
        )
        slotIds.push(slotId)
      }
      return slotIds
    },
    close: () => test.close(),
  }
}
