import type { Context, Hono } from 'hono'
import { typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import type { Typed } from '../../../ui/fields.tsx'
import { cancelForm } from '../../exception/form.ts'
import { notOver, refusalsOfCancelling } from '../../exception/rules.ts'
import { signUpPaths } from '../../sign-up/paths.ts'
import { mergeTyped } from '../changing/merge.ts'
import { deskPage } from '../page.ts'
import { MeanwhileNote, NotPossible } from '../parts.tsx'
import { deskPaths } from '../paths.ts'
import { revisionOf } from '../step.ts'
import { tellsOf } from '../tells.tsx'
import { statusOf, type Trouble, takeStep } from '../three-steps.tsx'
import { weekCodeOf } from '../week/week-code.ts'
import { cancelMoment, restoreMoment } from './save.ts'
import { MomentSeen, seenUntil } from './seen.tsx'
import { momentAtWork, momentFields, type Subject, typedMoment } from './subject.ts'
import { CancelForm } from './views.tsx'
import { momentWords } from './words.ts'

type Way = 'af' | 'terug'

/** `/werk/moment/{slot}/{date}/af` and `/terug`: a moment does not go on, or goes on again as planned. */
export function mountCancelMoment(app: Hono<Env>, house: House): void {
  const addressOf = ({ work, slot, moment }: Subject, way: Way) => deskPaths.moment(work.stek.slug, slot.slotId, moment.plannedDate, way)
  const titleOf = ({ work, offer, moment }: Subject, way: Way) =>
    work.t(way === 'af' ? 'desk.moment.cancelTitle' : 'desk.moment.backTitle', { title: offer.title, date: saidIn('nl').long(moment.date) })

  const page = (c: Context<Env>, subject: Subject, typed: Typed, trouble: Trouble = {}, way: Way = 'af') => {
    const { work, moment } = subject
    const children = (
      <>
        <h1>
          <bdi>{titleOf(subject, way)}</bdi>
        </h1>
        {trouble.meanwhile && <MeanwhileNote t={work.t} {...trouble.meanwhile} />}
        {way === 'af' ? (
          <CancelForm
            t={work.t}
            token={work.frame.token}
            action={addressOf(subject, way)}
            back={deskPaths.week(work.stek.slug, { week: weekCodeOf(moment.date) })}
            typed={typed}
            refusals={trouble.refusals ?? {}}
            weather={`${addressOf(subject, way)}&reden=weer`}
          />
        ) : (
          <>
            <NotPossible t={work.t} refusals={trouble.refusals ?? {}} />
            <p>
              <a class="big" href={deskPaths.week(work.stek.slug, { week: weekCodeOf(moment.date) })}>
                {work.t('desk.step.backToWeek')}
              </a>
            </p>
          </>
        )}
      </>
    )
    return deskPage(c, work, { title: titleOf(subject, way), children }, statusOf(trouble))
  }

  const fresh = ({ exception }: Subject): Typed => ({
    sleutel: house.newId(),
    revisie: String(exception?.revision ?? 0),
    reason: exception?.reason ?? '',
  })

  const take = async (c: Context<Env>, subject: Subject, typed: Typed, way: Way) => {
    const { work, slot, offer, moment } = subject
    const { t, stek } = work
    const now = house.clock.now()
    const { reason } = cancelForm.parse(typed)
    const which = { stekId: stek.stekId, slot, date: moment.plannedDate, revision: revisionOf(typed) }
    const hears = (knows: string) => (knows === 'off') === (way === 'terug')
    const tells = offer.takingPart === 'sign-up' ? await tellsOf(house, work, moment, hears) : undefined
    return takeStep(c, house, work, {
      title: titleOf(subject, way),
      address: addressOf(subject, way),
      typed,
      names: ['reason'],
      refusals: way === 'af' ? refusalsOfCancelling(reason, moment, now) : notOver(moment, now),
      change: {
        kind: way === 'af' ? 'moment-cancel' : 'moment-back',
        offerId: offer.offerId,
        offerIds: [offer.offerId],
        frees: way === 'af',
        lookUntil: seenUntil(moment.plannedDate, moment.date),
      },
      doing: way === 'af' ? cancelMoment(which, reason) : restoreMoment(which),
      page: (again, trouble) => page(c, subject, again, trouble, way),
      seen: (then) => (
        <MomentSeen t={t} board={then} slotId={slot.slotId} date={moment.plannedDate} now={now} zone={house.settings.timeZone} />
      ),
      backTo: way === 'terug' ? deskPaths.week(stek.slug, { week: weekCodeOf(moment.date) }) : undefined,
      tells,
      goTo: (gedaan) =>
        tells
          ? signUpPaths.list(stek.slug, slot.slotId, moment.plannedDate, { gedaan })
          : deskPaths.week(stek.slug, { week: weekCodeOf(moment.date), gedaan }),
      async merge() {
        const there = await momentAtWork(c, house)
        return mergeTyped(
          typed,
          undefined,
          typedMoment(there instanceof Response ? moment : there.moment),
          momentFields,
          momentWords(t, subject),
        )
      },
    })
  }

  app.get('/werk/moment/:slot{[0-9a-f-]{36}}/:date/af', async (c) => {
    const subject = await momentAtWork(c, house)
    if (subject instanceof Response) return subject
    // One tap for what has to go fast, on a phone: the first page is what visitors will see and who hears of it.
    if (c.req.query('reden') === 'weer')
      return take(c, subject, { ...fresh(subject), reason: subject.work.t('programme.reasons.weather') }, 'af')
    return page(c, subject, fresh(subject))
  })
  // There is nothing to fill in: the first page is what visitors will see.
  app.get('/werk/moment/:slot{[0-9a-f-]{36}}/:date/terug', async (c) => {
    const subject = await momentAtWork(c, house)
    return subject instanceof Response ? subject : take(c, subject, fresh(subject), 'terug')
  })
  for (const way of ['af', 'terug'] as const)
    app.post(`/werk/moment/:slot{[0-9a-f-]{36}}/:date/${way}`, async (c) => {
      const subject = await momentAtWork(c, house)
      return subject instanceof Response ? subject : take(c, subject, await typedIn(c), way)
    })
}
