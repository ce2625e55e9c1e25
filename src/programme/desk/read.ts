import type { Work } from '../../place/person/at-work.ts'
import { mayDo, type Role } from '../../place/person/rules.ts'
import { stekById } from '../../place/stek/queries.ts'
import type { House } from '../../platform/http/house.ts'
import type { Board } from '../board/board.ts'
import { dayOf, plusDays } from '../board/clock.ts'
import { boardOf, type Window } from '../board/queries.ts'
import { offersOf } from '../offer/queries.ts'
import { PROMISED_DAYS } from '../rooms/rules.ts'

/** The day it is where the steks are. */
export const todayIn = (house: House): string => dayOf(house.clock.now(), house.settings.timeZone)

/** The board of the stek somebody works in; from today a year ahead unless another window is asked. */
export async function readDesk(house: House, work: Work, window?: Window): Promise<Board> {
  const today = todayIn(house)
  return house.database.reading(work.stek.stekId, async (tx) => {
    const stek = await stekById(tx, work.stek.stekId)
    if (!stek) throw new Error('somebody works in a stek that is not there')
    return boardOf(tx, stek, window ?? { from: today, until: plusDays(today, PROMISED_DAYS) })
  })
}

/** The stek as it is today, with every offer, those that ended too; without slots and exceptions of other days. */
export async function readPlace(house: House, work: Work): Promise<Board> {
  const today = todayIn(house)
  return house.database.reading(work.stek.stekId, async (tx) => {
    const stek = await stekById(tx, work.stek.stekId)
    if (!stek) throw new Error('somebody works in a stek that is not there')
    return { ...(await boardOf(tx, stek, { from: today, until: today })), offers: await offersOf(tx, work.stek.stekId) }
  })
}

/** Whether the person at work may change an offer of this partner. */
export const mayChange = (work: Work, partnerId: string): boolean =>
  mayDo(work.signedIn, work.stek.stekId, 'programme.change', { partnerId })

/** The partners for whom somebody may make offers: all for who leads the stek, the own one for a partner worker. */
export const partnersFor = (work: Work, board: Board): Board['partners'] =>
  board.partners.filter(({ partnerId }) => mayChange(work, partnerId))

/** The partner whose worker somebody is in this stek, if any. */
export const ownPartner = (work: Work): string | undefined =>
  work.signedIn.roles.find((role: Role) => role.stekId === work.stek.stekId && role.partnerId !== null)?.partnerId ?? undefined
