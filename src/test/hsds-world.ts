import { type GuideWorld, guideWorld } from './guide-world.ts'

/** An object of JSON as it was read. */
export type Json = Record<string, unknown>

/** A guide with a service of which everything is told, one of which nothing is, and one that ended. */
export type HsdsWorld = GuideWorld & { added: { full: string; empty: string; ended: string }; read(path: string): Promise<Json> }

/** The world of who reads the guide with another program. */
export async function hsdsWorld(): Promise<HsdsWorld> {
  const world = await guideWorld()
  const full = await world.addService({
    name: 'Alles <b>erop</b>',
    of: 'caw',
    phone: '03 123 45 67',
    email: 'balie@caw.example',
    website: 'https://caw.example/a',
    what: 'Van alles',
    checkedOn: '2026-11-01',
  })
  const ids = { full, empty: await world.addService({ name: 'Niets' }), ended: await world.addService({ name: 'Gedaan' }) }
  const { owner, house } = world.test
  const [place, other] = [house.newId(), house.newId()]
  await owner.query(
    `update service set for_whom = 'Iedereen', conditions = 'Geen', cost = 'Eerste keer gratis', is_free = true, bring = 'Kids-ID', how_to_reach = 'Bel', ask_for = 'De balie',
      themes = '{welfare-health,mobility}', level = 'local', languages = '{nl,fr,ar}', ways = '{walk-in}', also_called = 'geheim woord' where service_id = $1`,
    [full],
  )
  await owner.query(
    `update organisation set kbo_number = '0123456749', website = 'https://caw.example', phone = '03 1', what = 'Welzijn', part_of_id = $2 where organisation_id = $1`,
    [world.organisations.caw, world.organisations.welzijn],
  )
  await owner.query(
    `insert into service_location (stek_id, location_id, name, street, postcode, town, latitude, longitude, bus, directions, step_free) values
      ($1, $2, 'Sociaal huis', 'Dorp 1', '2990', 'Wuustwezel', 51.39, 4.59, 'Lijn 600', 'Achterdeur', 'yes'), ($1, $3, 'Bus', '', null, '', null, null, '', '', 'unknown')`,
    [world.stekId, place, other],
  )
  await owner.query('insert into service_at_location select $1, $2, unnest($3::uuid[])', [world.stekId, full, [place, other]])
  await owner.query(
    `insert into service_hours (stek_id, hours_id, service_id, location_id, weekday, opens, closes, by_appointment, from_date, until_date, note) values
      ($1, $3, $2, null, 1, '09:00', '12:00', false, null, null, ''), ($1, $4, $2, $5, 7, '13:30', '16:00', true, '2026-07-01', '2026-08-31', 'zomer')`,
    [world.stekId, full, house.newId(), house.newId(), place],
  )
  await owner.query(
    `insert into service_notice (stek_id, notice_id, service_id, kind, from_date, until_date, message) values ($1, $3, $2, 'closure', '2026-11-20', '2026-11-30', 'Verbouwing'), ($1, $4, $2, 'message', '2026-12-20', '2026-12-30', 'Later')`,
    [world.stekId, full, house.newId(), house.newId()],
  )
  await owner.query(`update service set ended_on = '2026-11-01' where service_id = $1`, [ids.ended])
  return { ...world, added: ids, read: async (path) => (await world.app.request(path)).json() as Promise<Json> }
}
