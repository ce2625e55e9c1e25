import { randomBytes } from 'node:crypto'
import type { NewId } from '../../../platform/clock/identifiers.ts'
import { OPEN_IN_DAYS } from '../freshness/rules.ts'
import { endOf } from '../handover/make/rules.ts'
import { toldOutcomes } from '../rights/told/rules.ts'
import type { ReferDemo } from './shape.ts'

type Row = Record<string, unknown>
/** A stek of the demo world with the ids of its services by slug. */
export type DemoStek = { stekId: string; services: Readonly<Record<string, string>> }

/** A hash of nothing: nobody holds the code or the link it would belong to. */
const nobodysHash = () => `\\x${randomBytes(32).toString('hex')}`

/** The rows that make finding help alive in one stek, table by table, each table in rows of the same columns. */
export function referRows(demo: ReferDemo, { stekId, services }: DemoStek, newId: NewId, now: Temporal.Instant, zone: string) {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const day = (from: number) => today.add({ days: from }).toString()
  const ago = (days: number) => now.subtract({ hours: days * 24 })
  const here = <One extends { service: string }>(all: readonly One[], row: (one: One, serviceId: string) => Row | Row[]): Row[] =>
    all.flatMap((one) => {
      const serviceId = services[one.service]
      return serviceId ? [row(one, serviceId)].flat().map((made) => ({ stek_id: stekId, ...made })) : []
    })
  const notices = here(demo.notices, ({ kind, from, until, message }, service_id) => ({
    ...{ notice_id: newId(), service_id, kind, from_date: day(from), until_date: day(until), message },
  }))
  const questions = here(demo.questions, ({ days, answer, proposal }, service_id) => {
    const answered_at = answer ? ago(Math.max(0, days - 2)).toString() : null
    const asked = { request_id: newId(), service_id, way: 'mail', asked_on: day(-days), token_hash: nobodysHash() }
    const settled_at = answer === 'same' ? answered_at : null
    return { ...asked, expires_on: day(OPEN_IN_DAYS - 1 - days), answered_at, answer: answer ?? null, proposal, settled_at }
  })
  const slips = here(
    demo.slips,
    ({ theme, made, on, at = null, companion, language, outcome = null, barrier = null, to, answered = 0 }, service_id) => ({
      ...{ handover_id: newId(), service_id, theme, on_date: on === undefined ? null : day(on), at_time: at, companion, language },
      ...{ own_code_hash: nobodysHash(), service_code_hash: nobodysHash(), shows_service: false },
      ...{ created_at: ago(made).toString(), ends_at: endOf(ago(made)).toString() },
      ...{ outcome, barrier, passed_to_id: (to && services[to]) ?? null, answered_at: outcome ? ago(answered).toString() : null },
    }),
  )
  const ended = here(demo.ended, (one, service_id) => {
    const month = today.with({ day: 1 }).subtract({ months: one.months }).toString()
    return (['arrived', 'passed-on', 'no-help', 'unknown'] as const).flatMap((outcome) =>
      Array.from({ length: one[outcome] }, () => ({
        ...{ outcome_id: newId(), month, theme: one.theme, service_id, outcome, barrier: outcome === 'no-help' ? one.barrier : null },
      })),
    )
  })
  const contacts = here(demo.contacts, ({ name, how, days }, service_id) => ({
    ...{ contact_id: newId(), service_id, first_name: name, how, agreed_on: day(-days), confirmed_on: day(-days) },
  }))
  return [
    { table: 'service_notice', rows: notices },
    { table: 'freshness_request', rows: questions },
    { table: 'handover', rows: slips },
    { table: 'handover_outcome', rows: ended },
    { table: 'service_contact', rows: contacts },
  ]
}

/** How asking for a right went, as the house keeps it: one row a month, per right in the whole house. */
export function toldRows({ told }: ReferDemo, now: Temporal.Instant, zone: string) {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const countsOf = (one: ReferDemo['told'][number]) =>
    Object.fromEntries(toldOutcomes.filter((outcome) => one[outcome] > 0).map((outcome) => [outcome, one[outcome]]))
  const rows = [...new Set(told.map(({ months }) => months))].map((months) => ({
    month: today.with({ day: 1 }).subtract({ months }).toString(),
    per_right: Object.fromEntries(told.filter((one) => one.months === months).map((one) => [one.right, countsOf(one)])),
  }))
  return { table: 'rights_told_month', rows }
}

/** A list of others that was just read, with the job that works out its difference, as the person who brought it. */
export function listRows({ list }: ReferDemo, stekId: string, personId: string, newId: NewId, now: Temporal.Instant) {
  const importId = newId()
  const when = now.toString()
  const whole = { stek_id: stekId, import_id: importId, person_id: personId, source: list.name, shape: 'columns', state: 'comparing' }
  const rows = list.rows.map((data, index) => ({
    ...{ stek_id: stekId, import_id: importId, kind: 'raw', position: index + 1, of_table: '', key: '', read_at: when },
    ...{ data, refused: [], noted: [] },
  }))
  return {
    tables: [
      {
        table: 'guide_import',
        rows: [
          { ...whole, headers: list.headers, mapping: list.mapping, rows_read: rows.length, rows_done: 0, failure: {}, started_at: when },
        ],
      },
      { table: 'guide_import_row', rows },
    ],
    payload: { stekId, importId, personId },
  }
}
