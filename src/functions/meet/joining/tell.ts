import type { Tx } from '../../../platform/database/door.ts'
import type { House } from '../../../platform/http/house.ts'
import { isLanguage } from '../../../platform/i18n/languages.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import type { JobKind } from '../../../platform/jobs/jobs.ts'
import { queueMail } from '../../../platform/mail/queries.ts'
import { dayOf, plusDays } from '../../../programme/board/clock.ts'
import { dropOldMails, keepMail, type Told, toTell, wasTold } from '../../../programme/sign-up/mails.ts'
import { signUpPaths } from '../../../programme/sign-up/paths.ts'
import { type Subject, subjectOf } from '../../../programme/sign-up/subject.ts'
import { inLanguage } from '../../../ui/page.tsx'
import { wordsIn } from '../../../ui/words-in.ts'

/** How long after a moment its mails may be kept, in days: as long as the names. */
const KEPT_AFTER_IN_DAYS = 7

/** What happened to a moment: a place came free, it does not happen, or it is elsewhere or at another time. */
export type News = 'place' | 'cancelled' | 'moved'

const newsKey = (news: News, { moment }: Subject): string =>
  news === 'moved' ? `moved ${moment.date} ${moment.startTime} ${moment.siteId}` : news

/**
 * Writes the mail that tells somebody about a moment: place and time only, never what it is about, because others read along.
 * The same news goes out once; gives whether it was new. As the keeper.
 */
export async function tell(tx: Tx, house: House, subject: Subject, told: Told, news: News): Promise<boolean> {
  const language = isLanguage(told.language) ? told.language : 'nl'
  const t = wordsIn(house, language)
  const said = saidIn(language)
  const { moment, site, stek } = subject
  const values = {
    date: said.long(moment.date),
    time: said.range(moment.startTime, moment.endTime),
    place: [site.name, site.street, site.town].filter(Boolean).join(', '),
    stek: stek.name,
    link: `${house.settings.baseUrl}${inLanguage(language, signUpPaths.code())}`,
  }
  if (await wasTold(tx, told, newsKey(news, subject))) return false
  const letter = { recipient: told.email, subject: t('joining.mail.subject', values), body: t(`joining.mail.${news}`, values) }
  const mailId = await queueMail(tx, letter, { newId: house.newId, now: house.clock.now() })
  await keepMail(tx, told, { mailId, news: newsKey(news, subject), happensOn: moment.date })
  return true
}

/** Tells everybody who left a mail address and got a place off the waiting list; doing it twice changes nothing. */
export async function tellPlaces(house: House): Promise<void> {
  const now = house.clock.now()
  await house.database.asKeeper((tx) => dropOldMails(tx, plusDays(dayOf(now, house.settings.timeZone), -KEPT_AFTER_IN_DAYS - 1)))
  for (const told of await house.database.asKeeper(toTell)) {
    await house.database.asKeeper(async (tx) => {
      const subject = await subjectOf(tx, told.stekId, told.slotId, told.onDate, house.settings.timeZone)
      if (subject && Temporal.Instant.compare(subject.moment.endsAt, now) > 0) await tell(tx, house, subject, told, 'place')
    })
  }
}

/** The kind of job that tells who got a place, every five minutes; named `joining.tell`. */
export const joiningJobs = (house: House): Record<string, JobKind> => ({
  'joining.tell': { everyMinutes: 5, run: () => tellPlaces(house) },
})
