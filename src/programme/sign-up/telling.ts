import type { Tx } from '../../platform/database/door.ts'
import type { House } from '../../platform/http/house.ts'
import { isLanguage } from '../../platform/i18n/languages.ts'
import { saidIn } from '../../platform/i18n/said.ts'
import { queueMail } from '../../platform/mail/queries.ts'
import { inLanguage } from '../../ui/page.tsx'
import { wordsIn } from '../../ui/words-in.ts'
import { holdKnown, keepKnown, keepMail, mailsOfMoment, type Told } from './mails.ts'
import { type News, newsFor, standOf } from './news.ts'
import { signUpPaths } from './paths.ts'
import { type Subject, subjectOf } from './subject.ts'

/** Puts a mail about a moment in the outbox: place and time only, never what it is about, because others read along. Gives its id. As the keeper. */
export async function writeTo(tx: Tx, house: House, { moment, site, stek }: Subject, told: Told, news: News | 'place'): Promise<string> {
  const language = isLanguage(told.language) ? told.language : 'nl'
  const t = wordsIn(house, language)
  const said = saidIn(language)
  const values = {
    date: said.long(moment.date),
    time: said.range(moment.startTime, moment.endTime),
    place: [site.name, site.street, site.town].filter(Boolean).join(', '),
    stek: stek.name,
    link: `${house.settings.baseUrl}${inLanguage(language, signUpPaths.code())}`,
  }
  const letter = { recipient: told.email, subject: t('joining.mail.subject', values), body: t(`joining.mail.${news}`, values) }
  return queueMail(tx, letter, { newId: house.newId, now: house.clock.now() })
}

/**
 * Tells everybody of a moment who left a mail address and does not know yet how it stands; gives how many mails there are to go.
 * Pressing twice, or two who press at once, tells nobody twice.
 */
export async function tellMoment(house: House, stekId: string, slotId: string, onDate: string): Promise<number> {
  const now = house.clock.now()
  return house.database.asKeeper(async (tx) => {
    const subject = await subjectOf(tx, stekId, slotId, onDate, house.settings.timeZone)
    if (!subject || Temporal.Instant.compare(subject.moment.endsAt, now) <= 0) return 0
    let many = 0
    for (const told of await mailsOfMoment(tx, stekId, slotId, onDate)) {
      const news = newsFor(await holdKnown(tx, told), subject.moment)
      if (!news) continue
      const mailId = await writeTo(tx, house, subject, told, news)
      await keepMail(tx, told, { mailId, news: `${news} ${mailId}`, happensOn: subject.moment.date })
      await keepKnown(tx, told.stekId, told.signUpId, standOf(subject.moment))
      many += 1
    }
    return many
  })
}
