const checks = (nine: string, check: number): boolean => 97 - (Number(nine) % 97) === check

/**
 * Whether eleven digits are a Belgian national number or bis number: day and month of birth (the month of a bis number is 20 or 40
 * higher; 00 when unknown), three digits in order, and 97 minus the rest of the first nine by 97, with a 2 in front for who was born since 2000.
 * @source Koninklijk besluit van 3 april 1984 (identificatienummer)
 */
export function isNationalNumber(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false
  const month = Number(digits.slice(2, 4)) % 20
  const day = Number(digits.slice(4, 6))
  if (month > 12 || Number(digits.slice(2, 4)) > 52 || day > 31) return false
  const check = Number(digits.slice(9))
  return checks(digits.slice(0, 9), check) || checks(`2${digits.slice(0, 9)}`, check)
}

/** How long an account number is, where neighbours and newcomers bank. */
// biome-ignore format: one line reads as a table
const LENGTHS: Readonly<Record<string, number>> = {
  BE: 16, NL: 18, FR: 27, DE: 22, LU: 20, GB: 22, ES: 24, PT: 25, IT: 27, PL: 28, RO: 24, BG: 22, UA: 29, TR: 26, IE: 22, AT: 20, CH: 21, GR: 27, LT: 20,
}

const remainder = (text: string): number => [...text].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)

/** Whether a text, spaces and points left out, begins with an account number whose check digits are right. @source ISO 13616, ISO 7064 MOD 97-10 */
export function isIban(text: string): boolean {
  const bare = text.replace(/[ .-]/g, '').toUpperCase()
  const length = LENGTHS[bare.slice(0, 2)]
  const number = bare.slice(0, length ?? 0)
  if (!length || number.length < length || !/^[A-Z]{2}\d{2}[A-Z\d]+$/.test(number)) return false
  const turned = `${number.slice(4)}${number.slice(0, 4)}`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return remainder(turned) === 1
}
