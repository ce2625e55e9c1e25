import type { Tx } from '../../../platform/database/door.ts'
import type { Asked } from './form.ts'
import { serviceIdsOfPartner, servicesById, sitePoints } from './queries.ts'
import { byBusNow, nearer, openState, type WallClock } from './rules.ts'
import { findServices } from './search/find.ts'
import type { Calm } from './search/synonyms.ts'
import type { Service, SitePoint } from './service.ts'

/** Services on one page of the list. */
const PER_PAGE = 10
/** How many of the best are looked at closely: whether they are open, near, to be reached. */
const CLOSELY = 30
/** The same when only what is open or can be reached now is asked. */
const CLOSELY_WHEN_NOW = 400

/** A page of what was found. */
export type FoundPage = {
  services: Service[]
  count: number
  pages: number
  calm: Calm | undefined
  understood: boolean
  sites: SitePoint[]
}

/** What the guide of a stek answers to what is asked, at this moment on the wall. */
export async function readFound(tx: Tx, stekId: string, asked: Asked, now: WallClock): Promise<FoundPage> {
  const sites = await sitePoints(tx, stekId)
  const marks = [...(asked.thema ? [`#t:${asked.thema}`] : []), ...(asked.taal && asked.taal !== 'nl' ? [`#l:${asked.taal}`] : [])]
  const answer = await findServices(tx, stekId, asked.q, marks)
  const own = asked.van ? new Set(await serviceIdsOfPartner(tx, stekId, asked.van)) : undefined
  const scored =
    own && !asked.q
      ? [...own].map((serviceId) => ({ serviceId, score: 1 }))
      : answer.scored.filter(({ serviceId }) => !own || own.has(serviceId))
  const onlyNow = asked.open !== undefined || asked.bus !== undefined
  const close = scored.slice(0, onlyNow ? CLOSELY_WHEN_NOW : CLOSELY)
  const scoreOf = new Map(close.map(({ serviceId, score }) => [serviceId, score]))
  const looked = (
    await servicesById(
      tx,
      stekId,
      close.map(({ serviceId }) => serviceId),
      now.date,
    )
  ).filter(
    (service) =>
      (service.endedOn === null || service.endedOn > now.date) &&
      (!asked.open || openState(service, now).kind === 'open') &&
      (!asked.bus || byBusNow(service.reach, now)),
  )
  const ranked = looked
    .map((service) => ({ service, score: (scoreOf.get(service.serviceId) ?? 0) * nearer(service, now) }))
    .toSorted((one, other) => other.score - one.score || (one.service.name < other.service.name ? -1 : 1))
    .map(({ service }) => service)
  const far = onlyNow ? [] : scored.slice(CLOSELY).map(({ serviceId }) => serviceId)
  const count = ranked.length + far.length
  const from = (asked.blad - 1) * PER_PAGE
  const shown = ranked.slice(from, from + PER_PAGE)
  const rest = far.slice(Math.max(0, from - ranked.length), Math.max(0, from + PER_PAGE - ranked.length))
  const services = shown.length < PER_PAGE && rest.length > 0 ? [...shown, ...(await servicesById(tx, stekId, rest, now.date))] : shown
  return {
    services,
    count,
    pages: Math.min(20, Math.max(1, Math.ceil(count / PER_PAGE))),
    calm: answer.calm,
    understood: answer.understood,
    sites,
  }
}
