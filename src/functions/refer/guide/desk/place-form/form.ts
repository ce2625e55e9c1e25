import { z } from 'zod'
import { typedTime } from '../../../../../platform/calendar/typed.ts'
import { readTold, type ToldColumns, toldOver, toldTooLong, typedTold } from '../../../../../programme/desk/sites/form/other-languages.ts'
import { type Refusal, refuseIf, tooLong } from '../../../../../programme/forms/refusal.ts'
import { line, lines } from '../../../../../programme/forms/typed.ts'
import { type Typed, typedList, typedText } from '../../../../../ui/fields.tsx'
import type { GuideTables } from '../../tables.ts'
import type { PlaceRow } from '../queries.ts'
import { refusalsOfPersonal } from '../service-form/rules.ts'

/** What of a place is told in other languages. */
export const placeTold: ToldColumns = { directions: 600, bus: 300 }
/** Whether one gets in without steps. */
export const stepFreeChoices = ['yes', 'partly', 'no', 'unknown'] as const
/** How one gets from a site to a place. */
export const means = ['foot', 'bike', 'bus', 'car'] as const
/** A way from a site to a place, as it lies in its table. */
export type Reach = Omit<GuideTables['service_reach'], 'stek_id' | 'location_id' | 'weekdays' | 'note'> & {
  weekdays: number[]
  note: string
}

/** What the form of a place asks. */
export const placeForm = z
  .looseObject({
    name: line,
    street: line,
    postcode: line,
    town: line,
    point: line,
    site: line,
    bus: lines,
    directions: lines,
    stepFree: line,
  })
  .transform((typed) => ({ ...typed, translations: readTold(placeTold, typed) }))

/** A place as it came in with a form. */
export type PlaceDraft = z.output<typeof placeForm>

/** A point as people copy it from a map, to five decimals; undefined when it is none near Belgium. */
export function typedPoint(typed: string): { latitude: number; longitude: number } | undefined {
  const [, north, east] = /^\(?(\d{2}[.,]\d{1,16})°?(?:\s*[,;]\s*|\s+)(\d{1,2}[.,]\d{1,16})°?\)?$/.exec(typed.trim()) ?? []
  if (!north || !east) return undefined
  const number = (text: string) => Math.round(Number(text.replace(',', '.')) * 100_000) / 100_000
  const [latitude, longitude] = [number(north), number(east)]
  return latitude > 49 && latitude < 53 && longitude > 2 && longitude < 7.5 ? { latitude, longitude } : undefined
}

/** The field of a way: `foot.minutes` of a site is `foot.minutes.<site>`. */
export const reachField = (means: string, what: 'minutes' | 'first' | 'last' | 'days', siteId: string): string =>
  `${means}.${what}.${siteId}`

/** The ways from each site as they were typed, or the field that cannot be read. */
export function typedReach(typed: Typed, siteIds: readonly string[]): { reach: Reach[] } | { wrong: string } {
  const reach: Reach[] = []
  for (const siteId of siteIds)
    for (const way of means) {
      const field = reachField(way, 'minutes', siteId)
      const text = typedText(typed, field).trim()
      if (text === '') continue
      const minutes = /^\d{1,3}$/.test(text) ? Number(text) : 0
      if (minutes < 1 || minutes > 300) return { wrong: field }
      const times: Record<'first' | 'last', string | null> = { first: null, last: null }
      let weekdays = [1, 2, 3, 4, 5, 6, 7]
      if (way === 'bus') {
        for (const which of ['first', 'last'] as const) {
          const said = typedText(typed, reachField(way, which, siteId)).trim()
          const time = typedTime(said)
          if (said !== '' && !time) return { wrong: reachField(way, which, siteId) }
          times[which] = time ?? null
        }
        const days = typedList(typed, reachField(way, 'days', siteId))
          .map(Number)
          .filter((day) => weekdays.includes(day))
        if (days.length > 0) weekdays = days
      }
      reach.push({ site_id: siteId, by_means: way, minutes, weekdays, first_there: times.first, last_back: times.last, note: '' })
    }
  return { reach }
}

/** A place and its ways as the form would be typed. */
export const typedPlace = (row: PlaceRow, reach: readonly Reach[]): Typed => ({
  ...{ name: row.name, street: row.street, postcode: row.postcode ?? '', town: row.town, site: row.site_id ?? '' },
  ...{ point: row.latitude === null ? '' : `${Number(row.latitude)}, ${Number(row.longitude)}`, bus: row.bus, directions: row.directions },
  stepFree: row.step_free,
  ...typedTold(placeTold, row.translations),
  ...Object.fromEntries(
    reach.flatMap(({ site_id, by_means, minutes, weekdays, first_there, last_back }) => [
      [reachField(by_means, 'minutes', site_id), String(minutes)],
      [reachField(by_means, 'first', site_id), first_there?.slice(0, 5) ?? ''],
      [reachField(by_means, 'last', site_id), last_back?.slice(0, 5) ?? ''],
      [reachField(by_means, 'days', site_id), weekdays.map(String)],
    ]),
  ),
})

/** What stands in the way of a place. */
export const refusalsOfPlace = (draft: PlaceDraft, siteIds: readonly string[]): readonly Refusal[] => [
  ...refuseIf(draft.name === '', { field: 'name', key: 'guidedesk.wrong.name' }),
  ...tooLong('name', draft.name, 160),
  ...tooLong('street', draft.street, 200),
  ...tooLong('postcode', draft.postcode, 12),
  ...tooLong('town', draft.town, 120),
  ...tooLong('bus', draft.bus, 300),
  ...tooLong('directions', draft.directions, 600),
  ...refusalsOfPersonal('directions', draft.directions),
  ...refuseIf(draft.point !== '' && !typedPoint(draft.point), { field: 'point', key: 'guidedesk.wrong.point' }),
  ...refuseIf(draft.site !== '' && !siteIds.includes(draft.site), { field: 'site', key: 'guidedesk.wrong.choose' }),
  ...refuseIf(!stepFreeChoices.some((one) => one === draft.stepFree), { field: 'stepFree', key: 'guidedesk.wrong.choose' }),
  ...toldTooLong(placeTold, draft.translations),
]

/** What a draft writes into the row of a place. */
export const placeColumns = (draft: PlaceDraft, known: PlaceRow['translations']) => {
  const point = typedPoint(draft.point)
  return {
    ...{
      name: draft.name,
      street: draft.street,
      postcode: draft.postcode || null,
      town: draft.town,
      bus: draft.bus,
      directions: draft.directions,
    },
    latitude: point ? String(point.latitude) : null,
    longitude: point ? String(point.longitude) : null,
    site_id: draft.site || null,
    step_free: draft.stepFree as (typeof stepFreeChoices)[number],
    translations: JSON.stringify(toldOver(known, draft.translations)),
  }
}
