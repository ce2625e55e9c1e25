import { handoverPaths } from '../functions/refer/handover/paths.ts'
import type { Log } from '../platform/log/log.ts'
import { type DeskWorld, deskWorld, formIn, wordsOn } from './desk-world.ts'
import { Visit } from './work.ts'

/** The desk world with a guide of two services: the social service of the municipality, and debt mediation of the CAW. */
export type HandoverWorld = DeskWorld & {
  services: Record<'social' | 'debts', string>
  locationId: string
  /** Makes a slip through the desk, as a community worker or somebody else; gives its codes, its id and the seal of its page. */
  slip(
    typed?: Record<string, string>,
    as?: Visit,
  ): Promise<{ own: string; service: string; seal: string; handoverId: string; page: string }>
  /** Types a code at /code, without an account; gives the visit, the page behind it and its address. */
  opens(code: string, language?: string): Promise<{ visit: Visit; html: string; address: string; status: number }>
  /** Lets a message go along: types, says yes to the numbered sentences (from 1), gives the consent. */
  message(seal: string, text: string, yes: readonly number[], more?: Record<string, string>): Promise<Response>
}

/** The codes on the page of a slip that was just made, the own one first. */
export const codesOn = (html: string): string[] => wordsOn(html).match(/[a-z]{4} [a-z]{4} [a-z]{4} [1-9][0-9]/g) ?? []

/** Opens the world on Tuesday 24 November 2026; `log` replaces the silent one. */
export async function handoverWorld(options: { log?: Log } = {}): Promise<HandoverWorld> {
  const world = await deskWorld(options)
  const { owner, house } = world.test
  const newId = house.newId
  const ids = { town: newId(), caw: newId(), social: newId(), debts: newId(), place: newId() }
  await owner.query(
    `insert into organisation (stek_id, organisation_id, slug, name, partner_id) values ($1, $2, 'gemeente', 'Gemeente', null), ($1, $3, 'caw', 'CAW', $4)`,
    [world.stekId, ids.town, ids.caw, world.ids.caw],
  )
  await owner.query(
    `insert into service (stek_id, service_id, organisation_id, slug, name, themes, phone, ask_for, bring, translations)
     values ($1, $2, $3, 'sociale-dienst', 'Sociale dienst', '{welfare-health,economy-work}', '03 000 00 00', 'het onthaal', 'Je identiteitskaart',
       '{"uk": {"name": "Соціальна служба", "bring": "Посвідчення особи"}}'),
      ($1, $4, $5, 'schuldhulp', 'Schuldhulp', '{economy-work}', null, '', '', '{}')`,
    [world.stekId, ids.social, ids.town, ids.debts, ids.caw],
  )
  await owner.query(
    `insert into service_location (stek_id, location_id, name, street, town) values ($1, $2, 'Sociaal Huis', 'Dorpsplein 1', 'Wuustwezel')`,
    [world.stekId, ids.place],
  )
  await owner.query('insert into service_at_location values ($1, $2, $3)', [world.stekId, ids.social, ids.place])

  const slip: HandoverWorld['slip'] = async (typed = {}, as = world.visits['community-worker']) => {
    const address = handoverPaths.make('wuustwezel', ids.social)
    const fields = { ...formIn(await (await as.get(address)).text()), theme: 'welfare-health', date: '3 december', time: '9u30', ...typed }
    const before = new Set((await world.rows<{ id: string }>('select handover_id as id from handover')).map(({ id }) => id))
    const sent = await as.post('/werk/overdracht?stek=wuustwezel', fields)
    if (sent.status !== 303) throw new Error(`no slip: ${sent.status} ${wordsOn(await sent.text())}`)
    const made = sent.headers.get('location') ?? ''
    const page = await (await as.get(made)).text()
    const [own = '', service = ''] = codesOn(page)
    const after = await world.rows<{ id: string }>('select handover_id as id from handover')
    const handoverId = after.find(({ id }) => !before.has(id))?.id ?? ''
    return { own, service, page, handoverId, seal: new URL(made, 'http://here').searchParams.get('k') ?? '' }
  }
  return {
    ...world,
    services: { social: ids.social, debts: ids.debts },
    locationId: ids.place,
    slip,
    async opens(code, language = '') {
      const visit = new Visit(world.app)
      const sent = await visit.post(`${language}/code`, { code })
      const address = sent.headers.get('location') ?? ''
      if (sent.status !== 303) return { visit, html: await sent.text(), address, status: sent.status }
      return { visit, html: await (await visit.get(address)).text(), address, status: 303 }
    },
    async message(seal, text, yes, more = {}) {
      const visit = world.visits['community-worker']
      const address = handoverPaths.message('wuustwezel', seal)
      const look = await visit.post(address, { ...formIn(await (await visit.get(address)).text()), text, step: 'look' })
      if (look.status !== 200) return look
      const answers = Object.fromEntries(yes.map((at) => [`zin${at}`, 'ja']))
      const shown = formIn(await look.text())
      return visit.post(address, { ...shown, ...answers, readable: 'once', given: 'spoken', agreed: 'yes', step: 'save', ...more })
    },
  }
}
