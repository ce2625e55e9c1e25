import type { House } from '../../../platform/http/house.ts'
import type { JobKind } from '../../../platform/jobs/jobs.ts'
import { dayOf, plusDays } from '../../../programme/board/clock.ts'
import { dropOldMails, keepMail, toTell, wasTold } from '../../../programme/sign-up/mails.ts'
import { subjectOf } from '../../../programme/sign-up/subject.ts'
import { writeTo } from '../../../programme/sign-up/telling.ts'

/** How long after a moment its mails may be kept, in days: as long as the names. */
const KEPT_AFTER_IN_DAYS = 7

/** Tells everybody who left a mail address and got a place off the waiting list; doing it twice changes nothing. */
export async function tellPlaces(house: House): Promise<void> {
  const now = house.clock.now()
  await house.database.asKeeper((tx) => dropOldMails(tx, plusDays(dayOf(now, house.settings.timeZone), -KEPT_AFTER_IN_DAYS - 1)))
  for (const told of await house.database.asKeeper(toTell)) {
    await house.database.asKeeper(async (tx) => {
      const subject = await subjectOf(tx, told.stekId, told.slotId, told.onDate, house.settings.timeZone)
      if (!subject || subject.moment.cancellation || Temporal.Instant.compare(subject.moment.endsAt, now) <= 0) return
      if (await wasTold(tx, told, 'place')) return
      const mailId = await writeTo(tx, house, subject, told, 'place')
      await keepMail(tx, told, { mailId, news: 'place', happensOn: subject.moment.date })
    })
  }
}

/** The kind of job that tells who got a place, every five minutes; named `joining.tell`. */
export const joiningJobs = (house: House): Record<string, JobKind> => ({
  'joining.tell': { everyMinutes: 5, run: () => tellPlaces(house) },
})
