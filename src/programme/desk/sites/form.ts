import { typedMoney } from '../../../platform/calendar/typed.ts'
import type { Typed } from '../../../ui/fields.tsx'
import { line, lines } from '../../forms/typed.ts'

/** What kind of words a field of a place asks. */
export type FieldKind = 'line' | 'lines' | 'choice' | 'pictogram' | 'money' | 'postcode' | 'website' | 'email'

/** One field of a place: its name on the form, its column, how long it may be, whether it may stay empty, what can be chosen. */
export type PlaceField = { name: string; column: string; kind: FieldKind; most: number; required?: boolean; orNull?: boolean; options?: readonly string[] }

/** What can be changed about a stek and what belongs to it. */
export type Place = 'stek' | 'site' | 'room' | 'partner'

const said = (name: string, most: number, more: Partial<PlaceField> = {}): PlaceField => ({ name, column: name, kind: 'line', most, ...more })

/** The fields of each place, in the order of the form; lengths are those of the columns. @source MEET-1, ACCESSIBLE-3 */
export const placeFields: Record<Place, readonly PlaceField[]> = {
  stek: [
    said('name', 80, { required: true }),
    said('welcome', 240, { kind: 'lines' }),
    said('phone', 30, { orNull: true }),
    said('priceLimit', 10_000, { column: 'price_limit_in_cents', kind: 'money' }),
  ],
  site: [
    said('name', 80, { required: true }),
    said('street', 120),
    said('postcode', 4, { kind: 'postcode', orNull: true }),
    said('town', 80),
    said('directions', 600, { kind: 'lines' }),
    said('stepFree', 10, { column: 'step_free', kind: 'choice', options: ['yes', 'partly', 'no', 'unknown'] }),
    said('toilet', 10, { kind: 'choice', options: ['adapted', 'yes', 'no', 'unknown'] }),
    said('bus', 300),
    said('bike', 300),
    said('parking', 300),
  ],
  room: [said('name', 80, { required: true })],
  partner: [
    said('name', 120, { required: true }),
    said('what', 600, { kind: 'lines' }),
    said('howToReach', 400, { column: 'how_to_reach', kind: 'lines' }),
    said('website', 200, { kind: 'website', orNull: true }),
    said('phone', 30, { orNull: true }),
    said('email', 200, { kind: 'email', orNull: true }),
    said('pictogram', 40, { kind: 'pictogram' }),
  ],
}

/** What was typed about a place, by field, cleaned; money stays as typed. */
export type PlaceDraft = Record<string, string>

/** Reads the fields of a place; an address of the web may be typed without its beginning. */
export const readPlaceForm = (place: Place, typed: Typed): PlaceDraft =>
  Object.fromEntries(
    placeFields[place].map(({ name, kind }) => {
      const text = (kind === 'lines' ? lines : line).parse(typed[name])
      return [name, kind === 'website' && text !== '' && !/^https?:\/\//i.test(text) ? `https://${text}` : text]
    }),
  )

/** What a draft writes into its row. */
export const placeColumns = (place: Place, draft: PlaceDraft): Record<string, unknown> =>
  Object.fromEntries(
    placeFields[place].map(({ name, column, kind, orNull }) => {
      const text = draft[name] ?? ''
      if (kind === 'money') return [column, typedMoney(text) ?? 0]
      return [column, text === '' && orNull ? null : text]
    }),
  )

/** A row of a place as its form would be typed. */
export const typedPlace = (place: Place, row: Record<string, unknown>): Typed =>
  Object.fromEntries(
    placeFields[place].map(({ name, column, kind }) => {
      const value = row[column]
      return [name, kind === 'money' ? (Number(value) / 100).toFixed(2).replace('.', ',').replace(',00', '') : String(value ?? '')]
    }),
  )
