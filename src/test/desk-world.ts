import type { Hono } from 'hono'
import { openApp } from '../app.tsx'
import type { RoleKind } from '../place/person/rules.ts'
import type { Env } from '../platform/http/house.ts'
import type { Log } from '../platform/log/log.ts'
import { type TestHouse, testHouse } from './house.ts'
import { addPerson, signedInVisit, type Visit } from './work.ts'

/** Wuustwezel in small: two sites, three rooms, two partners, five people, and an offer on Monday; served whole from a real database. */
export type DeskWorld = {
  test: TestHouse
  app: Hono<Env>
  stekId: string
  /** The ids of sites, rooms and partners, by their short names. */
  ids: Record<'kattegat' | 'kerk' | 'zaal' | 'keuken' | 'kerkzaal' | 'caw' | 'saamo', string>
  /** Koffie en Formulieren of the CAW: every Monday from 13 to 16 in the zaal, which it shares. */
  koffie: { offerId: string; slotId: string }
  people: Record<RoleKind, string>
  visits: Record<RoleKind, Visit>
  /** Adds an offer of SAAMO with a weekly slot, as the owner. */
  weekly(given: {
    title: string
    weekday: number
    room?: string | null
    from?: string
    until?: string
    alone?: boolean
    startsOn?: string
    partner?: 'caw' | 'saamo'
  }): Promise<{ offerId: string; slotId: string }>
  rows<Row>(statement: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

/** Opens the world on Tuesday 24 November 2026, 9 in the morning, unless `now` says otherwise. */
export async function deskWorld(options: { now?: string; log?: Log } = {}): Promise<DeskWorld> {
  const test = await testHouse(options)
  const { house, owner } = test
  const newId = house.newId
  const [networkId, stekId] = [newId(), newId()]
  const ids = { kattegat: newId(), kerk: newId(), zaal: newId(), keuken: newId(), kerkzaal: newId(), caw: newId(), saamo: newId() }
  await owner.query(`insert into network (network_id, slug, name) values ($1, 'noorderkempen', 'Noorderkempen')`, [networkId])
  await owner.query(
    `insert into stek (stek_id, network_id, slug, name, municipality) values ($1, $2, 'wuustwezel', 'de STEK Wuustwezel', 'Wuustwezel')`,
    [stekId, networkId],
  )
  await owner.query(
    `insert into site (stek_id, site_id, slug, name) values ($1, $2, 'kattegat', '’t Kattegat'), ($1, $3, 'kerk', 'Oude Kerk')`,
    [stekId, ids.kattegat, ids.kerk],
  )
  await owner.query(
    `insert into room (stek_id, room_id, site_id, name) values ($1, $2, $5, 'Zaal'), ($1, $3, $5, 'Keuken'), ($1, $4, $6, 'Kerkzaal')`,
    [stekId, ids.zaal, ids.keuken, ids.kerkzaal, ids.kattegat, ids.kerk],
  )
  await owner.query(`insert into partner (stek_id, partner_id, slug, name) values ($1, $2, 'caw', 'CAW'), ($1, $3, 'saamo', 'SAAMO')`, [
    stekId,
    ids.caw,
    ids.saamo,
  ])
  const weekly: DeskWorld['weekly'] = async (given) => {
    const [offerId, slotId] = [newId(), newId()]
    await owner.query(
      `insert into offer (stek_id, offer_id, partner_id, site_id, slug, title, functions, pictogram, confirmed_at)
       values ($1, $2, $3, $4, $5, $6, '{refer}', 'file-text', '2026-11-20T10:00:00Z')`,
      [stekId, offerId, ids[given.partner ?? 'saamo'], ids.kattegat, given.title.toLowerCase().replace(/\W+/g, '-'), given.title],
    )
    await owner.query(
      `insert into slot (stek_id, slot_id, offer_id, pattern, weekday, every_weeks, starts_on, start_time, end_time, room_id, needs_room_alone)
       values ($1, $2, $3, 'weekly', $4, 1, $5, $6, $7, $8, $9)`,
      [
        stekId,
        slotId,
        offerId,
        given.weekday,
        given.startsOn ?? '2026-09-07',
        given.from ?? '13:00',
        given.until ?? '16:00',
        given.room === undefined ? ids.zaal : given.room,
        given.alone ?? false,
      ],
    )
    test.versions.forget(stekId)
    return { offerId, slotId }
  }
  const koffie = await weekly({ title: 'Koffie en Formulieren', weekday: 1, partner: 'caw' })

  const app = openApp(house)
  const people = {} as DeskWorld['people']
  const visits = {} as DeskWorld['visits']
  for (const [kind, name] of Object.entries({
    'community-worker': 'Noor',
    coordinator: 'Kobe',
    'partner-worker': 'Mila',
    volunteer: 'Jef',
    funder: 'Lea',
  } satisfies Record<RoleKind, string>) as [RoleKind, string][]) {
    people[kind] = await addPerson(owner, newId, {
      name,
      email: `${kind}@stek.example`,
      stekId,
      kind,
      ...(kind === 'partner-worker' ? { partnerId: ids.caw } : {}),
    })
    visits[kind] = await signedInVisit(app, house, people[kind])
  }
  return {
    test,
    app,
    stekId,
    ids,
    koffie,
    people,
    visits,
    weekly,
    rows: async <Row>(statement: string, values: unknown[] = []) => (await owner.query(statement, values)).rows as Row[],
    close: () => test.close(),
  }
}

type Fields = Record<string, string | string[]>

const entities: Record<string, string> = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#39;': "'" }
const plain = (html: string) => html.replace(/&(?:quot|amp|lt|gt|#39);/g, (entity) => entities[entity] ?? entity)
const attribute = (tag: string, name: string) => plain(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

function put(fields: Fields, name: string, value: string): void {
  const there = fields[name]
  fields[name] = there === undefined ? value : [...[there].flat(), value]
}

/** What a browser without script would send with the last form in main of a page: fields, choices, hidden values. */
export function formIn(html: string): Fields {
  const main = html.slice(html.indexOf('<main'))
  const form = [...main.matchAll(/<form method="post"[\s\S]*?<\/form>/g)].at(-1)?.[0] ?? ''
  const fields: Fields = {}
  for (const [tag] of form.matchAll(/<input (?:[^>"]|"[^"]*")*>/g)) {
    const type = attribute(tag, 'type')
    if ((type !== 'checkbox' && type !== 'radio') || /\bchecked\b/.test(tag)) put(fields, attribute(tag, 'name'), attribute(tag, 'value'))
  }
  for (const [, tag = '', inside = ''] of form.matchAll(/<select ((?:[^>"]|"[^"]*")*)>([\s\S]*?)<\/select>/g)) {
    const options = [...inside.matchAll(/<option [^>]*>/g)].map(([option]) => option)
    const chosen = options.find((option) => /\bselected\b/.test(option)) ?? options[0] ?? ''
    put(fields, attribute(tag, 'name'), attribute(chosen, 'value'))
  }
  for (const [, tag = '', inside = ''] of form.matchAll(/<textarea ((?:[^>"]|"[^"]*")*)>([\s\S]*?)<\/textarea>/g))
    put(fields, attribute(tag, 'name'), plain(inside))
  return fields
}

/** The words of main of a page, without tags, one space between them. */
export const wordsOn = (html: string): string =>
  plain(html.slice(html.indexOf('<main'), html.indexOf('</main>')).replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')

/** Fills in a form, looks and saves, as a worker does; gives each answer. `look` is the preview or the refusal. */
export async function threeSteps(
  visit: Visit,
  path: string,
  typed: Fields,
): Promise<{ look: Response; looked: string; saved: Response | undefined }> {
  const blank = formIn(await (await visit.get(path)).text())
  const look = await visit.post(path, { ...blank, ...typed, step: 'look' })
  const looked = await look.text()
  const saved = look.status === 200 ? await visit.post(path, { ...formIn(looked), step: 'save' }) : undefined
  return { look, looked, saved }
}
