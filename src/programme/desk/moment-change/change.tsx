import type { Context, Hono } from 'hono'
import { typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import type { Typed } from '../../../ui/fields.tsx'
import { momentForm } from '../../exception/form.ts'
import { differenceFrom, refusalsOfChange } from '../../exception/rules.ts'
import { signUpPaths } from '../../sign-up/paths.ts'
import { slotForGood } from '../../slot/rules.ts'
import { mergeTyped } from '../changing/merge.ts'
import { OfferSeen } from '../offer-form/preview.tsx'
import { deskPage } from '../page.ts'
import { MeanwhileNote } from '../parts.tsx'
import { deskPaths } from '../paths.ts'
import { todayIn } from '../read.ts'
import { lostNote } from '../slot-form/lost.tsx'
import { revisionOf } from '../step.ts'
import { tellsOf } from '../tells.tsx'
import { statusOf, type Trouble, takeStep } from '../three-steps.tsx'
import { weekCodeOf } from '../week/week-code.ts'
import { changeForGood, changeMoment } from './save.ts'
import { MomentSeen, seenUntil } from './seen.tsx'
import { momentAtWork, momentFields, placeOptions, type Subject, typedMoment } from './subject.ts'
import { MomentForm } from './views.tsx'
import { momentWords } from './words.ts'

const names = [...momentFields, 'howLong']

/** `/werk/moment/{slot}/{date}`: another day, other hours or another place, once or for good. */
export function mountChangeMoment(app: Hono<Env>, house: House): void {
  const addressOf = ({ work, slot, moment }: Subject) => deskPaths.moment(work.stek.slug, slot.slotId, moment.plannedDate)
  const titleOf = ({ work, offer, moment }: Subject) =>
    work.t('desk.moment.changeTitle', { title: offer.title, date: saidIn('nl').long(moment.date) })

  const page = (c: Context<Env>, subject: Subject, typed: Typed, trouble: Trouble = {}) => {
    const { work, slot, moment } = subject
    const { t, stek } = work
    const children = (
      <>
        <h1>
          <bdi>{titleOf(subject)}</bdi>
        </h1>
        {trouble.meanwhile && <MeanwhileNote t={t} {...trouble.meanwhile} />}
        <MomentForm
          t={t}
          token={work.frame.token}
          action={addressOf(subject)}
          back={deskPaths.week(stek.slug, { week: weekCodeOf(moment.date) })}
          cancel={deskPaths.moment(stek.slug, slot.slotId, moment.plannedDate, moment.cancellation?.because === 'worker' ? 'terug' : 'af')}
          typed={typed}
          refusals={trouble.refusals ?? {}}
          places={placeOptions(subject)}
          once={slot.pattern === 'once'}
        />
      </>
    )
    return deskPage(c, work, { title: titleOf(subject), children }, statusOf(trouble))
  }

  const fresh = ({ moment, exception }: Subject): Typed => ({
    ...typedMoment(moment),
    sleutel: house.newId(),
    revisie: String(exception?.revision ?? 0),
  })

  app.get('/werk/moment/:slot{[0-9a-f-]{36}}/:date', async (c) => {
    const subject = await momentAtWork(c, house)
    return subject instanceof Response ? subject : page(c, subject, fresh(subject))
  })

  app.post('/werk/moment/:slot{[0-9a-f-]{36}}/:date', async (c) => {
    const subject = await momentAtWork(c, house)
    if (subject instanceof Response) return subject
    const { work, board, slot, offer, moment } = subject
    const { t, stek } = work
    const typed = await typedIn(c)
    const when = { today: todayIn(house), now: house.clock.now(), zone: house.settings.timeZone }
    const draft = momentForm(when.today).parse(typed)
    const places = placeOptions(subject).map(({ value }) => value)
    const which = { stekId: stek.stekId, slot, date: moment.plannedDate, revision: revisionOf(typed) }
    const always = draft.howLong === 'always'
    const tells = always || offer.takingPart !== 'sign-up' ? undefined : await tellsOf(house, work, moment)
    return takeStep(c, house, work, {
      title: titleOf(subject),
      address: addressOf(subject),
      typed,
      names,
      refusals: refusalsOfChange(draft, { ...when, slot, moment, places, closures: board.closures }),
      change: {
        kind: always ? 'slot-change' : 'moment-change',
        offerId: offer.offerId,
        offerIds: [offer.offerId],
        lookUntil: seenUntil(moment.plannedDate, draft.date.date ?? moment.date),
      },
      doing: always
        ? changeForGood(which, draft, house.newId)
        : changeMoment(which, differenceFrom(draft, slot, moment.plannedDate) ?? null),
      page: (again, trouble) => page(c, subject, again, trouble),
      roomField: 'place',
      seen: (then) =>
        always ? (
          <OfferSeen t={t} board={then} offerId={offer.offerId} {...when} />
        ) : (
          <MomentSeen t={t} board={then} slotId={slot.slotId} date={moment.plannedDate} {...when} />
        ),
      notes: always ? await lostForGood(subject, draft) : undefined,
      tells,
      goTo: (gedaan) =>
        tells
          ? signUpPaths.list(stek.slug, slot.slotId, moment.plannedDate, { gedaan })
          : deskPaths.week(stek.slug, { week: weekCodeOf(draft.date.date ?? moment.date), gedaan }),
      async merge() {
        const now = await momentAtWork(c, house)
        const there = now instanceof Response ? moment : now.moment
        return mergeTyped(typed, undefined, typedMoment(there), momentFields, momentWords(t, subject))
      },
    })
  })

  /** What was arranged for later days that the slot will no longer have. */
  async function lostForGood({ work, slot, moment }: Subject, draft: ReturnType<ReturnType<typeof momentForm>['parse']>) {
    const [date, start, end] = [draft.date.date, draft.start.time, draft.end.time]
    if (!date || !start || !end) return undefined
    const next = { ...slot, ...slotForGood(slot, { date, start, end, roomId: null }) }
    return lostNote(house, work, next, moment.plannedDate, moment.plannedDate)
  }
}
