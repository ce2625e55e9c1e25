import type { RoleKind } from '../../place/person/rules.ts'
import { plusDays } from '../board/clock.ts'
import type { Moment } from '../moments/moment.ts'
import type { Offer } from '../offer/offer.ts'

/** How many days ahead a moment without a host is flagged, today included. @source MEET-2 */
export const FLAGGED_DAYS = 14

/** Responsible for a moment, or helping at it. */
export type Part = 'responsible' | 'helper'

/** Somebody who works here now. */
export type Colleague = { personId: string; name: string; email: string; kinds: readonly RoleKind[] }

/** An open question to take a moment over; `askedOf` null asks everybody. */
export type HostRequest = {
  requestId: string
  slotId: string
  onDate: string
  askedBy: string
  askedOf: string | null
}

/** Who hosts what, as it is stored: who always does, who does on one date (null: somebody who left), what is asked. */
export type Hosts = {
  colleagues: readonly Colleague[]
  standing: readonly { slotId: string; personId: string; part: Part }[]
  onDates: readonly { slotId: string; onDate: string; personId: string | null }[]
  requests: readonly HostRequest[]
}

/** Who is there at one moment; nobody responsible is `undefined`. */
export type MomentHosts = { responsible: Colleague | undefined; helpers: readonly Colleague[] }

/** Why somebody cannot do what was asked. */
export type HostRefusal = 'taken' | 'professionals' | 'over' | 'gone' | 'notYours'

const professionals: readonly RoleKind[] = ['community-worker', 'coordinator', 'partner-worker']
const hosts: readonly RoleKind[] = [...professionals, 'volunteer']

/**
 * Whether somebody may welcome at an offer: with a role here that is not only paying for it, and as a professional
 * to be responsible where volunteers do not help. The database upholds the same (migrations/0007).
 * @source MEET-2, REFER-1
 */
export const mayHost = ({ kinds }: Pick<Colleague, 'kinds'>, offer: Pick<Offer, 'professionalsOnly'>, part: Part): boolean =>
  kinds.some((kind) => (offer.professionalsOnly && part === 'responsible' ? professionals : hosts).includes(kind))

type Key = Pick<Moment, 'slotId' | 'plannedDate'>

/** The host of one date instead of the standing one, when there is one. */
export const onDateOf = ({ onDates }: Pick<Hosts, 'onDates'>, moment: Key) =>
  onDates.find(({ slotId, onDate }) => slotId === moment.slotId && onDate === moment.plannedDate)

/** Who is responsible at a moment and who helps. Somebody who left, or whose role no longer allows it, is no host. @source MEET-2 */
export function hostsAt(moment: Key, offer: Pick<Offer, 'professionalsOnly'>, all: Hosts): MomentHosts {
  const able = (personId: string | null | undefined, part: Part) =>
    all.colleagues.find((colleague) => colleague.personId === personId && mayHost(colleague, offer, part))
  const own = all.standing.filter(({ slotId }) => slotId === moment.slotId)
  const instead = onDateOf(all, moment)
  const responsible = able(instead ? instead.personId : own.find(({ part }) => part === 'responsible')?.personId, 'responsible')
  const helpers = own.flatMap(({ part, personId }) => (part === 'helper' ? (able(personId, 'helper') ?? []) : []))
  return { responsible, helpers: helpers.filter((helper) => helper !== responsible) }
}

/** The moments from today on, two weeks long, that go on and for which nobody is responsible; earliest first. @source MEET-2 */
export function momentsWithoutHost(
  moments: readonly Moment[],
  offerOf: (offerId: string) => Pick<Offer, 'professionalsOnly'>,
  all: Hosts,
  today: string,
  now: Temporal.Instant,
): Moment[] {
  const until = plusDays(today, FLAGGED_DAYS - 1)
  return moments.filter(
    (moment) =>
      !moment.cancellation &&
      moment.date >= today &&
      moment.date <= until &&
      Temporal.Instant.compare(moment.endsAt, now) > 0 &&
      !hostsAt(moment, offerOf(moment.offerId), all).responsible,
  )
}

/** The open question about a moment, as long as who asked is still responsible or nobody is. */
export const requestAbout = (moment: Key, at: MomentHosts, { requests }: Pick<Hosts, 'requests'>): HostRequest | undefined =>
  requests.find(
    ({ slotId, onDate, askedBy }) =>
      slotId === moment.slotId && onDate === moment.plannedDate && (!at.responsible || at.responsible.personId === askedBy),
  )

const stillComes = (moment: Pick<Moment, 'cancellation' | 'endsAt'>, now: Temporal.Instant): boolean =>
  !moment.cancellation && Temporal.Instant.compare(moment.endsAt, now) > 0

/** Why somebody cannot become responsible for a moment; undefined when it can be. `asked` is a question to that person. */
export function refusalOfTaking(
  me: Pick<Colleague, 'personId' | 'kinds'>,
  about: { moment: Pick<Moment, 'cancellation' | 'endsAt'>; offer: Pick<Offer, 'professionalsOnly'>; at: MomentHosts; asked?: boolean },
  now: Temporal.Instant,
): HostRefusal | undefined {
  if (!stillComes(about.moment, now)) return 'over'
  if (!mayHost(me, about.offer, 'responsible')) return 'professionals'
  const { responsible } = about.at
  return responsible && responsible.personId !== me.personId && !about.asked ? 'taken' : undefined
}

/** Why somebody cannot ask others to take a moment over: only who is responsible asks, or anybody while nobody is. */
export function refusalOfAsking(
  me: Pick<Colleague, 'personId'>,
  about: { moment: Pick<Moment, 'cancellation' | 'endsAt'>; at: MomentHosts },
  now: Temporal.Instant,
): HostRefusal | undefined {
  if (!stillComes(about.moment, now)) return 'over'
  const { responsible } = about.at
  return responsible && responsible.personId !== me.personId ? 'notYours' : undefined
}

/** Everybody who can be asked to be responsible at an offer, by name, without the one who asks. */
export const askable = (all: Hosts, offer: Pick<Offer, 'professionalsOnly'>, without: string): Colleague[] =>
  all.colleagues.filter((colleague) => colleague.personId !== without && mayHost(colleague, offer, 'responsible'))
