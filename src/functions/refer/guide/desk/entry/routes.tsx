import type { Context, Hono } from 'hono'
import { isId } from '../../../../../platform/clock/identifiers.ts'
import { seeOther, typedIn } from '../../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../../platform/http/house.ts'
import { deskPage } from '../../../../../programme/desk/page.ts'
import { SaveButtons } from '../../../../../programme/desk/parts.tsx'
import { todayIn } from '../../../../../programme/desk/read.ts'
import { sentencesOf } from '../../../../../programme/forms/sentences.ts'
import { ErrorSummary, Form, type Refusals, type Typed, typedText } from '../../../../../ui/fields.tsx'
import { type GuideWork, serviceAtWork } from '../at-work.ts'
import { guideCss } from '../look.ts'
import { guideDeskPaths, listIn } from '../paths.ts'
import type { WholeService } from '../queries.ts'
import { addNotice, keepChecked, keepEnded, removeNotice } from './queries.ts'
import { noticeForm, refusalsOfNotice } from './rules.ts'
import { NoticeForm } from './views.tsx'

/** What can be done with one press about an entry, and what is different for a while. */
export function mountEntry(app: Hono<Env>, house: House): void {
  app.post('/werk/wegwijzer/:id{[0-9a-f-]{36}}/nagekeken', async (c) => {
    const found = await serviceAtWork(c, house)
    if (found instanceof Response) return found
    const { work, service } = found
    const { service_id, name } = service.row
    const typed = await typedIn(c)
    await work.inStek((tx) => keepChecked(tx, work.stek.stekId, service_id, todayIn(house), house.clock.now()))
    return seeOther(c, guideDeskPaths.list(work.stek.slug, { ...listIn(typed), gedaan: name }))
  })

  for (const [what, ends] of [
    ['stop', true],
    ['terug', false],
  ] as const)
    app.post(`/werk/wegwijzer/:id{[0-9a-f-]{36}}/${what}`, async (c) => {
      const found = await serviceAtWork(c, house)
      if (found instanceof Response) return found
      const { work, service } = found
      await work.inStek((tx) => keepEnded(tx, work.stek.stekId, service.row.service_id, ends ? todayIn(house) : null))
      return seeOther(c, guideDeskPaths.service(work.stek.slug, service.row.service_id))
    })

  const page = (c: Context<Env>, work: GuideWork, service: WholeService, typed: Typed, refusals: Refusals = {}) => {
    const { t, stek, frame } = work
    const title = t('guidedesk.notice.titleOf', { name: service.row.name })
    const children = (
      <>
        <h1>{title}</h1>
        <p>{t('guidedesk.notice.text')}</p>
        <ErrorSummary refusals={refusals} t={t} />
        <Form token={frame.token} action={guideDeskPaths.notice(stek.slug, service.row.service_id)}>
          <input type="hidden" name="sleutel" value={typedText(typed, 'sleutel')} />
          <NoticeForm t={t} token={frame.token} action="" typed={typed} refusals={refusals} places={service.places} />
          <SaveButtons t={t} back={guideDeskPaths.service(stek.slug, service.row.service_id)} />
        </Form>
      </>
    )
    return deskPage(c, work, { title, css: guideCss, children }, Object.keys(refusals).length > 0 ? 422 : 200)
  }

  app.get('/werk/wegwijzer/:id{[0-9a-f-]{36}}/anders', async (c) => {
    const found = await serviceAtWork(c, house)
    return found instanceof Response ? found : page(c, found.work, found.service, { kind: 'closure', sleutel: house.newId() })
  })

  app.post('/werk/wegwijzer/:id{[0-9a-f-]{36}}/anders', async (c) => {
    const found = await serviceAtWork(c, house)
    if (found instanceof Response) return found
    const { work, service } = found
    const typed = await typedIn(c)
    const draft = noticeForm(todayIn(house)).parse(typed)
    const refusals = refusalsOfNotice(
      draft,
      service.places.map(({ location_id }) => location_id),
    )
    const { from, until, kind, start, end, place, message, sleutel } = draft
    if (refusals.length > 0 || !from.date) return page(c, work, service, typed, sentencesOf(work.t, refusals))
    const hours = kind === 'hours' ? { opens: start.time ?? null, closes: end.time ?? null } : { opens: null, closes: null }
    const notice = {
      ...{
        stek_id: work.stek.stekId,
        notice_id: isId(sleutel) ? sleutel : house.newId(),
        service_id: service.row.service_id,
        location_id: place || null,
      },
      ...{ kind: kind as 'closure' | 'hours' | 'message', from_date: from.date, until_date: until.date ?? from.date, ...hours },
    }
    await work.inStek((tx) => addNotice(tx, { ...notice, message } as Parameters<typeof addNotice>[1]))
    return seeOther(c, guideDeskPaths.service(work.stek.slug, service.row.service_id, { gedaan: 'bewaard' }))
  })

  app.post('/werk/wegwijzer/:id{[0-9a-f-]{36}}/anders/weg', async (c) => {
    const found = await serviceAtWork(c, house)
    if (found instanceof Response) return found
    const { work, service } = found
    const notice = typedText(await typedIn(c), 'notice')
    const known = service.notices.some(({ notice_id }) => notice_id === notice)
    if (known) await work.inStek((tx) => removeNotice(tx, work.stek.stekId, service.row.service_id, notice))
    return seeOther(c, guideDeskPaths.service(work.stek.slug, service.row.service_id, { gedaan: 'bewaard' }))
  })
}
