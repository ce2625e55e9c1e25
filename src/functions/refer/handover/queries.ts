import { sql } from 'kysely'
import { translated } from '../../../place/translated.ts'
import { bringCode } from '../../../platform/codes/bring.ts'
import type { Tx } from '../../../platform/database/door.ts'
import { isLanguage, type Language } from '../../../platform/i18n/languages.ts'
import { asDutch } from '../../../ui/dutch.ts'
import type { Handover, Side } from './handover.ts'
import type { HandoverTables } from './tables.ts'

/** What is written down of a new handover. */
export type NewHandover = {
  handoverId: string
  serviceId: string
  locationId: string | null
  theme: Handover['theme']
  onDate: string | null
  atTime: string | null
  companion: Handover['companion']
  language: Language
  showsService: boolean
  ownHash: Buffer
  serviceHash: Buffer
  createdAt: Temporal.Instant
  endsAt: Temporal.Instant
}

/** Writes a handover down. */
export async function keepHandover(tx: Tx, stekId: string, made: NewHandover): Promise<void> {
  await tx
    .withTables<HandoverTables>()
    .insertInto('handover')
    .values({
      stek_id: stekId,
      handover_id: made.handoverId,
      service_id: made.serviceId,
      location_id: made.locationId,
      theme: made.theme,
      on_date: made.onDate,
      at_time: made.atTime,
      companion: made.companion,
      language: made.language,
      shows_service: made.showsService,
      own_code_hash: made.ownHash,
      service_code_hash: made.serviceHash,
      created_at: made.createdAt.toString(),
      ends_at: made.endsAt.toString(),
    })
    .execute()
}

/** Whether the slip of this own code says the very same: the same form came twice, and not with something else in it. */
export async function saysTheSame(tx: Tx, stekId: string, made: NewHandover): Promise<boolean> {
  await bringCode(tx, made.ownHash)
  const { rows } = await sql`select from handover_by_code() b join handover h using (stek_id, handover_id)
    where h.stek_id = ${stekId} and (h.service_id, h.location_id, h.theme, h.on_date, h.at_time, h.companion, h.language, h.shows_service)
      is not distinct from (${made.serviceId}::uuid, ${made.locationId}::uuid, ${made.theme}::text, ${made.onDate}::date, ${made.atTime}::time,
        ${made.companion}::text, ${made.language}::text, ${made.showsService}::boolean)`.execute(tx)
  return rows.length > 0
}

/** In which stek a code is known, which handover it opens, and on which side; the code comes along as its hash. */
export async function openedBy(tx: Tx, hash: Buffer): Promise<{ stekId: string; handoverId: string; side: Side } | undefined> {
  await bringCode(tx, hash)
  const { rows } = await sql<{ stekId: string; handoverId: string; side: Side }>`
    select stek_id as "stekId", handover_id as "handoverId", side from handover_by_code()`.execute(tx)
  return rows[0]
}

const handovers = (tx: Tx, stekId: string, now: Temporal.Instant, today: string) =>
  tx
    .withTables<HandoverTables>()
    .selectFrom('handover')
    .leftJoin('service', (join) =>
      join.onRef('service.stek_id', '=', 'handover.stek_id').onRef('service.service_id', '=', 'handover.service_id'),
    )
    .leftJoin('organisation', (join) =>
      join.onRef('organisation.stek_id', '=', 'service.stek_id').onRef('organisation.organisation_id', '=', 'service.organisation_id'),
    )
    .leftJoin('service_location as place', (join) =>
      join.onRef('place.stek_id', '=', 'handover.stek_id').onRef('place.location_id', '=', 'handover.location_id'),
    )
    .leftJoin('service as other', (join) =>
      join.onRef('other.stek_id', '=', 'handover.stek_id').onRef('other.service_id', '=', 'handover.passed_to_id'),
    )
    .leftJoin('handover_message as message', (join) =>
      join.onRef('message.stek_id', '=', 'handover.stek_id').onRef('message.handover_id', '=', 'handover.handover_id'),
    )
    .select([
      'handover.handover_id as handoverId',
      'handover.service_id as serviceId',
      'service.name',
      'service.ask_for as askFor',
      'service.bring',
      'service.translations',
      sql<string>`coalesce(service.phone, organisation.phone, '')`.as('phone'),
      sql<boolean>`coalesce(service.ended_on <= ${today}, false)`.as('stopped'),
      'organisation.name as organisation',
      'place.name as placeName',
      'place.street',
      'place.town',
      'place.translations as placeTranslations',
      'theme',
      'on_date as onDate',
      'at_time as atTime',
      'companion',
      'handover.language',
      'shows_service as showsService',
      'created_at as createdAt',
      'ends_at as endsAt',
      'outcome',
      'barrier',
      'other.name as passedTo',
      'answered_at as answeredAt',
      'kept_at as keptAt',
      'took_message_at as tookMessageAt',
      'message.readable',
      'message.until_at as untilAt',
      'message.read_at as readAt',
    ])
    .where('handover.stek_id', '=', stekId)
    .where('ends_at', '>', sql<Temporal.Instant>`${now.toString()}::timestamptz`)

type Row = Awaited<ReturnType<ReturnType<typeof handovers>['execute']>>[number]

/** A row with what is printed in the language of the page, where somebody translated it; the rest is marked as Dutch. */
function asHandover(row: Row, language: Language): Handover {
  const service = { name: row.name ?? '', askFor: row.askFor ?? '', bring: row.bring ?? '', translations: row.translations ?? {} }
  const place = { name: row.placeName ?? '', translations: row.placeTranslations ?? {} }
  return {
    handoverId: row.handoverId,
    service:
      row.serviceId === null
        ? null
        : {
            ...translated(service, language, 'name', ['name', 'askFor', 'bring']),
            serviceId: row.serviceId,
            organisation: asDutch(language, row.organisation ?? ''),
            phone: row.phone,
            stopped: row.stopped,
          },
    place:
      row.placeName === null
        ? null
        : {
            name: translated(place, language, 'name', ['name']).name,
            street: asDutch(language, row.street ?? ''),
            town: asDutch(language, row.town ?? ''),
          },
    theme: row.theme,
    onDate: row.onDate,
    atTime: row.atTime?.slice(0, 5) ?? null,
    companion: row.companion,
    language: isLanguage(row.language) ? row.language : 'nl',
    showsService: row.showsService,
    createdAt: row.createdAt,
    endsAt: row.endsAt,
    outcome: row.outcome,
    barrier: row.barrier,
    passedTo: asDutch(language, row.passedTo ?? '') || null,
    answeredAt: row.answeredAt,
    keptAt: row.keptAt,
    tookMessageAt: row.tookMessageAt,
    message: row.readable && row.untilAt ? { readable: row.readable, untilAt: row.untilAt, readAt: row.readAt } : null,
  }
}

/** When it is: the moment, and the day it is there. */
export type When = { now: Temporal.Instant; today: string }

/** The handovers of a stek that go on, newest first; only for who works there. */
export async function openHandovers(tx: Tx, stekId: string, { now, today }: When): Promise<Handover[]> {
  const rows = await handovers(tx, stekId, now, today).orderBy('created_at', 'desc').orderBy('handover.handover_id').limit(200).execute()
  return rows.map((row) => asHandover(row, 'nl'))
}

/** How many handovers that go on got their last answer, without those of which was kept why they bounced; they end within a week by themselves. */
export async function answeredHandovers(tx: Tx, stekId: string, now: Temporal.Instant): Promise<number> {
  const { count } = await tx
    .withTables<HandoverTables>()
    .selectFrom('handover')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('stek_id', '=', stekId)
    .where('ends_at', '>', sql<Temporal.Instant>`${now.toString()}::timestamptz`)
    .where('outcome', '<>', 'not-yet')
    .where('kept_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** One handover that goes on, in a language, or undefined; only for who works there or brought its code. */
export async function handoverOf(
  tx: Tx,
  stekId: string,
  id: string,
  language: Language,
  { now, today }: When,
): Promise<Handover | undefined> {
  const row = await handovers(tx, stekId, now, today).where('handover.handover_id', '=', id).executeTakeFirst()
  return row && asHandover(row, language)
}

/** Keeps the answer of the service whose code was brought; false when it was too late to change it. */
export async function keepAnswer(
  tx: Tx,
  { outcome, barrier, passedToId }: { outcome: string; barrier: string | null; passedToId: string | null },
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql<{
    kept: boolean
  }>`select answer_handover(${outcome}, ${barrier}, ${passedToId}, ${now.toString()}) as kept`.execute(tx)
  return rows[0]?.kept ?? false
}

/** Takes a handover away, or only its message; gives the id of the key that has to be destroyed, null when there is none. */
export async function takeAway(tx: Tx, handoverId: string, what: 'message' | 'all', now: Temporal.Instant): Promise<string | null> {
  const { rows } = await (what === 'message'
    ? sql<{ key: string | null }>`select withdraw_handover_message(${handoverId}) as key`
    : sql<{ key: string | null }>`select withdraw_handover(${handoverId}, ${now.toString()}) as key`
  ).execute(tx)
  return rows[0]?.key ?? null
}

/** Keeps what bounced as theme, barrier and service, once; false when it already was, or did not bounce. */
export async function keepBounce(tx: Tx, handoverId: string, now: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`select keep_bounce(${handoverId}, ${now.toString()}) as kept`.execute(tx)
  return rows[0]?.kept ?? false
}
