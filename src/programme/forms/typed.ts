import { z } from 'zod'

/** Marks that turn the reading direction of everything behind them, and characters that no database or page can hold. */
const UNWANTED = /[\u202a-\u202e\u2066-\u2069]|[\p{Cc}--[\n\t]]/gv

const clean = (text: string): string =>
  text.toWellFormed().normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(UNWANTED, '')

const first = z.preprocess((typed) => (Array.isArray(typed) ? typed[0] : (typed ?? '')), z.string().catch(''))

/** One line as typed: any line breaks become spaces, no spaces around it. Emoji and any script stay as they are. */
export const line = first.transform((text) => clean(text).replace(/\s+/g, ' ').trim())

/** Several lines as typed, with at most one empty line between two paragraphs. */
export const lines = first.transform((text) =>
  clean(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim(),
)

/** What was chosen out of several, as a list without doubles; nothing chosen is an empty list. */
export const several = z.preprocess(
  (typed) => [...new Set((Array.isArray(typed) ? typed : [typed]).filter((one) => typeof one === 'string' && one !== ''))],
  z.array(z.string()).max(50).catch([]),
)

/** A box that is ticked or not. */
export const ticked = first.transform((text) => text !== '')

/** A whole number as typed, or undefined when it is none of at most nine digits. */
export const whole = line.transform((text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined))
