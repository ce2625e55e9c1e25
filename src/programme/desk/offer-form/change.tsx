import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../place/person/at-work.ts'
import { notAllowed, notFoundAtWork } from '../../../place/person/pages.tsx'
import { seeOther, typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Refusals, Typed } from '../../../ui/fields.tsx'
import type { Board } from '../../board/board.ts'
import { sentencesOf } from '../../forms/sentences.ts'
import { offerFields, typedOffer, typedOfferRow } from '../../offer/columns.ts'
import { offerForm } from '../../offer/form.ts'
import type { Offer } from '../../offer/offer.ts'
import { refusalsOfOffer } from '../../offer/rules.ts'
import { slotsOfOffer } from '../../slot/queries.ts'
import { carryOut, rehearse } from '../changing/carry-out.ts'
import { changeIdOf } from '../changing/key.ts'
import { mergeTyped } from '../changing/merge.ts'
import { rowAsItWas } from '../changing/was.ts'
import { deskPage } from '../page.ts'
import { type Difference, MeanwhileNote, Preview } from '../parts.tsx'
import { deskPaths } from '../paths.ts'
import { mayChange, readDesk, todayIn } from '../read.ts'
import { revisionOf, stepOf } from '../step.ts'
import { toldOf } from '../undo/told.tsx'
import { offerWords, optionsFor, rulesChoices } from './choices.ts'
import { OfferNotes, OfferSeen } from './preview.tsx'
import { changeOffer } from './save.ts'
import { OfferSlots } from './slots.tsx'
import { OfferForm } from './views.tsx'

type Found = { work: Work; board: Board; offer: Offer }
type Trouble = { refusals?: Refusals; meanwhile?: { by: readonly string[]; differences: readonly Difference[] } }

/** The offer in the address, for somebody who may change it; or the page that says why not. Ended offers are found too. */
export async function offerAtWork(c: Context<Env>, house: House): Promise<Found | Response> {
  const work = await atWork(c, house, 'programme.change')
  if (work instanceof Response) return work
  const board = await readDesk(house, work, { from: '0001-01-01', until: todayIn(house) })
  const offer = board.offers.find(({ offerId }) => offerId === c.req.param('offer'))
  if (!offer) return notFoundAtWork(c, house)
  if (!mayChange(work, offer.partnerId)) return notAllowed(c, house, work.stek.name)
  return { work, board, offer }
}

/** `/werk/aanbod/{offer}`: changes an offer in three steps, and shows its fixed moments. */
export function mountChangeOffer(app: Hono<Env>, house: House): void {
  const page = async (c: Context<Env>, { work, board, offer }: Found, typed: Typed, { refusals = {}, meanwhile }: Trouble = {}) => {
    const { t, stek, frame } = work
    const slots = await house.database.reading(stek.stekId, (tx) => slotsOfOffer(tx, stek.stekId, offer.offerId))
    const title = t('desk.offer.changeTitle', { title: offer.title })
    const children = (
      <>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {meanwhile && <MeanwhileNote t={t} {...meanwhile} />}
        <OfferSlots t={t} stek={stek.slug} offer={offer} slots={slots} today={todayIn(house)} />
        <OfferForm
          t={t}
          token={frame.token}
          action={deskPaths.offer(stek.slug, offer.offerId)}
          back={deskPaths.offers(stek.slug)}
          typed={typed}
          refusals={refusals}
          options={optionsFor(t, work, board, offer)}
          priceLimitInCents={board.stek.priceLimitInCents}
        />
      </>
    )
    return deskPage(c, work, { title, told: await toldOf(c, house, work), children }, meanwhile || Object.keys(refusals).length > 0 ? 422 : 200)
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
    const step = stepOf(typed)
    if (step === 'back') return page(c, found, typed)

    const draft = offerForm.parse(typed)
    const options = optionsFor(t, work, board, offer)
    const refusals = refusalsOfOffer(draft, rulesChoices(options, board, offer))
    if (refusals.length > 0) return page(c, found, typed, { refusals: sentencesOf(t, refusals) })

    const address = deskPaths.offer(stek.slug, offer.offerId)
    const changeId = changeIdOf(work.signedIn.personId, address, typed)
    const change = { stekId: stek.stekId, actor: work.actor, changeId, kind: 'offer-change', offerId: offer.offerId, offerIds: [offer.offerId] }
    const doing = changeOffer(work, offer, draft, revisionOf(typed))
    const outcome = step === 'save' ? await carryOut(house, change, doing) : await rehearse(house, change, doing)
    if (outcome.state === 'done') return seeOther(c, deskPaths.offer(stek.slug, offer.offerId, { gedaan: changeId }))
    if (outcome.state === 'refused') return page(c, found, typed, { refusals: sentencesOf(t, outcome.refusals) })
    if (outcome.state === 'meanwhile') {
      const { meanwhile } = outcome
      const was = rowAsItWas(meanwhile)
      const merged = mergeTyped(typed, was && typedOfferRow(was), typedOfferRow(meanwhile.now), offerFields, offerWords(t, options))
      const again = { ...merged.typed, sleutel: house.newId(), revisie: String(meanwhile.now.revision) }
      return page(c, found, again, { meanwhile: { by: meanwhile.by, differences: merged.differences } })
    }
    if (outcome.state !== 'looked') return notAllowed(c, house, stek.name)
    return deskPage(c, work, {
      title: t('desk.offer.changeTitle', { title: offer.title }),
      children: (
        <>
          <h1>
            <bdi>{t('desk.offer.changeTitle', { title: offer.title })}</bdi>
          </h1>
          <Preview t={t} token={work.frame.token} action={address} typed={typed} names={offerFields} notes={<OfferNotes t={t} draft={draft} />}>
            <OfferSeen t={t} board={outcome.board} offerId={offer.offerId} today={todayIn(house)} now={house.clock.now()} zone={house.settings.timeZone} />
          </Preview>
        </>
      ),
    })
  })
}
