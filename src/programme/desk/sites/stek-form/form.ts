import { z } from 'zod'
import type { PlaceTables } from '../../../../place/tables.ts'
import { typedMoney } from '../../../../platform/calendar/typed.ts'
import type { Typed } from '../../../../ui/fields.tsx'
import { line } from '../../../forms/typed.ts'
import { readTold, type ToldColumns, toldFields, toldOver, typedTold } from '../form/other-languages.ts'

/** What of a stek is told in other languages. */
export const stekTold: ToldColumns = { welcome: 240 }

/** The fields of the form of a stek, in their order. */
export const stekFields: readonly string[] = ['name', 'welcome', 'phone', 'priceLimit', ...toldFields(stekTold)]

/** What the form of a stek asks; the price limit is undefined when it is no amount. */
export const stekForm = z
  .looseObject({ name: line, welcome: line, phone: line, priceLimit: line.transform(typedMoney) })
  .transform((typed) => ({ ...typed, translations: readTold(stekTold, typed) }))

/** A stek as it came in with a form. */
export type StekDraft = z.output<typeof stekForm>

type StekRow = PlaceTables['stek']

/** An amount as people type it: `3` or `3,50`. */
const euros = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',').replace(',00', '')

/** A stek as its form would be typed. */
export const typedStek = (stek: StekRow): Typed => ({
  name: stek.name,
  welcome: stek.welcome,
  phone: stek.phone ?? '',
  priceLimit: euros(stek.price_limit_in_cents),
  ...typedTold(stekTold, stek.translations),
})

/** What a draft writes into the row of a stek; only for a draft that the rules let pass. */
export const stekColumns = (draft: StekDraft, known: StekRow['translations']) => ({
  name: draft.name,
  welcome: draft.welcome,
  phone: draft.phone || null,
  price_limit_in_cents: draft.priceLimit ?? 0,
  translations: toldOver(known, draft.translations),
})
