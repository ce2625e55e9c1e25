import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type pg from 'pg'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { claimsOf, clashes } from '../moments/claims.ts'
import type { Slot } from '../moments/moment.ts'
import { momentsBetween } from '../moments/moments.ts'
import { demoFolder } from './files.ts'
import { demoRoles, loadDemoWorld } from './load.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00+01:00')
const zone = 'Europe/Brussels'
let database: FreshDatabase
let owner: pg.Client

before(async () => {
  database = await freshDatabase()
  owner = await database.ownerClient()
})
after(async () => {
  await owner.end()
  await database.drop()
})

const count = async (table: string): Promise<number> =>
  (await owner.query<{ n: number }>(`select count(*) as n from ${table}`)).rows[0]?.n ?? -1

const slotsOf = async (stek: string): Promise<(Slot & { slug: string })[]> =>
  (
    await owner.query<Slot & { slug: string }>(
      `select o.slug, slot_id "slotId", offer_id "offerId", o.site_id "siteId", room_id "roomId", pattern, weekday, every_weeks "everyWeeks", nth,
         starts_on "startsOn", ends_on "endsOn", start_time "startTime", end_time "endTime", needs_room_alone "needsRoomAlone",
         pauses_in_school_holidays "pausesInSchoolHolidays", pauses_on_public_holidays "pausesOnPublicHolidays"
       from slot join offer o using (stek_id, offer_id) join stek s using (stek_id) where s.slug = $1`,
      [stek],
    )
  ).rows

test('a wrong demo world leaves the house empty, also when only the database sees the mistake', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stek-demo-'))
  cpSync(demoFolder, folder, { recursive: true })
  const file = join(folder, 'kalmthout/offers.yaml')
  const cooking = readFileSync(file, 'utf8').replace(/(samen-koken-samen-eten[\s\S]*?functions: )\[meet\]/, '$1[meet, learn]')
  writeFileSync(file, cooking)
  await assert.rejects(loadDemoWorld(owner, now, folder), /learning_is_free/)
  rmSync(folder, { recursive: true })
  for (const table of ['network', 'stek', 'person', 'offer']) assert.equal(await count(table), 0, table)
})

test('two programs that load at once give one demo world, and the other hears why not', async () => {
  const other = await database.ownerClient()
  const [one, two] = await Promise.allSettled([loadDemoWorld(owner, now), loadDemoWorld(other, now)])
  await other.end()
  const refused = [one, two].filter((result) => result.status === 'rejected')
  assert.equal(refused.length, 1)
  assert.match(String(refused[0]?.reason), /there is a STEK in this database already/)
  assert.equal(await count('stek'), 2)
})

test('the whole world is in: two steks in one network, with partners, weeks, key moments and figures', async () => {
  const expected = { network: 1, stek: 2, site: 2, partner: 25, offer: 19, key_moment: 39, context_figure: 4, person: 5 }
  for (const [table, rows] of Object.entries(expected)) assert.equal(await count(table), rows, table)
  const { rows } = await owner.query('select slug, name, nis_code, municipality from stek order by slug')
  assert.deepEqual(rows, [
    { slug: 'kalmthout', name: 'de STEK Kalmthout', nis_code: '11022', municipality: 'Kalmthout' },
    { slug: 'wuustwezel', name: 'de STEK Wuustwezel', nis_code: '11053', municipality: 'Wuustwezel' },
  ])
  const installation = await owner.query<{ at: Temporal.Instant }>('select demo_world_loaded_at as at from installation')
  assert.equal(installation.rows[0]?.at.toString(), now.toString())
})

test('the words stand in Dutch in the row and in four languages beside it', async () => {
  const { rows } = await owner.query(
    `select title, translations -> 'en' ->> 'title' as en, translations -> 'fr' ->> 'who_you_meet' as fr, translations -> 'ar' ->> 'summary' as ar,
       translations -> 'uk' ->> 'description' <> '' as uk from offer where slug = 'koffie-en-formulieren'`,
  )
  const row = {
    title: 'Koffie en Formulieren',
    en: 'Coffee and forms',
    fr: 'une personne du CAW',
    ar: 'أحضر رسالتك أو فاتورتك أو استمارتك. ننظر فيها معا مع فنجان قهوة.',
    uk: true,
  }
  assert.deepEqual(rows, [row, row])
  for (const table of ['stek', 'site', 'partner', 'offer']) {
    const missing = await owner.query(`select from ${table} where not translations ?& array['en', 'fr', 'ar', 'uk'] or translations ? 'nl'`)
    assert.equal(missing.rowCount, 0, table)
  }
})

test('every demo role is a person with that role; the partner worker works for the CAW in both steks', async () => {
  const { rows } = await owner.query<{ email: string; kind: string; steks: string[]; partners: string[] }>(
    `select person.email, kind, array_agg(s.slug order by s.slug) as steks, array_remove(array_agg(p.slug), null) as partners
     from person join role r using (person_id) join stek s using (stek_id) left join partner p using (stek_id, partner_id) group by person_id, kind`,
  )
  const both = ['kalmthout', 'wuustwezel']
  const roleOf = (role: (typeof demoRoles)[number]['role']) => {
    const email = demoRoles.find((one) => one.role === role)?.email
    const { kind, steks, partners } = rows.find((row) => row.email === email) ?? {}
    return [kind, steks, partners]
  }
  assert.equal(rows.length, demoRoles.length)
  assert.deepEqual(roleOf('opbouwwerker'), ['community-worker', both, []])
  assert.deepEqual(roleOf('coordinator'), ['coordinator', both, []])
  assert.deepEqual(roleOf('partner'), ['partner-worker', both, ['caw-antwerpen', 'caw-antwerpen']])
  assert.deepEqual(roleOf('vrijwilliger'), ['volunteer', ['kalmthout'], []])
  assert.deepEqual(roleOf('financier'), ['funder', both, []])
})

test('most offers were confirmed not long ago, some are due, none in the future', async () => {
  const { rows } = await owner.query<{ due: boolean; early: boolean; by: string }>(
    `select confirmed_at + confirm_every_days * interval '1 day' < $1 as due, confirmed_at > $1 as early, p.email as by
     from offer join person p on p.person_id = confirmed_by`,
    [now.toString()],
  )
  assert.equal(rows.length, 19)
  assert.deepEqual([rows.filter(({ due }) => due).length, rows.filter(({ early }) => early).length], [4, 0])
  assert.deepEqual(new Set(rows.map(({ by }) => by)), new Set(['opbouwwerker@example.org']))
})

test('the programme is alive: something happens in both steks in each of the coming 52 weeks', async () => {
  for (const stek of ['kalmthout', 'wuustwezel']) {
    const slots = await slotsOf(stek)
    for (let week = 0; week < 52; week++) {
      const monday = Temporal.PlainDate.from('2026-11-23').add({ weeks: week })
      const moments = momentsBetween(slots, [], [], monday.toString(), monday.add({ days: 6 }).toString(), zone)
      assert.ok(moments.length > 0, `${stek}, week of ${monday}`)
    }
  }
})

test('no room is promised twice, and Koffie en Formulieren of Wuustwezel fits on Thursday afternoon in the same room', async () => {
  const claims = (slot: Slot) => claimsOf(slot, [], [], '2026-11-23', '2027-11-22', zone)
  for (const stek of ['kalmthout', 'wuustwezel']) {
    const all = (await slotsOf(stek)).flatMap(claims)
    assert.deepEqual(clashes(all, all), [], stek)
  }
  const slots = await slotsOf('wuustwezel')
  const [forms] = slots.filter(({ slug }) => slug === 'koffie-en-formulieren')
  assert.equal(forms?.weekday, 1)
  const others = slots.filter(({ slug }) => slug !== 'koffie-en-formulieren').flatMap(claims)
  assert.deepEqual(forms && clashes(claims({ ...forms, weekday: 4 }), others), [])
})

test('a house that has a stek does not take the demo world, and stays as it was', async () => {
  await owner.query(`update offer set title = 'Soep' where slug = 'fietsbieb'`)
  await assert.rejects(loadDemoWorld(owner, now.add({ hours: 24 })), /there is a STEK in this database already/)
  assert.deepEqual([await count('stek'), await count('offer')], [2, 19])
  assert.equal((await owner.query(`select from offer where title = 'Soep'`)).rowCount, 1)
})
