import type { Hono } from 'hono'
import { atWork } from '../../../place/person/at-work.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { deskPage } from '../page.ts'
import { todayIn } from '../read.ts'
import { StyleSheet, styleCss } from './views.tsx'

/** `/werk/stijl`: the living style page. */
export function mountStyle(app: Hono<Env>, house: House): void {
  app.get('/werk/stijl', async (c) => {
    const work = await atWork(c, house, 'programme.see')
    if (work instanceof Response) return work
    return deskPage(c, work, {
      title: work.t('style.title'),
      css: styleCss,
      children: <StyleSheet t={work.t} stek={work.stek.slug} today={todayIn(house)} />,
    })
  })
}
