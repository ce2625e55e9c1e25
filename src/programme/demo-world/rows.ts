import type { NewId } from '../../platform/clock/identifiers.ts'
import { type Language, languages } from '../../platform/i18n/languages.ts'
import { type DemoSlot, type Said, weekdays } from './shape.ts'
import { talliesOf } from './tallies.ts'
import type { DemoStek, DemoWorld } from './world.ts'

/** A row to insert: column name and value. */
export type Row = Record<string, unknown>

/** Rows by table, in an order in which no row comes before one it points to. */
type Rows = readonly { table: string; rows: readonly Row[] }[]

/** The Dutch words for the columns, and those of the other languages for `translations`. */
function inColumns(said: Record<string, Said>): Row {
  const words = (language: Language) => Object.fromEntries(Object.entries(said).map(([column, texts]) => [column, texts[language]]))
  return {
    ...words('nl'),
    translations: Object.fromEntries(languages.filter((language) => language !== 'nl').map((one) => [one, words(one)])),
  }
}

/** Everything of the demo world as rows. What was confirmed some days ago counts back from `now`. */
export function rowsOf(world: DemoWorld, newId: NewId, now: Temporal.Instant): Rows {
  const networkId = newId()
  const steks = world.steks.map((stek) => ({
    stek,
    stekId: newId(),
    partnerIds: new Map(stek.partners.map(({ slug }) => [slug, newId()])),
  }))
  const people = world.people.map(({ name, email, roles }) => ({ person: { person_id: newId(), name, email }, roles }))
  const roles = people.flatMap(({ person, roles: given }) =>
    given.flatMap((role) => {
      const at = steks.find(({ stek }) => stek.slug === role.stek)
      const partnerId = role.kind === 'partner-worker' ? at?.partnerIds.get(role.partner) : null
      return { stek_id: at?.stekId, person_id: person.person_id, kind: role.kind, partner_id: partnerId }
    }),
  )
  const confirmedBy = roles.find(({ kind }) => kind === 'community-worker')?.person_id ?? null
  const perStek = steks.map((one) => rowsOfStek(one, world.waysToReach, newId, { now, confirmedBy }))
  return [
    { table: 'network', rows: [{ network_id: networkId, slug: world.network.slug, name: world.network.name }] },
    { table: 'stek', rows: steks.map(({ stek, stekId }) => stekRow(stek, stekId, networkId)) },
    { table: 'person', rows: people.map(({ person }) => person) },
    ...(['site', 'room', 'partner', 'context_figure', 'key_moment', 'offer', 'slot', 'sign_up_terms', 'outing', 'ride_place'] as const).map(
      (table) => ({
        table,
        rows: perStek.flatMap((rows) => rows[table]),
      }),
    ),
    { table: 'role', rows: roles },
    { table: 'tally_entry', rows: steks.flatMap(({ stekId }, nth) => tallyRows(stekId, perStek[nth], newId, now)) },
    { table: 'slot_host', rows: perStek.flatMap((rows) => hostRows(rows, roles, now)) },
    { table: 'name_consent', rows: consentRows(roles, now) },
  ]
}

const tallyRows = (stekId: string, rows: { offer: Row[]; slot: Row[] } | undefined, newId: NewId, now: Temporal.Instant): Row[] =>
  rows
    ? talliesOf({ stekId, slots: rows.slot, offerSlugs: new Map(rows.offer.map((one) => [one.offer_id, String(one.slug)])) }, newId, now)
    : []

/**
 * Who always welcomes at the offers of an own partner, as far as the invented people go (the community worker is of SAAMO): the other moments of the demo
 * world have no host yet, as in a stek that just begins. An assumption of ours, not of the source.
 */
function hostRows(
  { offer, slot, partner }: Record<'offer' | 'slot' | 'partner', readonly Row[]>,
  roles: readonly Row[],
  now: Temporal.Instant,
): Row[] {
  return slot.flatMap(({ stek_id, slot_id, offer_id }) => {
    const partnerId = offer.find((one) => one.offer_id === offer_id)?.partner_id
    const ofSaamo = partner.some(({ partner_id, slug }) => partner_id === partnerId && slug === 'saamo')
    const hosts = ({ kind, partner_id }: Row) =>
      ofSaamo ? kind === 'community-worker' : kind === 'partner-worker' && partner_id === partnerId
    const host = roles.find((role) => role.stek_id === stek_id && hosts(role))
    return host ? [{ stek_id, slot_id, person_id: host.person_id, part: 'responsible', since: now.toString() }] : []
  })
}

/** Who of the invented people agreed that visitors read the first name: the community worker, in each stek. */
const consentRows = (roles: readonly Row[], now: Temporal.Instant): Row[] =>
  roles
    .filter(({ kind }) => kind === 'community-worker')
    .map(({ stek_id, person_id }) => ({ stek_id, person_id, given_at: now.toString() }))

const stekRow = (stek: DemoStek, stekId: string, networkId: string): Row => ({
  stek_id: stekId,
  network_id: networkId,
  slug: stek.slug,
  name: stek.name,
  municipality: stek.municipality,
  nis_code: stek.nisCode,
  ...inColumns({ welcome: stek.welcome }),
})

function rowsOfStek(
  { stek, stekId, partnerIds }: { stek: DemoStek; stekId: string; partnerIds: ReadonlyMap<string, string> },
  ways: DemoWorld['waysToReach'],
  newId: NewId,
  confirmation: { now: Temporal.Instant; confirmedBy: string | null },
) {
  const inStek = (rows: readonly Row[]): Row[] => rows.map((row) => ({ stek_id: stekId, ...row }))
  const siteIds = new Map(stek.sites.map(({ slug }) => [slug, newId()]))
  const rooms = stek.sites.flatMap((site) => site.rooms.map((name) => ({ room_id: newId(), site_id: siteIds.get(site.slug), name })))
  const roomId = (name: string) => rooms.find((room) => room.name === name && room.site_id === siteIds.get(stek.week.site))?.room_id ?? null
  const planned = stek.week.offers.flatMap((plan) =>
    stek.offers.filter(({ slug }) => slug === plan.offer).map((offer) => ({ plan, offer, offerId: newId() })),
  )
  return {
    site: inStek(
      stek.sites.map(({ slug, name, postcode, town, directions, bus }) => ({
        site_id: siteIds.get(slug),
        slug,
        name,
        postcode,
        town,
        ...inColumns({ directions, bus }),
      })),
    ),
    room: inStek(rooms),
    partner: inStek(
      stek.partners.map(({ slug, name, website = null, pictogram, what, howToReach }) => ({
        partner_id: partnerIds.get(slug),
        slug,
        name,
        website,
        pictogram,
        ...inColumns({ what, ...(ways[howToReach] ? { how_to_reach: ways[howToReach] } : {}) }),
      })),
    ),
    context_figure: inStek(
      stek.figures.map(({ publishedBy, asOf, ...figure }) => ({ context_figure_id: newId(), ...figure, source: publishedBy, as_of: asOf })),
    ),
    key_moment: inStek(
      stek.keyMoments.map(({ on, knownTo, what }) => ({ key_moment_id: newId(), happened_on: on, known_to: knownTo, what })),
    ),
    offer: inStek(
      planned.map(({ plan, offer, offerId }) => ({
        offer_id: offerId,
        partner_id: partnerIds.get(offer.partner),
        site_id: siteIds.get(stek.week.site),
        slug: offer.slug,
        functions: offer.functions,
        themes: offer.themes,
        audience: offer.audience,
        price_in_cents: offer.price?.inCents ?? 0,
        cost_carrier_id: offer.price?.carriedBy ? partnerIds.get(offer.price.carriedBy) : null,
        pays: offer.pays,
        taking_part: offer.takingPart,
        pictogram: offer.pictogram,
        professionals_only: offer.professionalsOnly,
        confidential: offer.confidential,
        confirmed_at: confirmation.now.subtract({ hours: 24 * plan.confirmedDaysAgo }).toString(),
        confirmed_by: confirmation.confirmedBy,
        ...inColumns({ title: offer.title, summary: offer.summary, description: offer.description, who_you_meet: offer.whoYouMeet }),
      })),
    ),
    sign_up_terms: inStek(planned.flatMap(({ offer: { signUp }, offerId }) => (signUp ? [termsRow(signUp, offerId)] : []))),
    outing: inStek(
      planned.flatMap(({ offer: { signUp }, offerId }) =>
        signUp?.outing
          ? [{ offer_id: offerId, wheelchair: signUp.outing.wheelchair, weather_decided_by: signUp.outing.weatherDecidedBy ?? null }]
          : [],
      ),
    ),
    ride_place: inStek([
      ...stek.sites.map(({ slug, name }) => ({ place_id: newId(), name, site_id: siteIds.get(slug) })),
      ...stek.ridePlaces.names.map((name) => ({ place_id: newId(), name, site_id: null })),
    ]),
    slot: inStek(
      planned.flatMap(({ plan, offerId }) =>
        plan.slots.map((slot) => ({
          slot_id: newId(),
          offer_id: offerId,
          ...patternOf(slot),
          starts_on: slot.startsOn ?? stek.week.startsOn,
          start_time: slot.from,
          end_time: slot.until,
          room_id: roomId(plan.room),
          needs_room_alone: slot.needsRoomAlone,
          pauses_in_school_holidays: slot.pausesInSchoolHolidays,
        })),
      ),
    ),
  }
}

const termsRow = (signUp: NonNullable<DemoStek['offers'][number]['signUp']>, offerId: string): Row => ({
  offer_id: offerId,
  capacity: signUp.capacity,
  kept_for_desk: signUp.keptForDesk,
  closes_hours_before: signUp.closesHoursBefore,
  meeting_point: signUp.meetingPoint,
  what_to_bring: signUp.whatToBring,
  seats: signUp.seats ?? null,
})

const patternOf = ({ weekday, everyWeeks, nthOfMonth }: DemoSlot): Row => ({
  weekday: weekdays.indexOf(weekday) + 1,
  ...(nthOfMonth === undefined
    ? { pattern: 'weekly', every_weeks: everyWeeks ?? 1, nth: null }
    : { pattern: 'monthly', every_weeks: null, nth: nthOfMonth }),
})
