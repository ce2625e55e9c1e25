/** A rough place as the matching needs it: a neighbourhood or stop, with a point where somebody gave one. */
export type Point = { placeId: string; latitude: number | null; longitude: number | null }

/** How long it is by car between two places, as the coordinator said; holds in both directions. */
export type GivenMinutes = { fromPlaceId: string; toPlaceId: string; minutes: number }

/** Roads are longer than the straight line; an average for villages, rough on purpose. */
const ROAD_FACTOR = 1.3

/** Kilometres an hour on local roads, with stops. */
export const SPEED = 40

/** Minutes assumed between two places of which nothing is known. */
export const UNKNOWN_MINUTES = 15

const EARTH_IN_KM = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Kilometres in a straight line between two points of the earth (haversine). */
export function straightKilometres(one: { latitude: number; longitude: number }, other: { latitude: number; longitude: number }): number {
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2
  const chord =
    half(one.latitude, other.latitude) +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * half(one.longitude, other.longitude)
  return 2 * EARTH_IN_KM * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** Minutes by car from one place to another, by their ids; null stands for a place nobody knows. */
export type Minutes = (from: string | null, to: string | null) => number

/** Minutes between places: given ones first, else by the road from the points, else 15; 0 from a place to itself. */
export function minutesBetween(points: readonly Point[], given: readonly GivenMinutes[]): Minutes {
  const byId = new Map(points.map((point) => [point.placeId, point]))
  const said = new Map(
    given.flatMap(({ fromPlaceId, toPlaceId, minutes }) => [
      [`${fromPlaceId} ${toPlaceId}`, minutes] as const,
      [`${toPlaceId} ${fromPlaceId}`, minutes] as const,
    ]),
  )
  const located = (id: string) => {
    const { latitude = null, longitude = null } = byId.get(id) ?? {}
    return latitude === null || longitude === null ? undefined : { latitude, longitude }
  }
  return (from, to) => {
    if (from === null || to === null) return UNKNOWN_MINUTES
    if (from === to) return 0
    const known = said.get(`${from} ${to}`)
    if (known !== undefined) return known
    const [one, other] = [located(from), located(to)]
    return one && other ? (straightKilometres(one, other) * ROAD_FACTOR * 60) / SPEED : UNKNOWN_MINUTES
  }
}
