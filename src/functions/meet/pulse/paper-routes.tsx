import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../place/person/at-work.ts'
import { sitesOf } from '../../../place/site/queries.ts'
import { seeOther, typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { languages } from '../../../platform/i18n/languages.ts'
import { deskPage } from '../../../programme/desk/page.ts'
import { todayIn } from '../../../programme/desk/read.ts'
import type { Refusals, Typed } from '../../../ui/fields.tsx'
import { wordsIn } from '../../../ui/words-in.ts'
import { welcomePaths } from '../paths.ts'
import { readPaper } from './form.ts'
import { PaperForm, PaperSheet, sheetCss } from './paper-views.tsx'
import { putPaper } from './queries.ts'
import { choices, faces, type PaperRefusal, refusalsOfPaper } from './rules.ts'

const fieldNames: Record<string, string> = { site: 'plek', day: 'dag' }

/** `/werk/welkom/blad` (a sheet to print) and `/werk/welkom/papier` (what was counted from it). */
export function mountPaper(app: Hono<Env>, house: House): void {
  const sitesFor = ({ stek }: Work) => house.database.reading(stek.stekId, (tx) => sitesOf(tx, stek.stekId))

  app.get('/werk/welkom/blad', async (c: Context<Env>) => {
    const work = await atWork(c, house, 'welcome.ask')
    if (work instanceof Response) return work
    const words = new Map(languages.map((language) => [language, wordsIn(house, language)]))
    const siteNames = (await sitesFor(work)).map(({ name }) => name)
    const children = <PaperSheet words={words} siteNames={siteNames} />
    return deskPage(c, work, { title: work.t('warmth.pulse.sheet.title'), css: sheetCss, children })
  })

  const formPage = async (c: Context<Env>, work: Work, typed: Typed, refusals: Refusals = {}) => {
    const { t, stek, frame } = work
    const saved = c.req.method === 'GET' && c.req.query('bewaard') ? t('warmth.pulse.paper.saved') : undefined
    const children = <PaperForm t={t} token={frame.token} stek={stek.slug} sites={await sitesFor(work)} typed={typed} refusals={refusals} />
    const status = Object.keys(refusals).length > 0 ? 422 : 200
    return deskPage(c, work, { title: t('warmth.pulse.paper.title'), told: saved, children }, status)
  }

  app.get('/werk/welkom/papier', async (c: Context<Env>) => {
    const work = await atWork(c, house, 'welcome.ask')
    return work instanceof Response ? work : formPage(c, work, {})
  })

  app.post('/werk/welkom/papier', async (c: Context<Env>) => {
    const work = await atWork(c, house, 'welcome.ask')
    if (work instanceof Response) return work
    const { t, stek, actor } = work
    const typed = await typedIn(c)
    const today = todayIn(house)
    const draft = readPaper(typed, today)
    const found = refusalsOfPaper(
      draft,
      today,
      (await sitesFor(work)).map(({ siteId }) => siteId),
    )
    if (found.length > 0 || !draft.day) {
      const sentence = ({ field, why }: PaperRefusal) => [fieldNames[field] ?? field, t(`warmth.pulse.wrong.${why}`)] as const
      return formPage(c, work, typed, Object.fromEntries(found.map(sentence)))
    }
    const sheet = {
      stekId: stek.stekId,
      siteId: draft.site,
      date: draft.day,
      counts: [...faces, ...choices].map((answer) => [answer, draft.counts[answer] ?? 0] as const),
    }
    await house.database.inStek(actor, stek.stekId, (tx) => putPaper(tx, sheet))
    return seeOther(c, `${welcomePaths.paper(stek.slug)}&bewaard=1`)
  })
}
