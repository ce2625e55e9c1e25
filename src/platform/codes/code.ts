import { createHmac } from 'node:crypto'

const CONSONANTS = 'bdklmnrstv'
const VOWELS = 'aeiou'
/** Words that are rude or sad in a language that is read here. */
const UNKIND = new Set([
  'kaka',
  'kake',
  'kaki',
  'dode',
  'dodo',
  'sida',
  'bobo',
  'bite',
  'tete',
  'titi',
  'tite',
  'lulu',
  'nono',
  'debi',
  'sale',
])

const keyed = (secret: Uint8Array, kind: string, about: string): Buffer => createHmac('sha256', secret).update(`${kind}\n${about}`).digest()

/**
 * A code that opens one thing without an account, as a sign-up or a handover: three words of two syllables and a number from 10 to 99, as in "kobi lame tuva 47".
 * 40 bits; every syllable is a consonant and a vowel that sound alike in the languages of the pages. The same id always gives
 * the same code, so that a form sent twice gives one code; without the secret of the installation it cannot be worked out. `use` keeps
 * the codes of different things apart.
 * Why, and how guessing is slowed down: docs/decisions/0020.
 */
export function codeFor(secret: Uint8Array, id: string, use = 'sign-up'): string {
  for (let round = 0; ; round += 1) {
    const bytes = keyed(secret, `${use} code`, `${id} ${round}`)
    let left = bytes.readUIntBE(0, 6)
    const take = (many: number): number => {
      const taken = left % many
      left = Math.floor(left / many)
      return taken
    }
    const syllable = () => `${CONSONANTS[take(CONSONANTS.length)]}${VOWELS[take(VOWELS.length)]}`
    const words = [1, 2, 3].map(() => syllable() + syllable())
    const number = 10 + take(90)
    if (!words.some((word) => UNKIND.has(word))) return `${words.join(' ')} ${number}`
  }
}

const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g

/** A code as somebody typed it, in one way of writing: `kobilametuva47`; undefined when it has not the shape of one. */
export function readCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[^a-z0-9]/g, '')
  return /^(?:[bdklmnrstv][aeiou]){6}[1-9][0-9]$/.test(plain) ? plain : undefined
}

/** The first word of a code: what guesses from many addresses are counted by. */
export const firstWord = (code: string): string => code.slice(0, 4)

/** What is kept instead of a code: a hash that nobody can work out without the secret of the installation. */
export const codeHash = (secret: Uint8Array, code: string, use = 'sign-up'): Buffer =>
  keyed(secret, `${use} code hash`, readCode(code) ?? '')
