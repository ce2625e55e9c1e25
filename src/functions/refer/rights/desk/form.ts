import { z } from 'zod'
import { typedDate } from '../../../../platform/calendar/typed.ts'
import { line, several, ticked } from '../../../../programme/forms/typed.ts'
import type { RightFile } from '../book/shape.ts'
import type { Draft } from './rules.ts'

/** How an amount may be written: thousands by points or commas, cents after the other sign or after two digits. `1,234` could be both, so it is none. */
const WAYS = [/^(\d{1,3}(?:\.\d{3})+|\d{1,7})(?:,(\d{1,2}))?$/, /^(\d{1,7})\.(\d{1,2})$/, /^(\d{1,3}(?:,\d{3})+)\.(\d{1,2})$/]

/** An amount as people type it: `25.630,67`, `25630.67`, `€ 25 630`, `1.400 euro`; undefined when it is none, or could be two. */
export function readAmount(typed: string): number | undefined {
  const text = typed.replace(/€|\beuro?\b|[\s\u00a0]/gi, '')
  const [, whole = '', cents = ''] = WAYS.map((way) => way.exec(text)).find((found) => found) ?? []
  const value = Number(`${whole.replace(/[.,]/g, '')}.${cents || '0'}`)
  return whole !== '' && value > 0 ? value : undefined
}

/** The name of the field of an amount. */
export const amountField = (name: string): string => `bedrag-${name}`

/** The address of a site without what every address begins with. */
const siteOf = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/^(https?:\/\/)?(www\.)?/, '')
    .replace(/\/$/, '')

/** Reads the form of a right: what each amount is, since when, where that was read, and from when visitors see it. */
export function readDraft(right: RightFile, typed: Record<string, unknown>, today: string): Draft {
  const day = line.transform((text) => (text === '' ? undefined : typedDate(text, today)))
  const read = z
    .object({
      vanaf: day,
      zichtbaar: day,
      nagekeken: day,
      bron: line,
      tweede: line,
      stand: line,
      gezien: several,
      reden: line,
      akkoord: ticked,
      nummer: line,
    })
    .parse(typed)
  const amounts = Object.keys(right.amounts ?? {}).map((name) => {
    const text = line.parse(typed[amountField(name)])
    return { name, typed: text, value: readAmount(text), seen: read.gezien.includes(name) }
  })
  return {
    amounts,
    from: read.vanaf,
    publishedOn: read.zichtbaar,
    checked: read.nagekeken,
    source: {
      where: siteOf(read.bron),
      on: read.stand,
      second: siteOf(read.tweede),
    },
    reason: read.reden,
    agreed: read.akkoord,
    number: /^\d{1,6}$/.test(read.nummer) ? Number(read.nummer) : -1,
  }
}
