import type pg from 'pg'
import { identifiers } from '../src/platform/clock/identifiers.ts'

const newId = identifiers()

const words =
  'koffie thee soep brood babbel kaarten breien naaien tuin moes fiets wandelen zingen gitaar dansen lezen schrijven rekenen taal gsm computer tablet mail foto film toneel bus trein uitstap bos heide strand markt winkel kleding schoenen speelgoed boeken ruilen herstellen solderen timmeren verven klei knutselen puzzel schaak dammen bingo quiz verhaal gedicht krant radio nieuws stem buurt straat dorp gemeente school crèche opvang huiswerk rapport baby peuter kleuter tiener moeder vader oma opa buur vriend vreugde rust warmte licht water stroom gas huur premie toelage factuur brief formulier kaart dokter apotheek tand bril rug slaap stress adem yoga sport zwemmen bal petanque barbecue wafels pannenkoek appel kriek pompoen honing kaas melk ontbijt lunch avondmaal feest lente zomer herfst winter kerst sinterklaas carnaval kermis stoet optocht'.split(
    ' ',
  )

/** Words that differ for every number; 130 words, so four of them make more than a quarter of a billion. */
const said = (n: number, count: number): string =>
  Array.from({ length: count }, (_, at) => words[(n * 31 + at * 17 + Math.floor(n / (7 + at)) * 13) % words.length]).join(' ')

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Inserts many rows at once; each row is a list of values in the order of the columns. */
async function insert(client: pg.Client, table: string, columns: readonly string[], rows: readonly (readonly unknown[])[]): Promise<void> {
  const chunk = Math.floor(30_000 / columns.length)
  for (let at = 0; at < rows.length; at += chunk) {
    const part = rows.slice(at, at + chunk)
    const holes = part.map((_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(',')})`).join(',')
    await client.query(`insert into ${table} (${columns.join(',')}) values ${holes}`, part.flat())
  }
}

type World = { steks: number; offersPerStek: number; weeklyPerStek: number; exceptionYears: number; prefix: string }

/**
 * Fills an empty or smaller database with steks that look alike: each with one site, five partners, `offersPerStek` offers of which
 * `weeklyPerStek` come every week (with unique words) and the others once, in half a year; and exceptions for years back.
 */
export async function fill(client: pg.Client, world: World): Promise<string[]> {
  const networkId = newId()
  await insert(client, 'network', ['network_id', 'slug', 'name'], [[networkId, `${world.prefix}-netwerk`, 'Netwerk van de meting']])
  const steks = Array.from({ length: world.steks }, (_, n) => ({
    stekId: newId(),
    siteId: newId(),
    slug: `${world.prefix}-${n}`,
    partners: Array.from({ length: 5 }, newId),
  }))
  await insert(
    client,
    'stek',
    ['stek_id', 'network_id', 'slug', 'name', 'municipality', 'welcome'],
    steks.map(({ stekId, slug }, n) => [stekId, networkId, slug, `de STEK ${n}`, `Dorp ${n}`, 'Loop gerust binnen.']),
  )
  await insert(
    client,
    'site',
    ['stek_id', 'site_id', 'slug', 'name', 'town', 'directions'],
    steks.map(({ stekId, siteId }, n) => [stekId, siteId, 'plek', `Zaal ${n}`, `Dorp ${n}`, 'Naast de kerk, zonder trap.']),
  )
  await insert(
    client,
    'partner',
    ['stek_id', 'partner_id', 'slug', 'name', 'what'],
    steks.flatMap(({ stekId, partners }) =>
      partners.map((id, n) => [stekId, id, `partner-${n}`, `Partner ${n}`, `${capital(said(n, 8))}.`]),
    ),
  )
  const functions = [['meet'], ['learn'], ['refer'], ['politicise'], ['meet', 'learn']]
  const offers = steks.flatMap(({ stekId, siteId, partners }, stek) =>
    Array.from({ length: world.offersPerStek }, (_, n) => ({
      stekId,
      siteId,
      offerId: newId(),
      slotId: newId(),
      partner: partners[n % 5],
      n,
      seed: stek * 1000 + n,
    })),
  )
  await insert(
    client,
    'offer',
    ['stek_id', 'offer_id', 'partner_id', 'site_id', 'slug', 'title', 'summary', 'functions', 'pictogram', 'who_you_meet', 'confirmed_at'],
    offers.map(({ stekId, offerId, partner, siteId, n, seed }) => [
      stekId,
      offerId,
      partner,
      siteId,
      `aanbod-${n}`,
      capital(said(seed, 4)),
      `${capital(said(seed + 7, 7))}.`,
      functions[n % 5],
      ['coffee', 'bulb', 'file-text', 'speakerphone', 'bike', 'school'][n % 6],
      said(seed + 3, 3),
      new Date(),
    ]),
  )
  const inHalfAYear = Temporal.Now.plainDateISO().add({ months: 6 })
  await insert(
    client,
    'slot',
    [
      'stek_id',
      'slot_id',
      'offer_id',
      'pattern',
      'weekday',
      'every_weeks',
      'starts_on',
      'start_time',
      'end_time',
      'pauses_on_public_holidays',
    ],
    offers.map(({ stekId, slotId, offerId, n }) => {
      const weekly = n < world.weeklyPerStek
      const start = `${String(9 + (n % 10)).padStart(2, '0')}:${n % 2 ? '30' : '00'}`
      const end = `${String(11 + (n % 10)).padStart(2, '0')}:00`
      return [
        stekId,
        slotId,
        offerId,
        weekly ? 'weekly' : 'once',
        weekly ? (n % 7) + 1 : null,
        weekly ? 1 : null,
        weekly ? '2020-01-06' : inHalfAYear.toString(),
        start,
        end,
        false,
      ]
    }),
  )
  const monday = Temporal.Now.plainDateISO().subtract({ days: Temporal.Now.plainDateISO().dayOfWeek - 1 })
  const weeks = Math.floor(world.exceptionYears * 52)
  await insert(
    client,
    'exception',
    ['stek_id', 'slot_id', 'on_date', 'cancelled_at', 'reason'],
    offers
      .filter(({ n }) => n < world.weeklyPerStek)
      .flatMap(({ stekId, slotId, n }) =>
        Array.from({ length: weeks }, (_, week) => week)
          .filter((week) => (week + n) % 10 === 0)
          .map((week) => [
            stekId,
            slotId,
            monday
              .subtract({ weeks: week + 1 })
              .add({ days: n % 7 })
              .toString(),
            new Date(),
            'Ziekte',
          ]),
      ),
  )
  await client.query('analyze')
  return steks.map(({ slug }) => slug)
}
