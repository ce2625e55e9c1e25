import { isIban, isNationalNumber } from './numbers.ts'

/** What a free text holds that says who somebody is. */
export type Finding = 'national-number' | 'iban' | 'email' | 'phone' | 'name-and-number'

/** Digits of every script as 0-9, without invisible marks, so that nothing slips through by how it is typed. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0x0f))
    .replace(/\p{Cf}/gu, '')

const ELEVEN_DIGITS = /(?<!\d)\d(?:[ .,/_-]{0,3}\d){10}(?!\d)/g
const IBAN_SHAPE = /(?<![\p{L}\d])[A-Z]{2}[ .-]?\d{2}(?:[ .-]?[A-Z\d]){11,30}/giu
const EMAIL = /[^\s@<>]{1,64}\s?(?:@|[([{]\s?(?:at|apenstaartje)\s?[)\]}])\s?[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{2,63})+/iu
/** A day with its year is no phone number. */
const DATE = /(?<!\d)\d{1,2}([-/. ])\d{1,2}\1(?:19|20)\d{2}(?!\d)/g
const INTERNATIONAL = /(?<![\d,.])(?:\+|00) ?[1-9](?:[ ./()-]{0,3}\d){7,13}(?!\d)/
/** Belgian numbers: nine digits, or ten for a mobile phone. */
const BELGIAN = /(?<!\d)0(?:4(?:[ ./()-]{0,3}\d){8}|[1-9](?:[ ./()-]{0,3}\d){7})(?!\d)/
/** Two names in a row and a number soon after, or a street with its number: together they lead to somebody. */
const NAME_THEN_NUMBER =
  /\p{Lu}[\p{Ll}'’-]+(?: (?:van|de|der|den|ten|ter|el|al|ben|von))* \p{Lu}[\p{L}'’-]+(?:,? (?:van|is|was|met|nr|nummer|no)\.?|,|:)? ?\(?\d/u
// Looks back for the letters before it: looking on from each letter of a very long word would take the square of its length.
const STREET_AND_NUMBER = /(?<=\p{L}{2})(?:straat|laan|steenweg|baan|dreef|plein|lei|weg|pad|hof)\s?,? ?(?:nr\.? ?|nummer )?\d{1,4}\b/iu

/**
 * What in a free text could say who somebody is, each kind once: a national or bis number and an IBAN by their check digits, a phone number,
 * an e-mail address, a name or a street together with a number. It cannot see a name alone: that stays a matter of asking kindly.
 * @source AVG art. 5 (1) c (only what is needed)
 */
export function findingsIn(text: string): Finding[] {
  const typed = plain(text)
  const numbers = (typed.match(ELEVEN_DIGITS) ?? []).filter((found) => isNationalNumber(found.replace(/\D/g, '')))
  const ibans = (typed.match(IBAN_SHAPE) ?? []).filter(isIban)
  const rest = [...ibans, ...numbers].reduce((so, found) => so.replace(found, ' '), typed).replace(DATE, ' ')
  const found: [Finding, boolean][] = [
    ['national-number', numbers.length > 0],
    ['iban', ibans.length > 0],
    ['email', EMAIL.test(typed)],
    ['phone', BELGIAN.test(rest) || INTERNATIONAL.test(rest)],
    ['name-and-number', NAME_THEN_NUMBER.test(typed) || STREET_AND_NUMBER.test(typed)],
  ]
  return found.filter(([, is]) => is).map(([kind]) => kind)
}
