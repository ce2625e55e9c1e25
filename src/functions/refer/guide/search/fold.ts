const UPPER = 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЬЫЭЮЯЄІҐЪœæßøłđı'
const SMALL = 'абвгдежзиклмнопрстуфхцчшщьыэюяєіґъoasoldi'
const smaller = new Map([...UPPER].map((letter, at) => [letter, [...SMALL][at] ?? letter]))
const persian = new Map([...'ىةیک'].map((letter, at) => [letter, [...'يهيك'][at] ?? letter]))

const each = (said: string, into: ReadonlyMap<string, string>): string => [...said].map((letter) => into.get(letter) ?? letter).join('')

/** What somebody wrote in small letters without accents, vowel marks or apostrophes. The same as `guide_plain` of the database. */
export const plainOf = (said: string): string =>
  each(
    each(said.normalize('NFKD'), smaller)
      .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640\u02bc'’ʼ`´]/g, '')
      .toLowerCase(),
    persian,
  )

/** What stands between words: all but letters and figures of the three scripts in which people read these pages. */
const BETWEEN = /[^a-z0-9\u0400-\u0482\u048a-\u04ff\u0620-\u064a\u0660-\u0669\u066e\u066f\u0671-\u06d3]+/

/** The words of a text in order, plain; those of one letter, and of more than 40, are left out. */
export const wordsOf = (said: string): string[] =>
  plainOf(said)
    .split(BETWEEN)
    .filter((word) => word.length >= 2 && word.length <= 40)

const ARABIC: readonly [RegExp, string][] = [
  [/^(وال|بال|كال|فال|لل|ال)(...)/, '$2'],
  [/(...)ا$/, '$1'],
  [/(...)(هما|هم|ها|كم|نا|ني|ات|ين|ون|ان|يه|ه|ي|ك|ت)$/, '$1'],
]
const UKRAINIAN: readonly [RegExp, string][] = [
  [
    /(..)(ування|ювання|ення|ання|ами|ями|ого|ому|ими|іми|ати|ити|іти|ою|ею|ую|юю|ах|ях|ам|ям|ів|ов|ем|ом|их|іх|ии|ть|ти|ся|а|я|и|і|у|ю|е|о|ь)$/,
    '$1',
  ],
]
/** Dutch first: what sounds alike is written alike, then endings go. Rough on purpose: what matters is that forms and misspellings meet. */
const SOUNDS: readonly [RegExp, string][] = [
  [/ij/g, 'ei'],
  [/ey/g, 'ei'],
  [/au/g, 'ou'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck/g, 'k'],
  [/ch/g, 'g'],
  [/qu/g, 'kw'],
  [/c([eiy])/g, 's$1'],
  [/c/g, 'k'],
  [/v/g, 'f'],
  [/z/g, 's'],
  [/y/g, 'i'],
  [/tie/g, 'si'],
  [/ie/g, 'i'],
  [/dt$/, 't'],
  [/([a-z])\1+/g, '$1'],
]
const ENDINGS: readonly [RegExp, string][] = [
  [/^kinderen$/, 'kind'],
  [/(...)(heden|heid)$/, '$1'],
  [/(...)(tjes|tje|jes|je)$/, '$1'],
  [/(...)(ingen|ing)$/, '$1'],
  [/(...)(ens|en|es|e)$/, '$1'],
  [/(...)s$/, '$1'],
  [/(...)([td])$/, '$1'],
]

const isLatin = (plain: string): boolean => !/[0-9\u0400-\u04ff\u0600-\u06ff]/.test(plain)

/** A plain word written as it sounds, with its ending: what two spellings of it share. */
export const soundOf = (plain: string): string =>
  isLatin(plain) ? SOUNDS.reduce((word, [from, to]) => word.replace(from, to), plain) : foldOf(plain)

/** A plain word taken back to what its forms and misspellings share, as in the index. The same as `guide_fold` of the database. */
export function foldOf(plain: string): string {
  if (/^[0-9]+$/.test(plain)) return plain
  const rules = /[\u0600-\u06ff]/.test(plain) ? ARABIC : /[\u0400-\u04ff]/.test(plain) ? UKRAINIAN : [...SOUNDS, ...ENDINGS]
  return rules.reduce((word, [from, to]) => word.replace(from, to), plain)
}

/** The two words a compound may be made of, as Dutch makes them: each of at least three letters. */
export function partsOf(plain: string): [string, string][] {
  if (plain.length < 7 || plain.length > 30) return []
  return Array.from({ length: plain.length - 5 }, (_, at) => [foldOf(plain.slice(0, at + 3)), foldOf(plain.slice(at + 3))])
}
