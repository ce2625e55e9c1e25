import type { Moment } from '../moments/moment.ts'

/** What happened to a moment since somebody last heard of it: off, on again after all, or elsewhere or at another time. */
export type News = 'cancelled' | 'on-again' | 'moved'

/** How a moment stands, in a few letters: off, or on which day, from when until when and where. */
export const standOf = (moment: Moment): string =>
  moment.cancellation ? 'off' : `${moment.date} ${moment.startTime}-${moment.endTime} ${moment.siteId}`

const asPlanned = (moment: Moment): string =>
  `${moment.plannedDate} ${moment.plannedStartTime}-${moment.plannedEndTime} ${moment.plannedSiteId}`

/** What somebody who knows `known` (empty: as it was planned) still has to hear; undefined when that is nothing. */
export function newsFor(known: string, moment: Moment): News | undefined {
  const now = standOf(moment)
  if ((known || asPlanned(moment)) === now) return undefined
  if (moment.cancellation) return 'cancelled'
  return known === 'off' ? 'on-again' : 'moved'
}

/** Somebody on a list of a moment, as far as telling goes. */
export type Contact = { knows: string; phone: string; email: string }

/** How a change reaches those of a moment: by mail, by a call, or not at all because they left nothing. */
export type Reach = { mail: number; call: number; none: number }

/** How many can be reached how. Who left a mail address gets a mail, also with a number beside it. */
export const reachOf = (contacts: readonly Pick<Contact, 'phone' | 'email'>[]): Reach => ({
  mail: contacts.filter(({ email }) => email !== '').length,
  call: contacts.filter(({ email, phone }) => email === '' && phone !== '').length,
  none: contacts.filter(({ email, phone }) => email === '' && phone === '').length,
})
