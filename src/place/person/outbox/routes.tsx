import type { Hono } from 'hono'
import { privateDocument } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { atWork } from '../at-work.ts'
import { leads } from '../rules.ts'
import { mailsWithin } from './queries.ts'
import { outboxPage } from './views.tsx'

/** The outbox, for who leads a stek. */
export function mountOutbox(app: Hono<Env>, house: House): void {
  const { settings, database } = house
  const said = saidIn('nl')
  const when = (moment: Temporal.Instant): string => {
    const local = moment.toZonedDateTimeISO(settings.timeZone)
    return `${said.longWithYear(local.toPlainDate().toString())}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
  }

  app.get('/werk/postvak', async (c) => {
    const work = await atWork(c, house, 'outbox.see')
    if (work instanceof Response) return work
    const { signedIn } = work
    const led = signedIn.roles.filter(({ stekId }) => leads(signedIn, stekId)).map(({ stekId }) => stekId)
    const mails = await database.asKeeper((tx) => mailsWithin(tx, led))
    return privateDocument(c, outboxPage({ work, mails, sends: settings.smtpUrl !== undefined, when }))
  })
}
