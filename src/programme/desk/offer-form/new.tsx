import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../place/person/at-work.ts'
import { typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { type Typed, typedText } from '../../../ui/fields.tsx'
import type { Board } from '../../board/board.ts'
import { offerFields } from '../../offer/columns.ts'
import { offerForm } from '../../offer/form.ts'
import { refusalsOfOffer } from '../../offer/rules.ts'
import { slotFields, slotForm } from '../../slot/form.ts'
import { refusalsOfSlot, slotFrom } from '../../slot/rules.ts'
import { deskPage } from '../page.ts'
import { deskPaths } from '../paths.ts'
import { ownPartner, readPlace, todayIn } from '../read.ts'
import { roomOptions } from '../slot-form/fields.tsx'
import { statusOf, type Trouble, takeStep } from '../three-steps.tsx'
import { weekCodeOf } from '../week/week-code.ts'
import { type OfferOptions, optionsFor, rulesChoices } from './choices.ts'
import { OfferNotes, OfferSeen } from './preview.tsx'
import { addOffer } from './save.ts'
import { OfferForm } from './views.tsx'

const names = [...offerFields, ...slotFields, 'withoutSlot']

const blank = (house: House, work: Work, options: OfferOptions): Typed => ({
  sleutel: house.newId(),
  partner: ownPartner(work) ?? (options.partner.length === 1 ? options.partner[0]?.value : ''),
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
  const page = (c: Context<Env>, work: Work, board: Board, options: OfferOptions, typed: Typed, trouble: Trouble = {}) =>
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
              refusals={trouble.refusals ?? {}}
              options={options}
              priceLimitInCents={board.stek.priceLimitInCents}
              slot={{ rooms: roomOptions(board) }}
            />
          </>
        ),
      },
      statusOf(trouble),
    )

  app.get('/werk/aanbod/nieuw', async (c) => {
    const work = await atWork(c, house, 'programme.change')
    if (work instanceof Response) return work
    const board = await readPlace(house, work)
    const options = optionsFor(work.t, work, board)
    return page(c, work, board, options, blank(house, work, options))
  })

  app.post('/werk/aanbod/nieuw', async (c) => {
    const work = await atWork(c, house, 'programme.change')
    if (work instanceof Response) return work
    const typed = await typedIn(c)
    const today = todayIn(house)
    const board = await readPlace(house, work)
    const options = optionsFor(work.t, work, board)
    const draft = offerForm.parse(typed)
    const slotDraft = typedText(typed, 'withoutSlot') === '' ? slotForm(today).parse(typed) : undefined
    const slot = slotDraft && slotFrom(slotDraft)
    const roomIds = board.rooms.filter(({ siteId }) => siteId === draft.site).map(({ roomId }) => roomId)
    const offerId = house.newId()
    return takeStep(c, house, work, {
      title: work.t('desk.offer.newTitle'),
      address: deskPaths.newOffer(work.stek.slug),
      typed,
      names,
      refusals: [
        ...refusalsOfOffer(draft, rulesChoices(options, board)),
        ...(slotDraft ? refusalsOfSlot(slotDraft, { today, roomIds }) : []),
      ],
      change: { kind: 'offer-add', offerId, offerIds: [] },
      doing: addOffer(work, house.newId, { offerId }, draft, slot),
      page: (again, trouble) => page(c, work, board, options, again, trouble),
      seen: (then) => (
        <OfferSeen t={work.t} board={then} offerId={offerId} {...{ today, now: house.clock.now(), zone: house.settings.timeZone }} />
      ),
      notes: <OfferNotes t={work.t} draft={draft} />,
      goTo: (gedaan) => deskPaths.week(work.stek.slug, { week: weekCodeOf(slot?.startsOn ?? today), gedaan }),
    })
  })
}
