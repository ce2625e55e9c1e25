import type { Context } from 'hono'
import { atWork, type Work } from '../../../../place/person/at-work.ts'
import { notFoundAtWork } from '../../../../place/person/pages.tsx'
import { leads } from '../../../../place/person/rules.ts'
import { isId } from '../../../../platform/clock/identifiers.ts'
import type { Tx } from '../../../../platform/database/door.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import { ownPartner } from '../../../../programme/desk/read.ts'
import { type OrganisationRow, organisationRow, type WholeService, wholeService } from './queries.ts'

/** The partner of who works for none. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Somebody at the desk of the guide; `partnerId` is set for who keeps only the entries of the own organisation. */
export type GuideWork = Work & { leads: boolean; partnerId: string | undefined; inStek<T>(work: (tx: Tx) => Promise<T>): Promise<T> }

/** Who is at the desk of the guide, or the page that says why not. @source REFER-3 */
export async function guideAtWork(c: Context<Env>, house: House): Promise<GuideWork | Response> {
  const work = await atWork(c, house, 'guide.change')
  if (work instanceof Response) return work
  const leader = leads(work.signedIn, work.stek.stekId)
  return {
    ...work,
    leads: leader,
    partnerId: leader ? undefined : (ownPartner(work) ?? NOBODY),
    inStek: (doing) => house.database.inStek(work.actor, work.stek.stekId, doing),
  }
}

/** Who leads the stek at the desk of the guide; for others what only leaders see is not found. */
export async function leaderAtGuide(c: Context<Env>, house: House): Promise<GuideWork | Response> {
  const work = await guideAtWork(c, house)
  return work instanceof Response || work.leads ? work : notFoundAtWork(c, house)
}

const mayKeep = (work: GuideWork, organisation: Pick<OrganisationRow, 'partner_id'>): boolean =>
  work.leads || (organisation.partner_id !== null && organisation.partner_id === work.partnerId)

/** The service that the address names, for who may change it; one of another stek or organisation is not found. */
export async function serviceAtWork(c: Context<Env>, house: House): Promise<{ work: GuideWork; service: WholeService } | Response> {
  const work = await guideAtWork(c, house)
  if (work instanceof Response) return work
  const id = c.req.param('id') ?? ''
  const service = isId(id) ? await work.inStek((tx) => wholeService(tx, work.stek.stekId, id)) : undefined
  return service && mayKeep(work, service.organisation) ? { work, service } : notFoundAtWork(c, house)
}

/** The organisation that the address names, for who may change it. */
export async function organisationAtWork(
  c: Context<Env>,
  house: House,
): Promise<{ work: GuideWork; organisation: OrganisationRow } | Response> {
  const work = await guideAtWork(c, house)
  if (work instanceof Response) return work
  const id = c.req.param('id') ?? ''
  const organisation = isId(id) ? await work.inStek((tx) => organisationRow(tx, work.stek.stekId, id)) : undefined
  return organisation && mayKeep(work, organisation) ? { work, organisation } : notFoundAtWork(c, house)
}
