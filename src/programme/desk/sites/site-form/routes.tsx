import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../../place/person/at-work.ts'
import { typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import type { Typed } from '../../../../ui/fields.tsx'
import { slugOf } from '../../../offer/rules.ts'
import { deskPage } from '../../page.ts'
import { deskPaths } from '../../paths.ts'
import { takenSlugs } from '../../taken-slugs.ts'
import { statusOf, type Trouble } from '../../three-steps.tsx'
import { rowAtWork } from '../form/row-at-work.ts'
import { refusalsOfTwins } from '../form/rules.ts'
import { saveOver, saveSheet, stopFor } from '../form/save.ts'
import { carrySeen } from '../form/seen.ts'
import { sheetCss } from '../form/views.tsx'
import { holdSite, otherNames, siteRow } from '../queries.ts'
import { siteColumns, siteFields, siteForm, typedSite } from './form.ts'
import { refusalsOfSite } from './rules.ts'
import { SiteForm, siteWords } from './views.tsx'

/** `/werk/plekken/nieuw` and `/werk/plekken/{site}`: adds a site, with its first room, or changes one. */
export function mountSiteForm(app: Hono<Env>, house: House): void {
  const page = (c: Context<Env>, work: Work, form: { title: string; action: string }, typed: Typed, trouble: Trouble = {}) => {
    const { t, stek, frame } = work
    const children = (
      <>
        <h1>
          <bdi>{form.title}</bdi>
        </h1>
        <SiteForm t={t} token={frame.token} action={form.action} back={deskPaths.places(stek.slug)} typed={typed} trouble={trouble} />
      </>
    )
    return deskPage(c, work, { title: form.title, css: sheetCss, children }, statusOf(trouble))
  }

  const newForm = ({ t, stek }: Work) => ({ title: t('places.site.new'), action: deskPaths.newSite(stek.slug) })

  app.get('/werk/plekken/nieuw', async (c) => {
    const work = await atWork(c, house, 'place.change')
    if (work instanceof Response) return work
    return page(c, work, newForm(work), { sleutel: house.newId(), stepFree: 'unknown', toilet: 'unknown' })
  })

  app.post('/werk/plekken/nieuw', async (c) => {
    const work = await atWork(c, house, 'place.change')
    if (work instanceof Response) return work
    const { stekId } = work.stek
    const typed = await typedIn(c)
    const draft = siteForm.parse(typed)
    const form = newForm(work)
    const sent = {
      kind: 'site-add' as const,
      address: form.action,
      typed,
      refusals: refusalsOfSite(draft),
      page: (again: Typed, trouble: Trouble) => page(c, work, form, again, trouble),
    }
    return saveSheet(c, house, work, sent, async (tx, write) => {
      stopFor(refusalsOfTwins(draft.name, await otherNames(tx, stekId, 'site')))
      const { translations, ...columns } = siteColumns(draft, {})
      const siteId = house.newId()
      const slug = slugOf(draft.name, await takenSlugs(tx, stekId, 'site'), 'plek')
      await write.add('site', { site_id: siteId, slug, ...columns, translations: JSON.stringify(translations) })
      await write.add('room', { room_id: house.newId(), site_id: siteId, name: work.t('account.setUp.firstRoom') })
    })
  })

  const changeForm = ({ t, stek }: Work, site: { site_id: string; name: string }) => ({
    title: t('places.site.change', { name: site.name }),
    action: deskPaths.site(stek.slug, site.site_id),
  })

  async function siteAtWork(c: Context<Env>) {
    const found = await rowAtWork(c, house, 'site', siteRow)
    return found instanceof Response ? found : { work: found.work, site: found.row }
  }

  app.get('/werk/plekken/:site{[0-9a-f-]{36}}', async (c) => {
    const found = await siteAtWork(c)
    if (found instanceof Response) return found
    const shown = typedSite(found.site)
    return page(c, found.work, changeForm(found.work, found.site), { ...shown, sleutel: house.newId(), gezien: carrySeen(shown) })
  })

  app.post('/werk/plekken/:site{[0-9a-f-]{36}}', async (c) => {
    const found = await siteAtWork(c)
    if (found instanceof Response) return found
    const { work, site } = found
    const { stekId } = work.stek
    const typed = await typedIn(c)
    const draft = siteForm.parse(typed)
    const form = changeForm(work, site)
    return saveOver(c, house, work, {
      kind: 'site-change',
      table: 'site',
      key: { site_id: site.site_id },
      address: form.action,
      typed,
      fields: siteFields,
      words: siteWords(work.t),
      refusals: refusalsOfSite(draft),
      hold: (tx) => holdSite(tx, stekId, site.site_id),
      typedOf: typedSite,
      next: (row) => siteColumns(draft, row.translations),
      knownWrong: async (tx) => refusalsOfTwins(draft.name, await otherNames(tx, stekId, 'site', site.site_id)),
      page: (again, trouble) => page(c, work, form, again, trouble),
    })
  })
}
