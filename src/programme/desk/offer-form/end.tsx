import type { Context, Hono } from 'hono'
import { typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Typed } from '../../../ui/fields.tsx'
import { typedDay } from '../../slot/columns.ts'
import { endForm } from '../../slot/form.ts'
import { refusalsOfLastDay } from '../../slot/rules.ts'
import { deskPage } from '../page.ts'
import { deskPaths } from '../paths.ts'
import { todayIn } from '../read.ts'
import { EndForm } from '../slot-form/views.tsx'
import { statusOf, type Trouble, takeStep } from '../three-steps.tsx'
import { offerAtWork } from './change.tsx'
import { OfferSeen } from './preview.tsx'

/** `/werk/aanbod/{offer}/stop`: an offer stops after a day; nothing typed lets an offer that stopped go on. */
export function mountEndOffer(app: Hono<Env>, house: House): void {
  type Found = Exclude<Awaited<ReturnType<typeof offerAtWork>>, Response>

  const titleOf = ({ work, offer }: Found) =>
    work.t(offer.endedOn ? 'desk.offer.resumeTitle' : 'desk.offer.stopTitle', { title: offer.title })

  const page = (c: Context<Env>, found: Found, typed: Typed, trouble: Trouble = {}) => {
    const { work, offer } = found
    const children = (
      <>
        <h1>
          <bdi>{titleOf(found)}</bdi>
        </h1>
        <EndForm
          t={work.t}
          token={work.frame.token}
          action={deskPaths.endOffer(work.stek.slug, offer.offerId)}
          back={deskPaths.offer(work.stek.slug, offer.offerId)}
          typed={typed}
          refusals={trouble.refusals ?? {}}
          hint={work.t(offer.endedOn ? 'desk.offer.hint.resume' : 'desk.slot.hint.last')}
        />
      </>
    )
    return deskPage(c, work, { title: titleOf(found), children }, statusOf(trouble))
  }

  app.get('/werk/aanbod/:offer{[0-9a-f-]{36}}/stop', async (c) => {
    const found = await offerAtWork(c, house)
    if (found instanceof Response) return found
    return page(c, found, { sleutel: house.newId(), last: found.offer.endedOn ? '' : typedDay(todayIn(house)) })
  })

  app.post('/werk/aanbod/:offer{[0-9a-f-]{36}}/stop', async (c) => {
    const found = await offerAtWork(c, house)
    if (found instanceof Response) return found
    const { work, offer } = found
    const typed = await typedIn(c)
    const today = todayIn(house)
    const { last } = endForm(today).parse(typed)
    const resumes = offer.endedOn !== null && last.typed === ''
    const when = { today, now: house.clock.now(), zone: house.settings.timeZone }
    return takeStep(c, house, work, {
      title: titleOf(found),
      address: deskPaths.endOffer(work.stek.slug, offer.offerId),
      typed,
      names: ['last'],
      refusals: resumes ? [] : refusalsOfLastDay(last, today),
      change: { kind: resumes ? 'offer-resume' : 'offer-end', offerId: offer.offerId, offerIds: [offer.offerId] },
      doing: ({ write }) => write.set('offer', { offer_id: offer.offerId }, { ended_on: resumes ? null : (last.date ?? today) }),
      page: (again, trouble) => page(c, found, again, trouble),
      seen: (then) => <OfferSeen t={work.t} board={then} offerId={offer.offerId} {...when} />,
      goTo: (gedaan) => deskPaths.offer(work.stek.slug, offer.offerId, { gedaan }),
    })
  })
}
