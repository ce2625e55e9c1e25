import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../place/person/at-work.ts'
import type { Per } from '../../../platform/calendar/whole-weeks.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { deskPage } from '../../../programme/desk/page.ts'
import { askedFor } from './form.ts'
import { figuresCss } from './look.ts'
import { readShown } from './shown.ts'
import { FiguresPage, perWords } from './views.tsx'

/** `/werk/cijfers?per=week|maand|kwartaal&tot=` and the same as a workbook at `/werk/cijfers.xlsx`. */
export function mountFigures(app: Hono<Env>, house: House): void {
  const read = (work: Work, per: Per, until: string | undefined) =>
    house.database.inStek(work.actor, work.stek.stekId, (tx) => readShown(tx, work.stek.stekId, per, until))

  app.get('/werk/cijfers', async (c: Context<Env>) => {
    const work = await atWork(c, house, 'figures.see')
    if (work instanceof Response) return work
    const { per, until } = askedFor(c.req.query())
    const shown = await read(work, per, until)
    const children = <FiguresPage work={work} per={per} shown={shown} />
    return deskPage(c, work, { title: work.t('figures.title'), css: figuresCss, children })
  })

  app.get('/werk/cijfers.xlsx', async (c: Context<Env>) => {
    const work = await atWork(c, house, 'figures.see')
    if (work instanceof Response) return work
    const { per, until } = askedFor(c.req.query())
    const shown = await read(work, per, until)
    const { workbookOf } = await import('./workbook.ts')
    const bytes = await workbookOf(work.t, work.stek.name, shown, house.clock.now())
    const last = shown?.figures.periods.at(-1)?.key ?? 'leeg'
    return c.body(bytes, 200, {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="cijfers-${work.stek.slug}-${perWords[per]}-${last}.xlsx"`,
      'Cache-Control': 'no-store',
    })
  })
}
