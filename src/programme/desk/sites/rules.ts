import { typedMoney } from '../../../platform/calendar/typed.ts'
import { offerPictograms } from '../../../ui/icons.tsx'
import { type Refusal, refuseIf, tooLong } from '../../forms/refusal.ts'
import { type Place, type PlaceDraft, type PlaceField, placeFields } from './form.ts'

/** What stands in the way of saving a place, by field; `others` are the names that stand beside it already (rooms of one site). */
export function refusalsOfPlace(place: Place, draft: PlaceDraft, others: readonly string[] = []): readonly Refusal[] {
  const taken = others.some((name) => name.toLowerCase() === draft.name?.toLowerCase())
  return [
    ...placeFields[place].flatMap((field) => refusalsOfField(field, draft[field.name] ?? '')),
    ...refuseIf(taken, { field: 'name', key: 'desk.place.wrong.nameTaken' }),
  ]
}

function refusalsOfField({ name, kind, most, required, options }: PlaceField, text: string): readonly Refusal[] {
  const wrong = (is: boolean, key: Refusal['key']) => refuseIf(is, { field: name, key })
  const filled = text !== ''
  if (kind === 'money') {
    const cents = typedMoney(text)
    return wrong(cents === undefined || cents > most, 'desk.place.wrong.priceLimit')
  }
  return [
    ...wrong(required === true && !filled, 'desk.place.wrong.name'),
    ...wrong(kind === 'choice' && !(options ?? []).includes(text), 'desk.wrong.choose'),
    // A pictogram from the demo world may not stand in the list; every name is checked again where it is drawn.
    ...wrong(kind === 'pictogram' && !(offerPictograms as readonly string[]).includes(text) && !/^[a-z0-9-]+$/.test(text), 'desk.wrong.choose'),
    ...wrong(kind === 'postcode' && filled && !/^[1-9]\d{3}$/.test(text), 'desk.place.wrong.postcode'),
    ...wrong(kind === 'website' && filled && !isWebAddress(text), 'desk.place.wrong.website'),
    ...wrong(kind === 'email' && filled && !/^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@.<>"(),;:\\]{2,}$/.test(text), 'desk.place.wrong.email'),
    ...(kind === 'postcode' ? [] : tooLong(name, text, most)),
  ]
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username } = new URL(text)
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') && username === ''
}
