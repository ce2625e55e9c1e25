import { findingsIn } from '../../../../../platform/privacy-guard/guard.ts'
import { refusalsOfAskFor, refusalsOfEmail, refusalsOfLink, refusalsOfPhone } from '../../desk/service-form/rules.ts'
import type { Entity, Reason } from './entity.ts'

// A tag ends before the next one begins: else each of many that never end would be looked through to the end of the text.
const TAGS = /<\/?(?:p|br|div|li|ul|ol|strong|em|b|i|a|span|h\d|u|table|tr|td|th|tbody)\b[^<>]*>/gi
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&eacute;': 'é',
  '&euro;': '€',
}

/** A value of a list as plain text: no HTML, no invisible marks, single spaces, at most one empty line. */
export function plainText(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const text = String(value)
  const bare = /<\w|&\w+;|&#/.test(text)
    ? text
        .replace(/<\/(?:p|div|li|h\d|tr)>|<br\b[^<>]*>/gi, '\n')
        .replace(TAGS, '')
        .replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity)
    : text
  return bare
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/gu, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Collects the columns of one entity, with what is wrong and what to look at. */
export class Collector {
  readonly data: Record<string, unknown> = {}
  readonly refused: Reason[] = []
  readonly noted: Reason[] = []

  /** A text that everybody will read: too long is cut at a word, what says who somebody is refuses the row. */
  text(column: string, value: unknown, most: number): void {
    if (value === undefined || value === null) return
    const text = plainText(value)
    // What is cut off is kept nowhere; a little more is looked at, so that a number is not cut in two.
    const found = findingsIn(text.slice(0, 2 * most + 100))
    if (found.includes('national-number') || found.includes('iban')) return void this.refused.push({ why: 'personal', values: { column } })
    if (found.includes('email')) this.noted.push({ why: 'emailInText', values: { column } })
    const letters = [...text.slice(0, 2 * most + 2)]
    if (letters.length > most) this.noted.push({ why: 'cut', values: { column, most } })
    this.data[column] =
      letters.length > most
        ? `${letters
            .slice(0, most - 1)
            .join('')
            .replace(/\s+\S*$/, '')}…`
        : text
  }

  /** A name: without one, or with one that is far too long, the row is refused. */
  name(value: unknown): void {
    const text = plainText(value).replace(/\n/g, ' ')
    if (text === '') this.refused.push({ why: 'noName' })
    else this.text('name', text, 160)
  }

  /** A link; one that is none is left out. */
  link(column: string, value: unknown): void {
    if (value === undefined || value === null) return
    const typed = plainText(value)
    const link = typed === '' || /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
    if (refusalsOfLink(column, link).length > 0) this.noted.push({ why: 'leftOut', values: { column, value: typed.slice(0, 60) } })
    this.data[column] = link === '' || refusalsOfLink(column, link).length > 0 ? null : link
  }

  /** A telephone number; one that is none is left out. */
  phone(value: unknown): void {
    if (value === undefined || value === null) return
    const phone = plainText(value).replace(/^"|"$/g, '')
    const wrong = refusalsOfPhone('phone', phone).length > 0
    if (wrong) this.noted.push({ why: 'leftOut', values: { column: 'phone', value: phone.slice(0, 60) } })
    this.data.phone = wrong || phone === '' ? null : phone
  }

  /** A mail address; one that is none is left out. */
  email(value: unknown): void {
    if (value === undefined || value === null) return
    const email = plainText(value).replace(/^mailto:/i, '')
    const wrong = refusalsOfEmail('email', email).length > 0
    if (wrong) this.noted.push({ why: 'leftOut', values: { column: 'email', value: email.slice(0, 60) } })
    this.data.email = wrong || email === '' ? null : email
  }

  /** Whom to ask for; the name of somebody is left out. */
  askFor(value: unknown): void {
    if (value === undefined || value === null) return
    const text = plainText(value).replace(/\n/g, ' ')
    if (refusalsOfAskFor('askFor', text).length > 0) this.noted.push({ why: 'personLeftOut' })
    else this.text('ask_for', text, 160)
  }

  /** What was collected, as one entity. */
  entity(kind: Entity['kind'], key: unknown): Entity {
    const text = typeof key === 'string' || typeof key === 'number' ? String(key).trim() : ''
    if (text === '') this.refused.push({ why: 'noId' })
    if (text.length > 200) this.refused.push({ why: 'longId' })
    return { kind, key: text.slice(0, 200), data: this.data, refused: this.refused, noted: this.noted }
  }
}
