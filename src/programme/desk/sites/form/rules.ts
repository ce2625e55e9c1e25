import { type Refusal, refuseIf, tooLong } from '../../../forms/refusal.ts'

/** What stands in the way of a name: it must be there, and fit. */
export const refusalsOfName = (name: string, most: number): readonly Refusal[] => [
  ...refuseIf(name === '', { field: 'name', key: 'places.wrong.name' }),
  ...tooLong('name', name, most),
]

const alike = (name: string): string => name.normalize('NFKC').toLocaleLowerCase('nl').replace(/\s+/g, ' ').trim()

/** A refusal when another one has this name already, in capitals or not: nobody could tell them apart. */
export const refusalsOfTwins = (name: string, others: readonly string[]): readonly Refusal[] =>
  refuseIf(
    others.some((other) => alike(other) === alike(name)),
    { field: 'name', key: 'places.wrong.nameTaken', values: { name } },
  )

const PHONE = /^\+?[\d ()./-]+$/
const digitsIn = (text: string): number => text.replace(/\D/g, '').length

/** What stands in the way of a telephone number: digits with spaces, dots or slashes, as people write them; nothing is fine too. */
export const refusalsOfPhone = (phone: string): readonly Refusal[] =>
  refuseIf(phone !== '' && !(PHONE.test(phone) && digitsIn(phone) >= 3 && digitsIn(phone) <= 15 && phone.length <= 30), {
    field: 'phone',
    key: 'places.wrong.phone',
  })
