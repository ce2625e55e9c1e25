import type pg from 'pg'
import { identifiers } from '../platform/clock/identifiers.ts'

const newId = identifiers()

/** The rows of a small stek, by name, for tests that look at its board. */
export type SmallStek = { stekId: string; siteId: string; roomId: string; partnerIds: Record<'caw' | 'saamo', string> }

/** Inserts a small stek as the owner: one site with one room, two partners, no offers yet. */
export async function smallStek(owner: pg.Client, slug = 'kalmthout', name = 'de STEK Kalmthout'): Promise<SmallStek> {
  const [networkId, stekId, siteId, roomId, caw, saamo] = [newId(), newId(), newId(), newId(), newId(), newId()]
  await owner.query('insert into network (network_id, slug, name) values ($1, $2, $3)', [networkId, `netwerk-${slug}`, 'Noorderkempen'])
  await owner.query(`insert into stek (stek_id, network_id, slug, name, municipality, phone) values ($1, $2, $3, $4, $5, '03 000 00 00')`, [
    stekId,
    networkId,
    slug,
    name,
    slug,
  ])
  await owner.query(
    `insert into site (stek_id, site_id, slug, name, town, directions, bus, step_free, translations)
     values ($1, $2, 'kantine', 'Kantine Bezemheide', 'Kalmthout', 'Ingang naast de winkel.', 'Halte op 4 minuten.', 'yes', '{"ar": {"directions": "المدخل بجانب المتجر."}}')`,
    [stekId, siteId],
  )
  await owner.query(`insert into room (stek_id, room_id, site_id, name) values ($1, $2, $3, 'Grote zaal')`, [stekId, roomId, siteId])
  for (const [id, partner, title] of [
    [caw, 'caw', 'CAW Antwerpen'],
    [saamo, 'saamo', 'SAAMO'],
  ])
    await owner.query('insert into partner (stek_id, partner_id, slug, name, what) values ($1, $2, $3, $4, $5)', [
      stekId,
      id,
      partner,
      title,
      `${title} helpt hier.`,
    ])
  return { stekId, siteId, roomId, partnerIds: { caw, saamo } }
}

type OfferGiven = {
  title: string
  slug: string
  partner?: 'caw' | 'saamo'
  functions?: string[]
  weekday?: number
  from?: string
  until?: string
  startsOn?: string
  endsOn?: string | null
  priceInCents?: number
  confidential?: boolean
  whoYouMeet?: string
  translations?: object
}

/** Inserts an offer with one weekly slot (Tuesday 13 to 16 unless said otherwise) and gives both ids. */
export async function weeklyOffer(owner: pg.Client, stek: SmallStek, given: OfferGiven): Promise<{ offerId: string; slotId: string }> {
  const [offerId, slotId] = [newId(), newId()]
  await owner.query(
    `insert into offer (stek_id, offer_id, partner_id, site_id, slug, title, functions, price_in_cents, confidential, who_you_meet, confirmed_at, translations)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '2026-11-20T10:00:00Z', $11)`,
    [
      stek.stekId,
      offerId,
      stek.partnerIds[given.partner ?? 'saamo'],
      stek.siteId,
      given.slug,
      given.title,
      given.functions ?? ['meet'],
      given.priceInCents ?? 0,
      given.confidential ?? false,
      given.whoYouMeet ?? '',
      JSON.stringify(given.translations ?? {}),
    ],
  )
  await owner.query(
    `insert into slot (stek_id, slot_id, offer_id, pattern, weekday, every_weeks, starts_on, ends_on, start_time, end_time)
     values ($1, $2, $3, 'weekly', $4, 1, $5, $6, $7, $8)`,
    [
      stek.stekId,
      slotId,
      offerId,
      given.weekday ?? 2,
      given.startsOn ?? '2026-01-01',
      given.endsOn ?? null,
      given.from ?? '13:00',
      given.until ?? '16:00',
    ],
  )
  return { offerId, slotId }
}
