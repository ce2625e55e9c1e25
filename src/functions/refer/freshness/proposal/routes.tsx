import type { Context, Hono } from 'hono'
import { notFoundAtWork } from '../../../../place/person/pages.tsx'
import { isId } from '../../../../platform/clock/identifiers.ts'
import { seeOther, typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import { deskPage } from '../../../../programme/desk/page.ts'
import { todayIn } from '../../../../programme/desk/read.ts'
import { typedList, typedText } from '../../../../ui/fields.tsx'
import { type GuideWork, guideAtWork } from '../../guide/desk/at-work.ts'
import { keepEnded } from '../../guide/desk/entry/queries.ts'
import { typedHours } from '../../guide/desk/hours/typed-hours.ts'
import { guideCss } from '../../guide/desk/look.ts'
import { guideDeskPaths } from '../../guide/desk/paths.ts'
import { type WholeService, wholeService } from '../../guide/desk/queries.ts'
import { replaceHours } from '../../guide/desk/service-form/save.ts'
import { typedEntry } from '../link/form.ts'
import { keepTakenOver, proposalRow, settle } from '../queries.ts'
import type { Proposal } from '../tables.ts'
import { takenOver } from './rules.ts'
import { ProposalView } from './views.tsx'

type Found = { work: GuideWork; requestId: string; answer: string | null; proposal: Proposal; service: WholeService }

/** `/werk/wegwijzer/voorstel/{id}`: what an organisation says is different, taken over field by field with one press. */
export function mountProposal(app: Hono<Env>, house: House): void {
  async function proposalAtWork(c: Context<Env>): Promise<Found | Response> {
    const work = await guideAtWork(c, house)
    if (work instanceof Response) return work
    const requestId = c.req.param('id') ?? ''
    const { stekId } = work.stek
    const found = isId(requestId)
      ? await work.inStek(async (tx) => {
          const row = await proposalRow(tx, stekId, requestId)
          const service = row && (await wholeService(tx, stekId, row.serviceId))
          return row && service ? { work, requestId, answer: row.answer, proposal: row.proposal, service } : undefined
        })
      : undefined
    return found ?? notFoundAtWork(c, house)
  }

  app.get('/werk/wegwijzer/voorstel/:id{[0-9a-f-]{36}}', async (c) => {
    const found = await proposalAtWork(c)
    if (found instanceof Response) return found
    const { work, requestId, answer, proposal, service } = found
    const title = work.t('guidedesk.proposal.title', { name: service.row.name })
    const children = (
      <ProposalView
        t={work.t}
        token={work.frame.token}
        title={title}
        action={guideDeskPaths.proposal(work.stek.slug, requestId)}
        back={guideDeskPaths.service(work.stek.slug, service.row.service_id)}
        shown={typedEntry(service)}
        proposal={proposal}
        ended={answer === 'ended'}
      />
    )
    return deskPage(c, work, { title, css: guideCss, children })
  })

  app.post('/werk/wegwijzer/voorstel/:id{[0-9a-f-]{36}}', async (c) => {
    const found = await proposalAtWork(c)
    if (found instanceof Response) return found
    const { work, requestId, answer, proposal, service } = found
    const { stekId } = work.stek
    const typed = await typedIn(c)
    const serviceId = service.row.service_id
    const today = todayIn(house)
    await work.inStek(async (tx) => {
      if (typedText(typed, 'step') === 'take') {
        const accepted = typedList(typed, 'field')
        await keepTakenOver(tx, stekId, serviceId, takenOver(proposal, accepted), today)
        const read = accepted.includes('hours') && proposal.hours !== undefined ? typedHours(proposal.hours) : undefined
        if (read && 'hours' in read) await replaceHours(tx, { stekId, serviceId, newId: house.newId }, read.hours)
        if (answer === 'ended' && accepted.includes('ended')) await keepEnded(tx, stekId, serviceId, today)
      }
      await settle(tx, stekId, requestId, house.clock.now())
    })
    return seeOther(c, guideDeskPaths.list(work.stek.slug, { toon: 'proposals', gedaan: service.row.name }))
  })
}
