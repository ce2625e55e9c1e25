import type { House } from '../../../platform/http/house.ts'
import type { JobKind } from '../../../platform/jobs/jobs.ts'
import { queueMail } from '../../../platform/mail/queries.ts'
import { hashOf, newToken } from '../../../platform/sessions/tokens.ts'
import { dayOf, plusDays } from '../../../programme/board/clock.ts'
import { wordsIn } from '../../../ui/words-in.ts'
import { wholeService } from '../guide/desk/queries.ts'
import { referPaths } from '../paths.ts'
import { shownLines } from './link/shown.ts'
import { askedSince, candidatesOf, keepQuestion, steksToAsk } from './queries.ts'
import { mondayOf, OPEN_IN_DAYS, questionsFor } from './rules.ts'
import { waitingInGuide } from './waiting.ts'

/** Puts the questions of today in every stek: writes the mails, and fills the list of whom to call. Doing it twice a day asks nobody twice. */
export async function askIfStillRight(house: House): Promise<void> {
  const now = house.clock.now()
  const today = dayOf(now, house.settings.timeZone)
  const t = wordsIn(house, 'nl')
  for (const stek of await house.database.asKeeper(steksToAsk)) {
    await house.database.asKeeper(async (tx) => {
      const { stekId } = stek
      const { toCheck } = await waitingInGuide(tx, stekId, today)
      const questions = questionsFor(await candidatesOf(tx, stekId), await askedSince(tx, stekId, mondayOf(today)), today, toCheck)
      for (const { serviceId, way } of questions) {
        const service = await wholeService(tx, stekId, serviceId)
        const recipient = service && (service.row.email ?? service.organisation.email)
        if (!service) continue
        const token = way === 'mail' && recipient ? newToken() : undefined
        const common = { stekId, requestId: house.newId(), serviceId, askedOn: today, expiresOn: plusDays(today, OPEN_IN_DAYS - 1) }
        await keepQuestion(tx, { ...common, way: token ? 'mail' : 'phone', hash: token ? hashOf(token) : null })
        if (!token || !recipient) continue
        const values = {
          service: service.row.name,
          stek: stek.name,
          entry: shownLines(t, service, today)
            .map(({ label, text }) => `${label}: ${text}`)
            .join('\n'),
          link: `${house.settings.baseUrl}${referPaths.stillRight(stek.slug, token)}`,
          days: OPEN_IN_DAYS,
        }
        const letter = { recipient, subject: t('stillright.mail.subject', values), body: t('stillright.mail.body', values) }
        await queueMail(tx, letter, { newId: house.newId, now })
      }
    })
  }
}

/** The kind of job that asks organisations whether their entries are still right, looked at every day; named `guide.ask`. */
export const freshnessJobs = (house: House): Record<string, JobKind> => ({
  'guide.ask': { everyMinutes: 24 * 60, run: () => askIfStillRight(house) },
})
