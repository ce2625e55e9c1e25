import type { DemoStek, DemoWorld } from './world.ts'

/** The things of the demo world that point at something that is not there, one sentence each, with the file to look in. */
export function disagreements(world: Pick<DemoWorld, 'people' | 'waysToReach' | 'steks'>): string[] {
  const steks = new Map(world.steks.map((stek) => [stek.slug, stek]))
  const ofPeople = world.people.flatMap(({ name, roles }) =>
    roles.flatMap((role) => {
      const stek = steks.get(role.stek)
      if (!stek) return [`data/demo/people.yaml, ${name}: there is no stek ${role.stek}`]
      if (role.kind !== 'partner-worker' || stek.partners.some(({ slug }) => slug === role.partner)) return []
      return [`data/demo/people.yaml, ${name}: ${role.stek} has no partner ${role.partner}`]
    }),
  )
  return [...ofPeople, ...world.steks.flatMap((stek) => [...ofPartners(stek, world.waysToReach), ...ofTheWeek(stek)])]
}

const twice = (names: readonly string[]): string[] => [...new Set(names.filter((name, place) => names.indexOf(name) !== place))]

function ofPartners(stek: DemoStek, ways: DemoWorld['waysToReach']): string[] {
  return [
    ...twice(stek.partners.map(({ slug }) => slug)).map((slug) => `data/demo/${stek.slug}/partners.yaml: ${slug} stands there twice`),
    ...stek.partners
      .filter(({ howToReach }) => !(howToReach in ways))
      .map(({ slug, howToReach }) => `data/demo/${stek.slug}/partners.yaml, ${slug}: there is no way to reach named ${howToReach}`),
  ]
}

function ofTheWeek({ slug, week, offers, partners, sites }: DemoStek): string[] {
  const file = `data/demo/${slug}/week.yaml`
  const site = sites.find((one) => one.slug === week.site)
  if (!site) return [`${file}: ${slug} has no site ${week.site}`]
  const known = new Map(offers.map((offer) => [offer.slug, offer]))
  const planned = week.offers.map(({ offer }) => offer)
  return [
    ...twice(offers.map((offer) => offer.slug)).map((name) => `${file}: two offers are named ${name}`),
    ...twice(planned).map((name) => `${file}: ${name} stands there twice`),
    ...offers.filter((offer) => !planned.includes(offer.slug)).map((offer) => `${file}: ${offer.slug} is offered but has no time`),
    ...week.offers.flatMap(({ offer: name, room }) => {
      const offer = known.get(name)
      if (!offer) return [`${file}: there is no offer ${name}`]
      return [
        ...(site.rooms.includes(room) ? [] : [`${file}, ${name}: ${site.name} has no room ${room}`]),
        ...(partners.some((partner) => partner.slug === offer.partner)
          ? []
          : [`${file}, ${name}: ${slug} has no partner ${offer.partner}`]),
      ]
    }),
  ]
}
