import { lengthOf, type Refusal, refuseIf } from '../../../programme/forms/refusal.ts'

/** A phone number as typed, without what people put between the digits: `+32470000000` or `0470000000`; undefined when it is none. */
export function typedPhone(typed: string): string | undefined {
  const bare = typed
    .replace(/\(0\)/g, '')
    .replace(/[\s./()\-–·]/g, '')
    .replace(/^00/, '+')
  return /^\+?\d{8,15}$/.test(bare) ? bare : undefined
}

/**
 * Whether a text holds the number of a person in the national register: eleven digits with a possible day and month and
 * a right check number, for people born before or from 2000.
 * @source KB 3 April 1984 on the composition of the identification number, article 4
 */
export function holdsNationalNumber(text: string): boolean {
  const digits = text.trim().startsWith('+') ? '' : text.replace(/\D/g, '')
  if (digits.length !== 11) return false
  const [month, day, check] = [Number(digits.slice(2, 4)) % 20, Number(digits.slice(4, 6)), Number(digits.slice(9))]
  if (month > 12 || day > 31) return false
  return [digits.slice(0, 9), `2${digits.slice(0, 9)}`].some((base) => 97 - (Number(base) % 97) === check)
}

const LONGEST_NAME = 40

/** What stands in the way of a name that somebody chose: it says who to call for, and nothing else belongs there. */
export function refusalsOfName(name: string): readonly Refusal[] {
  return [
    ...refuseIf(name === '', { field: 'name', key: 'rides.wrong.name' }),
    ...refuseIf(holdsNationalNumber(name), { field: 'name', key: 'rides.wrong.nationalNumber' }),
    ...refuseIf(name.includes('@'), { field: 'name', key: 'rides.wrong.nameMail' }),
    ...refuseIf(name.replace(/\D/g, '').length > 3, { field: 'name', key: 'rides.wrong.nameNumber' }),
    ...refuseIf(name !== '' && !/\p{L}/u.test(name), { field: 'name', key: 'rides.wrong.name' }),
    ...refuseIf(lengthOf(name) > LONGEST_NAME, { field: 'name', key: 'rides.wrong.nameLong', values: { most: LONGEST_NAME } }),
  ]
}

/** What stands in the way of a phone number. */
export const refusalsOfPhone = (typed: string): readonly Refusal[] => [
  ...refuseIf(typed === '', { field: 'phone', key: 'rides.wrong.phoneMissing' }),
  ...refuseIf(holdsNationalNumber(typed), { field: 'phone', key: 'rides.wrong.nationalNumber' }),
  ...refuseIf(typed !== '' && typedPhone(typed) === undefined, { field: 'phone', key: 'rides.wrong.phone' }),
]
