import { bringCode } from '../../../platform/codes/bring.ts'
import type { House } from '../../../platform/http/house.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { dayOf } from '../../../programme/board/clock.ts'
import { type Codes, codeIn, codesOf, hashOf, seedIn } from './codes.ts'
import type { Handover, Side } from './handover.ts'
import { handoverOf, openedBy, type When } from './queries.ts'

/** What a code opened: the handover, in which stek, on which side. */
export type Opened = { stekId: string; side: Side; code: string; handover: Handover }

/** The moment it is, and the day. */
export const whenIn = (house: Pick<House, 'clock' | 'settings'>): When => {
  const now = house.clock.now()
  return { now, today: dayOf(now, house.settings.timeZone) }
}

/** The handover that a code opens while it goes on, or undefined: a wrong code, an old one and a withdrawn one look the same. */
export async function openWith(house: House, code: string, language: Language): Promise<Opened | undefined> {
  const hash = hashOf(house, code)
  const found = await house.database.reading(null, (tx) => openedBy(tx, hash))
  if (!found || (await house.keys.endings.has(found.handoverId))) return undefined
  const handover = await house.database.reading(found.stekId, async (tx) => {
    await bringCode(tx, hash)
    return handoverOf(tx, found.stekId, found.handoverId, language, whenIn(house))
  })
  return handover && { stekId: found.stekId, side: found.side, code, handover }
}

/** The handover of a page behind a code. */
export async function seenWith(house: House, seal: string, language: Language): Promise<Opened | undefined> {
  const code = codeIn(house, seal)
  return code === undefined ? undefined : openWith(house, code, language)
}

/** The slip that was just made, with its two codes; undefined half an hour later. */
export async function slipWith(house: House, seal: string, language?: Language): Promise<(Opened & { codes: Codes }) | undefined> {
  const seed = seedIn(house, seal)
  if (seed === undefined) return undefined
  const codes = codesOf(house, seed)
  const opened = await openWith(house, codes.own, language ?? 'nl')
  return opened && { ...opened, codes }
}
