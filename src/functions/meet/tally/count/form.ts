import { createHash } from 'node:crypto'
import { type Counts, changeTo, typedNumber, type WhyNot } from '../../../../programme/tally/rules.ts'
import { type Typed, typedText } from '../../../../ui/fields.tsx'

/** What a plain form asks: one change of one row, nothing to do because it is so already, or what is wrong with which field. */
export type Asked =
  | { counted: string; change: number; reason: string; id: string }
  | { nothing: 'already' | 'zeroAlready' }
  | { field: string; why: WhyNot | 'reason' }

/**
 * The id of what a form asks: the same form sent twice gives the same id, another button of it another one.
 * A name-based uuid of our own kind (RFC 9562, version 8).
 */
export function idOf(sleutel: string, counted: string, change: number, reason: string): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([sleutel, counted, change, reason]))
    .digest()
    .subarray(0, 16)
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Reads a form of the page of a moment: a button, a typed number, or a correction with its reason. */
export function askedIn(typed: Typed, counts: Counts): Asked {
  const sleutel = typedText(typed, 'sleutel')
  const asks = (counted: string, change: number, reason = ''): Asked => ({
    counted,
    change,
    reason,
    id: idOf(sleutel, counted, change, reason),
  })
  const plus = typedText(typed, 'plus')
  if (plus) return asks(plus, 1)
  const minus = typedText(typed, 'min')
  if (minus) return (counts[minus] ?? 0) <= 0 ? { nothing: 'zeroAlready' } : asks(minus, -1)

  const corrects = typedText(typed, 'rechtzetten') !== ''
  const [rowField, field] = corrects ? ['rechtzetRij', 'juist'] : ['rij', 'aantal']
  const wanted = typedNumber(typedText(typed, field))
  if (typeof wanted !== 'number') return { field, why: wanted }
  const reason = corrects ? typedText(typed, 'reden').trim() : ''
  if (corrects && (reason === '' || reason.length > 120)) return { field: 'reden', why: 'reason' }
  const counted = typedText(typed, rowField)
  const change = changeTo(wanted, counts[counted])
  if (change === undefined) return { nothing: 'already' }
  if (change === 'too-large') return { field, why: change }
  return asks(counted, change, reason)
}
