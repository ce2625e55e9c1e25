import { type DeskWorld, deskWorld } from './desk-world.ts'

/** Adds a service of an organisation, as the owner; gives the ids. */
export type GuideWorld = DeskWorld & {
  /** An organisation of the partner CAW, and one of nobody. */
  organisations: { caw: string; welzijn: string }
  addService(
    given: Partial<Record<'name' | 'phone' | 'email' | 'checkedOn' | 'website' | 'what', string>> & { of?: 'caw' | 'welzijn' },
  ): Promise<string>
}

/** The small world of the desk with two organisations in its guide. */
export async function guideWorld(options: { now?: string } = {}): Promise<GuideWorld> {
  const world = await deskWorld(options)
  const { owner, house } = world.test
  const organisations = { caw: house.newId(), welzijn: house.newId() }
  await owner.query(
    `insert into organisation (stek_id, organisation_id, slug, name, partner_id, email) values
       ($1, $2, 'caw', 'CAW De Kempen', $4, 'onthaal@caw.example'), ($1, $3, 'welzijn', 'Welzijnshuis', null, null)`,
    [world.stekId, organisations.caw, organisations.welzijn, world.ids.caw],
  )
  let number = 0
  const addService: GuideWorld['addService'] = async ({ of = 'welzijn', name, phone, email, checkedOn, website, what }) => {
    const id = house.newId()
    number += 1
    await owner.query(
      `insert into service (stek_id, service_id, organisation_id, slug, name, phone, email, checked_on, checked_by, website, what)
       values ($1, $2, $3, $4, $5, $6, $7, $8, case when $8::date is null then null else 'worker' end, $9, $10)`,
      [world.stekId, id, organisations[of], `dienst-${number}`, name ?? `Dienst ${number}`, phone, email, checkedOn, website, what ?? ''],
    )
    world.test.versions.forget(world.stekId)
    return id
  }
  return { ...world, organisations, addService }
}
