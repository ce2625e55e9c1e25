import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../place/person/at-work.ts'
import { notFoundAtWork } from '../../../place/person/pages.tsx'
import { leads } from '../../../place/person/rules.ts'
import { isId } from '../../../platform/clock/identifiers.ts'
import { codeFor } from '../../../platform/codes/code.ts'
import { sealed, unsealed } from '../../../platform/codes/seal.ts'
import { seeOther, typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { deskPage } from '../../../programme/desk/page.ts'
import { mayChange } from '../../../programme/desk/read.ts'
import { toldOf } from '../../../programme/desk/undo/told.tsx'
import { keepAsTold, withdraw } from '../../../programme/sign-up/changes.ts'
import { standOf } from '../../../programme/sign-up/news.ts'
import { signUpPaths } from '../../../programme/sign-up/paths.ts'
import { signUpsFor } from '../../../programme/sign-up/queries.ts'
import { couldFit, hasFamilyName, wrongIn } from '../../../programme/sign-up/rules.ts'
import { type Subject, subjectOf } from '../../../programme/sign-up/subject.ts'
import { tellMoment } from '../../../programme/sign-up/telling.ts'
import type { Refusals, Typed } from '../../../ui/fields.tsx'
import { untoldRides } from '../rides/told.ts'
import { isDay, joinForm } from './form.ts'
import { join } from './joining.ts'
import { List } from './list-views.tsx'
import { listCss } from './look.ts'
import { tellPlaces } from './tell.ts'
import { inSentences } from './views.tsx'

const ADDRESS = '/werk/meedoen/:slot/:date{[0-9]{4}-[0-9]{2}-[0-9]{2}}'

type Asked = { work: Work; subject: Subject }

/** `/werk/meedoen/{slotId}/{plannedDate}`: who comes to one moment, for who may change its offer; nobody else can read it. */
export function mountJoiningList(app: Hono<Env>, house: House): void {
  const asked = async (c: Context<Env>): Promise<Asked | Response> => {
    const work = await atWork(c, house, 'programme.change')
    if (work instanceof Response) return work
    const { slot = '', date = '' } = c.req.param() as Record<string, string>
    if (!isId(slot) || !isDay(date)) return notFoundAtWork(c, house)
    const zone = house.settings.timeZone
    const subject = await house.database.reading(work.stek.stekId, (tx) => subjectOf(tx, work.stek.stekId, slot, date, zone))
    return subject?.terms && mayChange(work, subject.offer.partnerId) ? { work, subject } : notFoundAtWork(c, house)
  }
  const page = async (c: Context<Env>, { work, subject }: Asked, typed: Typed, refusals: Refusals = {}, gentle = false) => {
    const { moment, stek } = subject
    const people = await house.database.inStek(work.actor, stek.stekId, (tx) =>
      signUpsFor(tx, stek.stekId, moment.slotId, moment.plannedDate),
    )
    const rides = leads(work.signedIn, stek.stekId)
      ? await house.database.inStek(work.actor, stek.stekId, (tx) => untoldRides(tx, stek.stekId, moment))
      : 0
    const added = unsealed(house.secret, c.req.query('k') ?? '', house.clock.now())
    const mailed = c.req.query('verwittigd')
    const list = { t: work.t, token: work.frame.token, subject, people, typed, refusals, gentle, rides, now: house.clock.now() }
    const document = {
      title: work.t('joining-desk.list.title'),
      css: listCss,
      told:
        mailed && /^\d{1,3}$/.test(mailed) ? work.t('joining-desk.list.mailed', { count: Number(mailed) }) : await toldOf(c, house, work),
      children: (
        <List
          {...list}
          code={added ? { signUpId: added, words: codeFor(house.secret, added) } : undefined}
          zone={house.settings.timeZone}
        />
      ),
    }
    return deskPage(c, work, document, gentle || Object.keys(refusals).length > 0 ? 422 : 200)
  }

  app.get(ADDRESS, async (c) => {
    const found = await asked(c)
    return found instanceof Response ? found : page(c, found, { people: '1', sleutel: house.newId() })
  })
  app.post(ADDRESS, async (c) => {
    const found = await asked(c)
    if (found instanceof Response) return found
    const { work, subject } = found
    const { stek, moment } = subject
    const now = house.clock.now()
    const typed = await typedIn(c)
    const list = (k?: string) => signUpPaths.list(stek.slug, moment.slotId, moment.plannedDate, { k })
    const about = typeof typed.wie === 'string' && isId(typed.wie) ? typed.wie : undefined
    if (typed.doe === 'verwittig') {
      const mails = await tellMoment(house, stek.stekId, moment.slotId, moment.plannedDate)
      return seeOther(c, `${list()}&verwittigd=${mails}`)
    }
    if (about && typed.doe === 'weg') {
      await house.database.inStek(work.actor, stek.stekId, (tx) => withdraw(tx, stek.stekId, about, now))
      await tellPlaces(house)
      return seeOther(c, list())
    }
    if (about && typed.doe === 'gebeld') {
      await house.database.inStek(work.actor, stek.stekId, (tx) => keepAsTold(tx, stek.stekId, about, standOf(moment), now))
      return seeOther(c, list())
    }
    const { sleutel = house.newId(), gezien, name, people, phone, email } = joinForm.parse(typed)
    const kept = { ...typed, name, sleutel }
    const wrong = wrongIn({ name, people, phone, email })
    const over = moment.cancellation !== null || Temporal.Instant.compare(moment.endsAt, now) <= 0
    if (over) return page(c, found, kept, { name: work.t('joining-desk.list.over') })
    if (Object.keys(wrong).length > 0 || people === undefined) return page(c, found, kept, inSentences(work.t, wrong))
    if (subject.terms && !couldFit(people, subject.terms, true)) return page(c, found, kept, { people: work.t('joining.wrong.full') })
    if (hasFamilyName(name) && gezien !== name) return page(c, found, kept, {}, true)
    await join(house, work.actor, subject, { signUpId: sleutel, name, people, phone, email, language: 'nl', byDesk: true })
    return seeOther(c, list(sealed(house.secret, sleutel, now)))
  })
}
