import type { Language } from '../platform/i18n/languages.ts'

/** Unicode keeps these for whoever annotates text inside a program; nobody can type them, and no page or paper shows them. */
const FROM = '\ufff9'
const UNTIL = '\ufffb'
const MARKS = /[\ufff9-\ufffb]/g

/**
 * Words that a worker typed and nobody translated, marked as Dutch for a page in `language`: they may travel through sentences, lists and lines,
 * and `documentOf` makes an element with `lang="nl"` of them, so that a voice says them right (WCAG 3.1.2). On a Dutch page they stay as they are.
 * For pages only: what goes into a file, a message or an address is not marked.
 */
export const asDutch = (language: Language, words: string): string =>
  language === 'nl' || words === '' ? words : `${FROM}${unmarked(words)}${UNTIL}`

/** Whether words are marked as Dutch from their first letter on. */
export const isDutch = (words: string): boolean => words.startsWith(FROM)

/** The words without marks, for what holds no elements: a title, an attribute, data. */
export const unmarked = (text: string): string => text.replace(MARKS, '')

/** A text with a capital in front, behind what marks or isolates its first word. */
export const capital = (text: string): string => text.replace(/^[\ufff9\u2068]*\p{Ll}/u, (first) => first.toLocaleUpperCase())

const PIECES = /<(textarea|option)\b(?:[^">]|"[^"]*")*>[\s\S]*?<\/\1>|<(?:[^">]|"[^"]*")*>|[^<]+/g
/** What stands between two pieces of one address or list: it goes along, so that they keep their order and a voice changes once. */
const BETWEEN = /\ufffb([\s\d,.;:·()–-]+)\ufff9/g
const CHOICE = /<option([^>]*)>\ufff9([^<\ufff9-\ufffb]*)\ufffb<\/option>/g
const ALONE = /<bdi>\ufff9([^<\ufff9-\ufffb]*)\ufffb<\/bdi>/g
const MARKED = /\ufff9([^\ufff9-\ufffb]*)\ufffb?/g

/** A text with its Dutch in elements; a text with other words stays one thing, so that a button whose parts stand in a row does not pull it apart. */
const inElements = (text: string): string => {
  const marked = text.replace(MARKED, '<bdi lang="nl">$1</bdi>')
  return marked === text || text.replace(MARKED, '').trim() === '' ? marked : `<span>${marked}</span>`
}

/** HTML in which what is marked stands in an element with its language; a choice gets it itself, in attributes and fields the marks just go. What was cut off in the middle is Dutch to its end. */
export const withDutchMarked = (html: string): string =>
  html.includes(FROM)
    ? html
        .replace(BETWEEN, '$1')
        .replace(CHOICE, '<option lang="nl"$1>$2</option>')
        .replace(ALONE, '<bdi lang="nl">$1</bdi>')
        .replace(PIECES, (piece) => unmarked(piece.startsWith('<') ? piece : inElements(piece)))
    : html
