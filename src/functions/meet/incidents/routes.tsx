import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../place/person/at-work.ts'
import { notFoundAtWork } from '../../../place/person/pages.tsx'
import { sitesOf } from '../../../place/site/queries.ts'
import { isId } from '../../../platform/clock/identifiers.ts'
import { seeOther, typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { plusDays } from '../../../programme/board/clock.ts'
import { deskPage } from '../../../programme/desk/page.ts'
import { todayIn } from '../../../programme/desk/read.ts'
import { sentencesOf } from '../../../programme/forms/sentences.ts'
import { type Refusals, type Typed, typedText } from '../../../ui/fields.tsx'
import { welcomePaths } from '../paths.ts'
import { readIncident, wordsForm } from './form.ts'
import { addIncident, type Incident, incidentById, incidentCounts, incidentsSince, putWhatChanged } from './queries.ts'
import { incidentKinds, refusalsOfIncident, refusalsOfWords, WORDS_KEPT_IN_DAYS } from './rules.ts'
import { ChangedForm, Incidents, incidentsCss } from './views.tsx'

const statusOf = (refusals: Refusals) => (Object.keys(refusals).length > 0 ? 422 : 200)

/** `/werk/voorvallen`: what happened and what we changed, for who leads the stek. */
export function mountIncidents(app: Hono<Env>, house: House): void {
  const earliest = () => plusDays(todayIn(house), -WORDS_KEPT_IN_DAYS)

  async function page(c: Context<Env>, work: Work, typed: Typed, refusals: Refusals = {}) {
    const { t, stek, actor, frame } = work
    const read = await house.database.inStek(actor, stek.stekId, async (tx) => ({
      sites: await sitesOf(tx, stek.stekId),
      incidents: await incidentsSince(tx, stek.stekId, earliest()),
      counts: await incidentCounts(tx, stek.stekId),
    }))
    const saved = c.req.method === 'GET' ? c.req.query('bewaard') : undefined
    const told = saved && t(saved === 'woorden' ? 'warmth.incidents.changeSaved' : 'warmth.incidents.saved')
    const children = <Incidents t={t} token={frame.token} stek={stek.slug} typed={typed} refusals={refusals} {...read} />
    return deskPage(c, work, { title: t('warmth.incidents.title'), told, css: incidentsCss, children }, statusOf(refusals))
  }

  app.get('/werk/voorvallen', async (c: Context<Env>) => {
    const work = await atWork(c, house, 'incidents.see')
    return work instanceof Response ? work : page(c, work, { sleutel: house.newId() })
  })

  app.post('/werk/voorvallen', async (c: Context<Env>) => {
    const work = await atWork(c, house, 'incidents.see')
    if (work instanceof Response) return work
    const { t, stek, actor } = work
    const typed = await typedIn(c)
    const today = todayIn(house)
    const draft = readIncident(typed, today)
    const sites = await house.database.reading(stek.stekId, (tx) => sitesOf(tx, stek.stekId))
    const siteIds = sites.map(({ siteId }) => siteId)
    const refusals = refusalsOfIncident(draft, today, siteIds)
    const kind = incidentKinds.find((one) => one === draft.kind)
    if (refusals.length > 0 || !kind || !draft.day) return page(c, work, typed, sentencesOf(t, refusals))
    const key = typedText(typed, 'sleutel')
    const incident: Incident = {
      incidentId: isId(key) ? key : house.newId(),
      siteId: draft.site,
      kind,
      onDate: draft.day,
      whatChanged: draft.changed,
    }
    await house.database.inStek(actor, stek.stekId, (tx) => addIncident(tx, stek.stekId, incident))
    return seeOther(c, welcomePaths.incidents(stek.slug, { bewaard: 'ja' }))
  })

  /** The incident in the address while its words may still be kept, with who asks. */
  async function asked(c: Context<Env>) {
    const work = await atWork(c, house, 'incidents.see')
    if (work instanceof Response) return work
    const { stek, actor } = work
    const incidentId = c.req.param('incident') ?? ''
    const read = () => house.database.inStek(actor, stek.stekId, (tx) => incidentById(tx, stek.stekId, incidentId))
    const incident = isId(incidentId) ? await read() : undefined
    return incident && incident.onDate >= earliest() ? { work, incident } : notFoundAtWork(c, house)
  }

  const changedPage = (c: Context<Env>, work: Work, incident: Incident, typed: Typed, refusals: Refusals = {}) => {
    const { t, stek, frame } = work
    const children = <ChangedForm t={t} token={frame.token} stek={stek.slug} incident={incident} typed={typed} refusals={refusals} />
    return deskPage(c, work, { title: t('warmth.incidents.fillTitle'), children }, statusOf(refusals))
  }

  app.get('/werk/voorvallen/:incident{[0-9a-f-]{36}}', async (c: Context<Env>) => {
    const found = await asked(c)
    if (found instanceof Response) return found
    return changedPage(c, found.work, found.incident, { veranderd: found.incident.whatChanged })
  })

  app.post('/werk/voorvallen/:incident{[0-9a-f-]{36}}', async (c: Context<Env>) => {
    const found = await asked(c)
    if (found instanceof Response) return found
    const { work, incident } = found
    const typed = await typedIn(c)
    const { veranderd } = wordsForm.parse(typed)
    const refusals = refusalsOfWords(veranderd)
    if (refusals.length > 0) return changedPage(c, work, incident, typed, sentencesOf(work.t, refusals))
    const { stekId, slug } = work.stek
    await house.database.inStek(work.actor, stekId, (tx) => putWhatChanged(tx, stekId, incident.incidentId, veranderd))
    return seeOther(c, welcomePaths.incidents(slug, { bewaard: 'woorden' }))
  })
}
