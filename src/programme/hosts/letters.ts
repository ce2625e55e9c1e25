import type { House } from '../../platform/http/house.ts'
import { saidIn } from '../../platform/i18n/said.ts'
import { type Letter, queueMail } from '../../platform/mail/queries.ts'
import type { T } from '../../ui/words.ts'
import type { Board } from '../board/board.ts'
import type { Moment } from '../moments/moment.ts'
import type { Colleague } from './rules.ts'

/** What a letter may tell about a moment: when and where, never what it is about. */
export type WhenAndWhere = { date: string; time: string; place: string }

/** When and where a moment is, in Dutch words. @source peers lesson 3: place and time only */
export const whenAndWhere = (board: Board, { date, startTime, siteId }: Moment): WhenAndWhere => ({
  date: saidIn('nl').long(date),
  time: saidIn('nl').clock(startTime),
  place: board.sites.find((site) => site.siteId === siteId)?.name ?? board.stek.name,
})

type Between = { to: Colleague; from: string; about: WhenAndWhere; link: string }

/** The question to a colleague to take a moment over. */
export const letterAsking = (t: T, { to, from, about, link }: Between): Letter => ({
  recipient: to.email,
  subject: t('hosting.mail.subject', about),
  body: t('hosting.mail.body', { ...about, name: to.name, from, link }),
})

/** The answer to who asked. */
export const letterAnswering = (t: T, answer: 'yes' | 'no', { to, from, about, link }: Between): Letter => ({
  recipient: to.email,
  subject: t(`hosting.mail.${answer}Subject`, { ...about, from }),
  body: t(`hosting.mail.${answer}Body`, { ...about, name: to.name, from, link }),
})

/** Puts letters in the outbox. */
export async function post(house: House, letters: readonly Letter[]): Promise<void> {
  const now = house.clock.now()
  await house.database.asKeeper(async (tx) => {
    for (const letter of letters) await queueMail(tx, letter, { newId: house.newId, now })
  })
}
