import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../place/person/at-work.ts'
import { notAllowed } from '../../../place/person/pages.tsx'
import { seeOther, typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { type Refusals, type Typed, typedText } from '../../../ui/fields.tsx'
import type { Board } from '../../board/board.ts'
import { sentencesOf } from '../../forms/sentences.ts'
import { offerFields } from '../../offer/columns.ts'
import { offerForm } from '../../offer/form.ts'
import { refusalsOfOffer } from '../../offer/rules.ts'
import { slotFields, slotForm } from '../../slot/form.ts'
import { refusalsOfSlot, slotFrom } from '../../slot/rules.ts'
import { carryOut, rehearse } from '../changing/carry-out.ts'
import { changeIdOf } from '../changing/key.ts'
import { deskPage } from '../page.ts'
import { Preview } from '../parts.tsx'
import { deskPaths } from '../paths.ts'
import { ownPartner, readDesk, todayIn } from '../read.ts'
import { roomOptions } from '../slot-form/fields.tsx'
import { stepOf } from '../step.ts'
import { weekCodeOf } from '../week/week-code.ts'
import { type OfferOptions, optionsFor, rulesChoices } from './choices.ts'
import { OfferNotes, OfferSeen } from './preview.tsx'
import { addOffer } from './save.ts'
import { OfferForm } from './views.tsx'

const names = [...offerFields, ...slotFields, 'withoutSlot']

const blank = (house: House, work: Work, options: OfferOptions): Typed => ({
  sleutel: house.newId(),
  partner: ownPartner(work) ?? options.partner[0]?.value,
  site: options.site[0]?.value,
  takingPart: 'walk-in',
  audience: 'everyone',
  languages: ['nl'],
  pictogram: 'coffee',
  confirmEvery: '90',
  howOften: 'weeks-1',
  pausesPublic: 'yes',
})

/** `/werk/aanbod/nieuw`: an offer with its first fixed moment, in three steps: type, look, save. */
export function mountNewOffer(app: Hono<Env>, house: House): void {
  const page = (c: Context<Env>, work: Work, board: Board, options: OfferOptions, typed: Typed, refusals: Refusals = {}) =>
    deskPage(
      c,
      work,
      {
        title: work.t('desk.offer.newTitle'),
        children: (
          <>
            <h1>{work.t('desk.offer.newTitle')}</h1>
            <OfferForm
              t={work.t}
              token={work.frame.token}
              action={deskPaths.newOffer(work.stek.slug)}
              back={deskPaths.week(work.stek.slug)}
              typed={typed}
              refusals={refusals}
              options={options}
              priceLimitInCents={board.stek.priceLimitInCents}
              slot={{ rooms: roomOptions(board) }}
            />
          </>
        ),
      },
      Object.keys(refusals).length > 0 ? 422 : 200,
    )

  app.get('/werk/aanbod/nieuw', async (c) => {
    const work = await atWork(c, house, 'programme.change')
    if (work instanceof Response) return work
    const board = await readDesk(house, work)
    const options = optionsFor(work.t, work, board)
    return page(c, work, board, options, blank(house, work, options))
  })

  app.post('/werk/aanbod/nieuw', async (c) => {
    const work = await atWork(c, house, 'programme.change')
    if (work instanceof Response) return work
    const typed = await typedIn(c)
    const step = stepOf(typed)
    const today = todayIn(house)
    const board = await readDesk(house, work)
    const options = optionsFor(work.t, work, board)
    if (step === 'back') return page(c, work, board, options, typed)

    const draft = offerForm.parse(typed)
    const slotDraft = typedText(typed, 'withoutSlot') === '' ? slotForm(today).parse(typed) : undefined
    const roomIds = board.rooms.filter(({ siteId }) => siteId === draft.site).map(({ roomId }) => roomId)
    const refusals = [...refusalsOfOffer(draft, rulesChoices(options, board)), ...(slotDraft ? refusalsOfSlot(slotDraft, { today, roomIds }) : [])]
    if (refusals.length > 0) return page(c, work, board, options, typed, sentencesOf(work.t, refusals))

    const slot = slotDraft && slotFrom(slotDraft)
    const ids = { offerId: house.newId() }
    const changeId = changeIdOf(work.signedIn.personId, deskPaths.newOffer(work.stek.slug), typed)
    const change = { stekId: work.stek.stekId, actor: work.actor, changeId, kind: 'offer-add', offerId: ids.offerId, offerIds: [] }
    const doing = addOffer(work, house.newId, ids, draft, slot)
    const outcome = step === 'save' ? await carryOut(house, change, doing) : await rehearse(house, change, doing)
    if (outcome.state === 'done')
      return seeOther(c, deskPaths.week(work.stek.slug, { week: weekCodeOf(slot?.startsOn ?? today), gedaan: changeId }))
    if (outcome.state === 'refused') return page(c, work, board, options, typed, sentencesOf(work.t, outcome.refusals))
    if (outcome.state !== 'looked') return notAllowed(c, house, work.stek.name)
    return deskPage(c, work, {
      title: work.t('desk.offer.newTitle'),
      children: (
        <>
          <h1>{work.t('desk.offer.newTitle')}</h1>
          <Preview t={work.t} token={work.frame.token} action={deskPaths.newOffer(work.stek.slug)} typed={typed} names={names} notes={<OfferNotes t={work.t} draft={draft} />}>
            <OfferSeen t={work.t} board={outcome.board} offerId={ids.offerId} today={today} now={house.clock.now()} zone={house.settings.timeZone} />
          </Preview>
        </>
      ),
    })
  })
}
