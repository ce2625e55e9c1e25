import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../place/person/at-work.ts'
import { notAllowed, notFoundAtWork } from '../../../place/person/pages.tsx'
import { typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Typed } from '../../../ui/fields.tsx'
import type { Board } from '../../board/board.ts'
import { offerFields, typedOffer, typedOfferRow } from '../../offer/columns.ts'
import { offerForm } from '../../offer/form.ts'
import type { Offer } from '../../offer/offer.ts'
import { refusalsOfOffer } from '../../offer/rules.ts'
import { slotsOfOffer } from '../../slot/queries.ts'
import { mergeTyped } from '../changing/merge.ts'
import { rowAsItWas } from '../changing/was.ts'
import { deskPage } from '../page.ts'
import { MeanwhileNote } from '../parts.tsx'
import { deskPaths } from '../paths.ts'
import { mayChange, readPlace, todayIn } from '../read.ts'
import { revisionOf } from '../step.ts'
import { statusOf, type Trouble, takeStep } from '../three-steps.tsx'
import { toldOf } from '../undo/told.tsx'
import { offerWords, optionsFor, rulesChoices } from './choices.ts'
import { OfferNotes, OfferSeen } from './preview.tsx'
import { changeOffer } from './save.ts'
import { OfferSlots } from './slots.tsx'
import { OfferForm } from './views.tsx'

type Found = { work: Work; board: Board; offer: Offer }

/** The offer in the address, for somebody who may change it; or the page that says why not. Ended offers are found too. */
export async function offerAtWork(c: Context<Env>, house: House): Promise<Found | Response> {
  const work = await atWork(c, house, 'programme.change')
  if (work instanceof Response) return work
  const board = await readPlace(house, work)
  const offer = board.offers.find(({ offerId }) => offerId === c.req.param('offer'))
  if (!offer) return notFoundAtWork(c, house)
  if (!mayChange(work, offer.partnerId)) return notAllowed(c, house, work.stek.name)
  return { work, board, offer }
}

/** `/werk/aanbod/{offer}`: changes an offer in three steps, and shows its fixed moments. */
export function mountChangeOffer(app: Hono<Env>, house: House): void {
  const page = async (c: Context<Env>, { work, board, offer }: Found, typed: Typed, trouble: Trouble = {}) => {
    const { t, stek, frame } = work
    const slots = await house.database.reading(stek.stekId, (tx) => slotsOfOffer(tx, stek.stekId, offer.offerId))
    const title = t('desk.offer.changeTitle', { title: offer.title })
    const children = (
      <>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {trouble.meanwhile && <MeanwhileNote t={t} {...trouble.meanwhile} />}
        <OfferSlots t={t} stek={stek.slug} offer={offer} slots={slots} today={todayIn(house)} />
        <OfferForm
          t={t}
          token={frame.token}
          action={deskPaths.offer(stek.slug, offer.offerId)}
          back={deskPaths.offers(stek.slug)}
          typed={typed}
          refusals={trouble.refusals ?? {}}
          options={optionsFor(t, work, board, offer)}
          priceLimitInCents={board.stek.priceLimitInCents}
        />
      </>
    )
    return deskPage(c, work, { title, told: await toldOf(c, house, work), children }, statusOf(trouble))
  }

  app.get('/werk/aanbod/:offer{[0-9a-f-]{36}}', async (c) => {
    const found = await offerAtWork(c, house)
    if (found instanceof Response) return found
    const { offer } = found
    return page(c, found, { ...typedOffer(offer), sleutel: house.newId(), revisie: String(offer.revision) })
  })

  app.post('/werk/aanbod/:offer{[0-9a-f-]{36}}', async (c) => {
    const found = await offerAtWork(c, house)
    if (found instanceof Response) return found
    const { work, board, offer } = found
    const { t, stek } = work
    const typed = await typedIn(c)
    const draft = offerForm.parse(typed)
    const options = optionsFor(t, work, board, offer)
    const when = { today: todayIn(house), now: house.clock.now(), zone: house.settings.timeZone }
    return takeStep(c, house, work, {
      title: t('desk.offer.changeTitle', { title: offer.title }),
      address: deskPaths.offer(stek.slug, offer.offerId),
      typed,
      names: offerFields,
      refusals: refusalsOfOffer(draft, rulesChoices(options, board, offer)),
      change: { kind: 'offer-change', offerId: offer.offerId, offerIds: [offer.offerId] },
      doing: changeOffer(work, offer, draft, revisionOf(typed)),
      page: (again, trouble) => page(c, found, again, trouble),
      seen: (then) => <OfferSeen t={t} board={then} offerId={offer.offerId} {...when} />,
      notes: <OfferNotes t={t} draft={draft} />,
      goTo: (gedaan) => deskPaths.offer(stek.slug, offer.offerId, { gedaan }),
      merge(meanwhile) {
        const was = rowAsItWas(meanwhile)
        return mergeTyped(typed, was && typedOfferRow(was), typedOfferRow(meanwhile.now), offerFields, offerWords(t, options))
      },
    })
  })
}
