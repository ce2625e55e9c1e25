import { z } from 'zod'
import { lengthOf, type Refusal, refuseIf } from '../../../../programme/forms/refusal.ts'
import { line, whole } from '../../../../programme/forms/typed.ts'

/** What the form for a new place asks: a name, and where about. */
export const placeForm = z.object({ placeName: line, point: line, site: line })

/** What the form for the minutes between two places asks. */
export const minutesForm = z.object({ from: line, to: line, minutes: whole })

/** A point as people copy it from a map, "51.4312, 4.4671" or "51,43 4,46", rounded to about 100 metres; undefined when it is none in Belgium or near. */
export function typedPoint(typed: string): { latitude: number; longitude: number } | undefined {
  const [, north, east] = /^\(?(\d{2}[.,]\d{1,16})°?(?:\s*[,;]\s*|\s+)(\d{1,2}[.,]\d{1,16})°?\)?$/.exec(typed.trim()) ?? []
  if (!north || !east) return undefined
  const rounded = (text: string) => Math.round(Number(text.replace(',', '.')) * 1000) / 1000
  const [latitude, longitude] = [rounded(north), rounded(east)]
  return latitude > 49 && latitude < 53 && longitude > 2 && longitude < 7.5 ? { latitude, longitude } : undefined
}

/** What stands in the way of a new place. A house number makes it an address, and that is refused. */
export const refusalsOfPlace = (
  { placeName, point, site }: z.output<typeof placeForm>,
  known: { names: readonly string[]; siteIds: readonly string[]; takenSiteIds: readonly string[] },
): readonly Refusal[] => [
  ...refuseIf(placeName === '', { field: 'placeName', key: 'ridework.wrong.placeName' }),
  ...refuseIf(lengthOf(placeName) > 60, { field: 'placeName', key: 'ridework.wrong.placeLong' }),
  ...refuseIf(/\p{L}\s*,?\s+\d+\s*[a-z]?$/iu.test(placeName), { field: 'placeName', key: 'ridework.wrong.placeAddress' }),
  ...refuseIf(
    known.names.some((name) => name.toLowerCase() === placeName.toLowerCase()),
    { field: 'placeName', key: 'ridework.wrong.placeTwice' },
  ),
  ...refuseIf(point !== '' && typedPoint(point) === undefined, { field: 'point', key: 'ridework.wrong.point' }),
  ...refuseIf(site !== '' && !known.siteIds.includes(site), { field: 'site', key: 'ridework.wrong.site' }),
  ...refuseIf(known.takenSiteIds.includes(site), { field: 'site', key: 'ridework.wrong.siteTwice' }),
]

/** What stands in the way of minutes between two places. */
export const refusalsOfMinutes = (
  { from, to, minutes = 0 }: z.output<typeof minutesForm>,
  placeIds: readonly string[],
): readonly Refusal[] => [
  ...refuseIf(!placeIds.includes(from), { field: 'from', key: 'rides.wrong.place' }),
  ...refuseIf(!placeIds.includes(to) || from === to, { field: 'to', key: 'ridework.wrong.otherPlace' }),
  ...refuseIf(minutes < 1 || minutes > 180, { field: 'minutes', key: 'ridework.wrong.minutes' }),
]
