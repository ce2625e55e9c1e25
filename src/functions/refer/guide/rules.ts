import { publicHoliday } from '../../../platform/calendar/holidays.ts'
import type { Hours, Notice, Place, Reach, Service, SitePoint } from './service.ts'

/** The moment on the wall: the day, its number (1 is Monday) and the time as '13:05'. */
export type WallClock = { date: string; weekday: number; time: string }

/** Whether a service is open now: until when, from when (`holiday` when today would be a day of it), closed for a while, or nobody knows. */
export type OpenState =
  | { kind: 'open'; until: string; byAppointment: boolean }
  | { kind: 'opens'; date: string; time: string; byAppointment: boolean; holiday?: true }
  | { kind: 'shut'; until: string; message: string }
  | { kind: 'unknown' }

/** How far ahead the next opening is looked for, in days. */
const AHEAD = 28

const plusDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()
const holds = (one: { fromDate: string | null; untilDate: string | null }, date: string): boolean =>
  (one.fromDate === null || one.fromDate <= date) && (one.untilDate === null || one.untilDate >= date)

type Opening = { opens: string; closes: string; byAppointment: boolean }

/** Hours of all seven days are those of somebody who is always there, on a holiday too: an emergency line, a hospital. */
const isAlwaysThere = (hours: readonly Hours[]): boolean => new Set(hours.map(({ weekday }) => weekday)).size === 7

/**
 * The hours of one day: a closure empties it, changed hours take its place, and on a public holiday the usual ones do not count.
 * A closure of one of several places takes away what is open there only.
 */
function openingsOn(hours: readonly Hours[], notices: readonly Notice[], date: string, weekday: number): Opening[] {
  const there = notices.filter((notice) => holds(notice, date))
  const shut = there.filter(({ kind }) => kind === 'closure').map(({ locationId }) => locationId)
  if (shut.includes(null)) return []
  const changed = there.flatMap(({ kind, opens, closes }) =>
    kind === 'hours' && opens && closes ? [{ opens, closes, byAppointment: false }] : [],
  )
  if (changed.length > 0) return changed
  if (publicHoliday(date) && !isAlwaysThere(hours)) return []
  return hours.filter((one) => one.weekday === weekday && holds(one, date) && !(one.locationId && shut.includes(one.locationId)))
}

/** Whether a service is open at this moment, and else when it opens. @source REFER-3 */
export function openState({ hours, notices }: Pick<Service, 'hours' | 'notices'>, now: WallClock): OpenState {
  const closure = notices.find((notice) => notice.kind === 'closure' && notice.locationId === null && holds(notice, now.date))
  if (closure) return { kind: 'shut', until: closure.untilDate, message: closure.message }
  const today = openingsOn(hours, notices, now.date, now.weekday)
  const open = today.find(({ opens, closes }) => opens <= now.time && now.time < closes)
  if (open) return { kind: 'open', until: open.closes, byAppointment: open.byAppointment }
  const rests = publicHoliday(now.date) && today.length === 0 && hours.some((one) => one.weekday === now.weekday && holds(one, now.date))
  for (let day = 0; day < AHEAD; day += 1) {
    const date = plusDays(now.date, day)
    const next = openingsOn(hours, notices, date, ((now.weekday - 1 + day) % 7) + 1)
      .filter(({ opens }) => day > 0 || opens > now.time)
      .toSorted((one, other) => (one.opens < other.opens ? -1 : 1))[0]
    if (next)
      return { kind: 'opens', date, time: next.opens, byAppointment: next.byAppointment, ...(rests ? { holiday: true as const } : {}) }
  }
  return { kind: 'unknown' }
}

/** Whether one can go there by bus now and get home again: the first bus has run and the last one back has not. On a public holiday buses run as on Sunday. */
export function byBusNow(reach: readonly Reach[], now: WallClock): boolean {
  const weekday = publicHoliday(now.date) ? 7 : now.weekday
  return reach.some(
    ({ byMeans, weekdays, firstThere, lastBack }) =>
      byMeans === 'bus' && weekdays.includes(weekday) && (firstThere ?? '00:00') <= now.time && now.time < (lastBack ?? '24:00'),
  )
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Kilometres as the crow flies between two points in degrees; the earth as a ball of 6371 km. */
export function kilometresBetween(one: { latitude: number; longitude: number }, other: { latitude: number; longitude: number }): number {
  const [up, along] = [radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)]
  const half = Math.sin(up / 2) ** 2 + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(along / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(half))
}

const hasPoint = <One extends { latitude: number | null; longitude: number | null }>(
  one: One,
): one is One & { latitude: number; longitude: number } => one.latitude !== null && one.longitude !== null

/** Where a service is seen from the stek: at one of its sites, or so many kilometres from the nearest one; undefined when nobody knows. */
export function nearness(
  places: readonly Place[],
  sites: readonly SitePoint[],
): { atSite: string } | { kilometres: number; from: string } | undefined {
  const here = sites.find(({ siteId }) => places.some((place) => place.siteId === siteId))
  if (here) return { atSite: here.name }
  const all = places
    .filter(hasPoint)
    .flatMap((place) => sites.filter(hasPoint).map((site) => ({ kilometres: kilometresBetween(place, site), from: site.name })))
  return all.toSorted((one, other) => one.kilometres - other.kilometres)[0]
}

/** A little more for what is near, open and local, a little less for what is closed: enough to choose between two that fit as well. */
export function nearer(service: Service, now: WallClock): number {
  const state = openState(service, now)
  const atSite = service.places.some(({ siteId }) => siteId !== null)
  return (
    1 +
    (state.kind === 'open' ? 0.02 : state.kind === 'shut' ? -0.05 : 0) +
    (atSite ? 0.03 : 0) +
    (service.reach.length > 0 ? 0.02 : 0) +
    (service.level === 'local' ? 0.01 : 0)
  )
}

/** Milliseconds since 1970 until which the open state of a service stays as it is: the next hour that opens or closes, or midnight. */
export function stateHoldsUntil({ hours, notices }: Pick<Service, 'hours' | 'notices'>, at: Temporal.ZonedDateTime): number {
  const midnight = at.add({ days: 1 }).startOfDay()
  const edges = [...hours, ...notices]
    .flatMap(({ opens, closes }) => [opens, closes])
    .flatMap((time) => (time ? [at.withPlainTime(time)] : []))
    .filter((edge) => Temporal.ZonedDateTime.compare(edge, at) > 0)
  return Math.min(midnight.epochMilliseconds, ...edges.map(({ epochMilliseconds }) => epochMilliseconds))
}

/** The moment on the wall in a zone. */
export const wallClock = (at: Temporal.ZonedDateTime): WallClock => ({
  date: at.toPlainDate().toString(),
  weekday: at.dayOfWeek,
  time: at.toPlainTime().toString({ smallestUnit: 'minute' }),
})
