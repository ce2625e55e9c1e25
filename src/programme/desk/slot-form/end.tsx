import type { Context, Hono } from 'hono'
import { typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Typed } from '../../../ui/fields.tsx'
import { plusDays } from '../../board/clock.ts'
import { typedDay } from '../../slot/columns.ts'
import { endForm } from '../../slot/form.ts'
import { refusalsOfLastDay } from '../../slot/rules.ts'
import { holdRow } from '../changing/meanwhile.ts'
import { OfferSeen } from '../offer-form/preview.tsx'
import { deskPage } from '../page.ts'
import { MeanwhileNote } from '../parts.tsx'
import { deskPaths } from '../paths.ts'
import { readPlace, todayIn } from '../read.ts'
import { revisionOf } from '../step.ts'
import { statusOf, type Trouble, takeStep } from '../three-steps.tsx'
import { lostNote } from './lost.tsx'
import { mergeSlot } from './merge.ts'
import { slotAtWork } from './routes.tsx'
import { endSlot } from './save.ts'
import { EndForm } from './views.tsx'

/** `/werk/vast/{slot}/stop`: a fixed moment stops after a day. */
export function mountEndSlot(app: Hono<Env>, house: House): void {
  type Found = Exclude<Awaited<ReturnType<typeof slotAtWork>>, Response>

  const page = (c: Context<Env>, { work, slot }: Found, typed: Typed, trouble: Trouble = {}) => {
    const title = work.t('desk.slot.stopTitle', { title: slot.offerTitle })
    return deskPage(
      c,
      work,
      {
        title,
        children: (
          <>
            <h1>
              <bdi>{title}</bdi>
            </h1>
            {trouble.meanwhile && <MeanwhileNote t={work.t} {...trouble.meanwhile} />}
            <EndForm
              t={work.t}
              token={work.frame.token}
              action={deskPaths.endSlot(work.stek.slug, slot.slotId)}
              back={deskPaths.offer(work.stek.slug, slot.offerId)}
              typed={typed}
              refusals={trouble.refusals ?? {}}
              hint={work.t('desk.slot.hint.last')}
            />
          </>
        ),
      },
      statusOf(trouble),
    )
  }

  app.get('/werk/vast/:slot{[0-9a-f-]{36}}/stop', async (c) => {
    const found = await slotAtWork(c, house)
    if (found instanceof Response) return found
    return page(c, found, { sleutel: house.newId(), revisie: String(found.slot.revision), last: typedDay(todayIn(house)) })
  })

  app.post('/werk/vast/:slot{[0-9a-f-]{36}}/stop', async (c) => {
    const found = await slotAtWork(c, house)
    if (found instanceof Response) return found
    const { work, slot } = found
    const typed = await typedIn(c)
    const today = todayIn(house)
    const { last } = endForm(today).parse(typed)
    const when = { today, now: house.clock.now(), zone: house.settings.timeZone }
    return takeStep(c, house, work, {
      title: work.t('desk.slot.stopTitle', { title: slot.offerTitle }),
      address: deskPaths.endSlot(work.stek.slug, slot.slotId),
      typed,
      names: ['last'],
      refusals: refusalsOfLastDay(last, today),
      change: { kind: 'slot-end', offerId: slot.offerId, offerIds: [slot.offerId], frees: true },
      async doing(bench) {
        await holdRow(bench.tx, work.stek.stekId, 'slot', { slot_id: slot.slotId }, revisionOf(typed))
        await endSlot(bench, work.stek.stekId, slot, last.date ?? today)
      },
      page: (again, trouble) => page(c, found, again, trouble),
      notes: await lostNote(house, work, { ...slot, endsOn: last.date ?? today }, plusDays(last.date ?? today, 1)),
      merge: async (meanwhile) => mergeSlot(work.t, await readPlace(house, work), typed, meanwhile, today),
      seen: (then) => <OfferSeen t={work.t} board={then} offerId={slot.offerId} {...when} />,
      goTo: (gedaan) => deskPaths.offer(work.stek.slug, slot.offerId, { gedaan }),
    })
  })
}
