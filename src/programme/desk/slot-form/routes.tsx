import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../place/person/at-work.ts'
import { notAllowed, notFoundAtWork } from '../../../place/person/pages.tsx'
import { typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Typed } from '../../../ui/fields.tsx'
import type { Board } from '../../board/board.ts'
import type { Refusal } from '../../forms/refusal.ts'
import { slotColumns, slotOfRow, typedSlot } from '../../slot/columns.ts'
import { type SlotDraft, slotFields, slotForm } from '../../slot/form.ts'
import { type OwnSlot, slotById } from '../../slot/queries.ts'
import { changeBeginsNow, type NewSlot, nextPlanned, refusalsOfSlot, rhythmOf, slotFrom } from '../../slot/rules.ts'
import type { Bench } from '../changing/carry-out.ts'
import { holdRow, type Meanwhile } from '../changing/meanwhile.ts'
import { offerAtWork } from '../offer-form/change.tsx'
import { OfferSeen } from '../offer-form/preview.tsx'
import { deskPage } from '../page.ts'
import { MeanwhileNote } from '../parts.tsx'
import { deskPaths } from '../paths.ts'
import { mayChange, readPlace, todayIn } from '../read.ts'
import { revisionOf } from '../step.ts'
import { statusOf, type Trouble, takeStep } from '../three-steps.tsx'
import { weekCodeOf } from '../week/week-code.ts'
import { roomOptions } from './fields.tsx'
import { lostNote } from './lost.tsx'
import { mergeSlot } from './merge.ts'
import { replaceSlot } from './save.ts'
import { SlotForm } from './views.tsx'

/** Which offer a fixed moment belongs to, and which slot is changed; no slot for a new one. */
type Subject = { work: Work; board: Board; offerId: string; siteId: string; title: string; slot?: OwnSlot }

/** The slot in the address, for somebody who may change it; or the page that says why not. */
export async function slotAtWork(c: Context<Env>, house: House): Promise<{ work: Work; slot: OwnSlot } | Response> {
  const work = await atWork(c, house, 'programme.change')
  if (work instanceof Response) return work
  const { stekId } = work.stek
  const slot = await house.database.reading(stekId, (tx) => slotById(tx, stekId, c.req.param('slot') ?? ''))
  if (!slot) return notFoundAtWork(c, house)
  return mayChange(work, slot.partnerId) ? { work, slot } : notAllowed(c, house, work.stek.name)
}

/** `/werk/aanbod/{offer}/vast` and `/werk/vast/{slot}`: adds or changes a fixed moment in three steps. */
export function mountSlotForm(app: Hono<Env>, house: House): void {
  async function subjectOf(c: Context<Env>): Promise<Subject | Response> {
    if (c.req.param('offer')) {
      const found = await offerAtWork(c, house)
      return found instanceof Response
        ? found
        : { ...found, offerId: found.offer.offerId, siteId: found.offer.siteId, title: found.offer.title }
    }
    const found = await slotAtWork(c, house)
    if (found instanceof Response) return found
    const { work, slot } = found
    return { work, slot, board: await readPlace(house, work), offerId: slot.offerId, siteId: slot.siteId, title: slot.offerTitle }
  }

  const addressOf = ({ work, offerId, slot }: Subject) =>
    slot ? deskPaths.slot(work.stek.slug, slot.slotId) : deskPaths.newSlot(work.stek.slug, offerId)

  const titleOf = ({ work, slot, title }: Subject) => work.t(slot ? 'desk.slot.changeTitle' : 'desk.slot.newTitle', { title })

  const page = (c: Context<Env>, subject: Subject, typed: Typed, trouble: Trouble = {}) => {
    const { work, board, slot } = subject
    const heading = titleOf(subject)
    return deskPage(
      c,
      work,
      {
        title: heading,
        children: (
          <>
            <h1>
              <bdi>{heading}</bdi>
            </h1>
            {trouble.meanwhile && <MeanwhileNote t={work.t} {...trouble.meanwhile} />}
            <SlotForm
              t={work.t}
              token={work.frame.token}
              action={addressOf(subject)}
              back={deskPaths.offer(work.stek.slug, subject.offerId)}
              typed={typed}
              refusals={trouble.refusals ?? {}}
              rooms={roomOptions(board, subject.siteId)}
              rhythm={slot && rhythmOf(slot)}
              begins={slot ? 'from' : 'first'}
            />
          </>
        ),
      },
      statusOf(trouble),
    )
  }

  const fresh = ({ slot }: Subject): Typed => {
    const sleutel = house.newId()
    if (!slot) return { sleutel, howOften: 'weeks-1', pausesPublic: 'yes' }
    return { ...typedSlot(slot, nextPlanned(slot, todayIn(house)) ?? slot.startsOn), sleutel, revisie: String(slot.revision) }
  }

  const refusalsFor = ({ board, siteId, slot }: Subject, draft: SlotDraft): readonly Refusal[] => {
    const today = todayIn(house)
    const roomIds = board.rooms.filter((room) => room.siteId === siteId).map(({ roomId }) => roomId)
    return [...(slot ? changeBeginsNow(draft, today) : []), ...refusalsOfSlot(draft, { today, roomIds })]
  }

  const doingFor =
    ({ work, offerId, slot }: Subject, next: NewSlot | undefined, revision: number) =>
    async (bench: Bench): Promise<void> => {
      const { stekId } = work.stek
      if (!next) throw new Error('a slot that was refused is not written')
      if (!slot) return bench.write.add('slot', { slot_id: house.newId(), offer_id: offerId, ...slotColumns(next) })
      const held = await holdRow(bench.tx, stekId, 'slot', { slot_id: slot.slotId }, revision)
      await replaceSlot(bench, { stekId, newId: house.newId }, { ...slot, ...slotOfRow(held) }, next, next.startsOn)
    }

  const merge = ({ work, board }: Subject, typed: Typed, meanwhile: Meanwhile) => mergeSlot(work.t, board, typed, meanwhile, todayIn(house))

  async function show(c: Context<Env>): Promise<Response> {
    const subject = await subjectOf(c)
    return subject instanceof Response ? subject : page(c, subject, fresh(subject))
  }

  async function take(c: Context<Env>): Promise<Response> {
    const subject = await subjectOf(c)
    if (subject instanceof Response) return subject
    const { work, offerId, slot } = subject
    const { t, stek } = work
    const typed = await typedIn(c)
    const draft = slotForm(todayIn(house)).parse(typed)
    const next = slotFrom(draft)
    const when = { today: todayIn(house), now: house.clock.now(), zone: house.settings.timeZone }
    return takeStep(c, house, work, {
      title: titleOf(subject),
      address: addressOf(subject),
      typed,
      names: slotFields,
      refusals: refusalsFor(subject, draft),
      change: { kind: slot ? 'slot-change' : 'slot-add', offerId, offerIds: [offerId] },
      doing: doingFor(subject, next, revisionOf(typed)),
      page: (again, trouble) => page(c, subject, again, trouble),
      seen: (then) => <OfferSeen t={t} board={then} offerId={offerId} {...when} />,
      notes: slot && next ? await lostNote(house, work, { ...slot, ...next }, next.startsOn) : undefined,
      goTo: (gedaan) => deskPaths.week(stek.slug, { week: weekCodeOf(next?.startsOn ?? when.today), gedaan }),
      merge: (meanwhile) => merge(subject, typed, meanwhile),
    })
  }

  for (const address of ['/werk/aanbod/:offer{[0-9a-f-]{36}}/vast', '/werk/vast/:slot{[0-9a-f-]{36}}']) {
    app.get(address, show)
    app.post(address, take)
  }
}
