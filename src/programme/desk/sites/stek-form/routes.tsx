import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../../place/person/at-work.ts'
import { notFoundAtWork } from '../../../../place/person/pages.tsx'
import { typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import type { Typed } from '../../../../ui/fields.tsx'
import { deskPage } from '../../page.ts'
import { deskPaths } from '../../paths.ts'
import { statusOf, type Trouble } from '../../three-steps.tsx'
import { saveOver } from '../form/save.ts'
import { carrySeen } from '../form/seen.ts'
import { sheetCss } from '../form/views.tsx'
import { holdStek, stekRow } from '../queries.ts'
import { stekColumns, stekFields, stekForm, typedStek } from './form.ts'
import { refusalsOfStek } from './rules.ts'
import { StekForm, stekWords } from './views.tsx'

/** `/werk/plekken/stek`: changes what the stek is called, how it welcomes, its number and its price limit. */
export function mountStekForm(app: Hono<Env>, house: House): void {
  const page = (c: Context<Env>, work: Work, typed: Typed, trouble: Trouble = {}) => {
    const { t, stek, frame } = work
    const title = t('places.stek.change', { name: stek.name })
    const children = (
      <>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <StekForm
          t={t}
          token={frame.token}
          action={deskPaths.ofStek(stek.slug)}
          back={deskPaths.places(stek.slug)}
          typed={typed}
          trouble={trouble}
        />
      </>
    )
    return deskPage(c, work, { title, css: sheetCss, children }, statusOf(trouble))
  }

  app.get('/werk/plekken/stek', async (c) => {
    const work = await atWork(c, house, 'place.change')
    if (work instanceof Response) return work
    const { stekId } = work.stek
    const row = await house.database.reading(stekId, (tx) => stekRow(tx, stekId))
    if (!row) return notFoundAtWork(c, house)
    const shown = typedStek(row)
    return page(c, work, { ...shown, sleutel: house.newId(), gezien: carrySeen(shown) })
  })

  app.post('/werk/plekken/stek', async (c) => {
    const work = await atWork(c, house, 'place.change')
    if (work instanceof Response) return work
    const { stekId, slug } = work.stek
    const typed = await typedIn(c)
    const draft = stekForm.parse(typed)
    return saveOver(c, house, work, {
      kind: 'stek-change',
      table: 'stek',
      key: {},
      address: deskPaths.ofStek(slug),
      typed,
      fields: stekFields,
      words: stekWords(work.t),
      refusals: refusalsOfStek(draft),
      hold: (tx) => holdStek(tx, stekId),
      typedOf: typedStek,
      next: (row) => stekColumns(draft, row.translations),
      page: (again, trouble) => page(c, work, again, trouble),
    })
  })
}
