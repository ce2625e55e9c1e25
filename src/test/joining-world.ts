import { bringCode } from '../platform/codes/bring.ts'
import { codeFor, codeHash } from '../platform/codes/code.ts'
import { signUp } from '../programme/sign-up/changes.ts'
import { type DeskWorld, deskWorld } from './desk-world.ts'

/** The desk world with an outing people sign up for: every Wednesday from 10 to 12, of SAAMO. */
export type JoiningWorld = DeskWorld & {
  outing: { offerId: string; slotId: string }
  date: string
  terms(given: { capacity: number; kept?: number; closes?: number }): Promise<void>
  /** Puts down a name as a visitor (or at the desk) through the real door; gives the id. */
  arrives(given?: { name?: string; people?: number; email?: string; phone?: string; byDesk?: boolean; date?: string }): Promise<string>
}

/** Opens the world on Tuesday 24 November 2026; the outing of the next day is the one that tests use. */
export async function joiningWorld(): Promise<JoiningWorld> {
  const world = await deskWorld()
  const { house, owner, versions } = world.test
  const outing = await world.weekly({ title: 'Uitstap naar zee', weekday: 3, from: '10:00', until: '12:00', room: null })
  await owner.query(`update offer set taking_part = 'sign-up' where offer_id = $1`, [outing.offerId])
  versions.forget(world.stekId)
  const date = '2026-11-25'
  return {
    ...world,
    outing,
    date,
    terms: async ({ capacity, kept = 0, closes = 0 }) => {
      await owner.query(
        `insert into sign_up_terms (stek_id, offer_id, capacity, kept_for_desk, closes_hours_before, meeting_point, what_to_bring, seats)
         values ($1, $2, $3, $4, $5, 'Aan de bushalte', 'Een trui', 16)
         on conflict (stek_id, offer_id) do update set capacity = $3, kept_for_desk = $4, closes_hours_before = $5`,
        [world.stekId, outing.offerId, capacity, kept, closes],
      )
    },
    arrives: async ({ name = 'An', people = 1, email = '', phone = '', byDesk = false, date: onDate = date } = {}) => {
      const signUpId = house.newId()
      const hash = codeHash(house.secret, codeFor(house.secret, signUpId))
      await house.database.inStek({ personId: byDesk ? world.people.coordinator : null }, world.stekId, async (tx) => {
        await bringCode(tx, hash)
        const arriving = {
          signUpId,
          slotId: outing.slotId,
          onDate,
          happensOn: onDate,
          people,
          name,
          phone,
          email,
          language: 'nl',
          codeHash: hash,
          byDesk,
          knows: `${onDate} 10:00-12:00 ${world.ids.kattegat}`,
        }
        await signUp(tx, world.stekId, arriving, house.clock.now())
      })
      return signUpId
    },
  }
}
