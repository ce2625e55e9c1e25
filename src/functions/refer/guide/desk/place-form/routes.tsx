import type { Context, Hono } from 'hono'
import { notFoundAtWork } from '../../../../../place/person/pages.tsx'
import { isId } from '../../../../../platform/clock/identifiers.ts'
import { seeOther, typedIn } from '../../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../../platform/http/house.ts'
import { deskPage } from '../../../../../programme/desk/page.ts'
import { readPlace } from '../../../../../programme/desk/read.ts'
import { sentencesOf } from '../../../../../programme/forms/sentences.ts'
import type { Refusals, Typed } from '../../../../../ui/fields.tsx'
import { type GuideWork, leaderAtGuide } from '../at-work.ts'
import { guideCss } from '../look.ts'
import { guideDeskPaths } from '../paths.ts'
import { placeColumns, placeForm, refusalsOfPlace, typedPlace, typedReach } from './form.ts'
import { keepPlace, placeRow, placesOf, removePlace } from './queries.ts'
import { PlaceForm, PlaceList } from './views.tsx'

/** `/werk/wegwijzer/plaatsen`: where services are given, and how one gets there from the sites; for who leads the stek. */
export function mountGuidePlaces(app: Hono<Env>, house: House): void {
  app.get('/werk/wegwijzer/plaatsen', async (c) => {
    const work = await leaderAtGuide(c, house)
    if (work instanceof Response) return work
    const { t, stek } = work
    const places = await work.inStek((tx) => placesOf(tx, stek.stekId))
    const told = c.req.query('gedaan') ? t('guidedesk.saved') : undefined
    return deskPage(c, work, {
      title: t('guidedesk.places.title'),
      told,
      css: guideCss,
      children: <PlaceList work={work} places={places} />,
    })
  })

  const sitesOf = async (work: GuideWork) => (await readPlace(house, work)).sites

  const page = async (c: Context<Env>, work: GuideWork, id: string | undefined, typed: Typed, refusals: Refusals = {}) => {
    const { t, stek } = work
    const title = id ? t('guidedesk.places.change') : t('guidedesk.places.new')
    const action = id ? guideDeskPaths.place(stek.slug, id) : guideDeskPaths.newPlace(stek.slug)
    const remove = id ? guideDeskPaths.removePlace(stek.slug, id) : undefined
    const props = { work, title, action, typed, refusals, ...(remove ? { remove } : {}) }
    const children = <PlaceForm {...props} sites={await sitesOf(work)} />
    return deskPage(c, work, { title, css: guideCss, children }, Object.keys(refusals).length > 0 ? 422 : 200)
  }

  const save = async (c: Context<Env>, work: GuideWork, id: string | undefined) => {
    const { t, stek } = work
    const typed = await typedIn(c)
    const draft = placeForm.parse(typed)
    const siteIds = (await sitesOf(work)).map(({ siteId }) => siteId)
    const ways = typedReach(typed, siteIds)
    const refusals = {
      ...sentencesOf(t, refusalsOfPlace(draft, siteIds)),
      ...('wrong' in ways ? { [ways.wrong]: t('guidedesk.wrong.reach') } : {}),
    }
    if (Object.keys(refusals).length > 0 || 'wrong' in ways) return page(c, work, id, typed, refusals)
    const known = id ? await work.inStek((tx) => placeRow(tx, stek.stekId, id)) : undefined
    await work.inStek((tx) =>
      keepPlace(tx, stek.stekId, id ?? house.newId(), placeColumns(draft, known?.row.translations ?? {}), ways.reach),
    )
    return seeOther(c, guideDeskPaths.places(stek.slug, { gedaan: 'bewaard' }))
  }

  app.get('/werk/wegwijzer/plaatsen/nieuw', async (c) => {
    const work = await leaderAtGuide(c, house)
    return work instanceof Response ? work : page(c, work, undefined, { stepFree: 'unknown' })
  })
  app.post('/werk/wegwijzer/plaatsen/nieuw', async (c) => {
    const work = await leaderAtGuide(c, house)
    return work instanceof Response ? work : save(c, work, undefined)
  })

  async function placeAtWork(c: Context<Env>) {
    const work = await leaderAtGuide(c, house)
    if (work instanceof Response) return work
    const id = c.req.param('id') ?? ''
    const place = isId(id) ? await work.inStek((tx) => placeRow(tx, work.stek.stekId, id)) : undefined
    return place ? { work, place, id } : notFoundAtWork(c, house)
  }

  app.get('/werk/wegwijzer/plaatsen/:id{[0-9a-f-]{36}}', async (c) => {
    const found = await placeAtWork(c)
    return found instanceof Response ? found : page(c, found.work, found.id, typedPlace(found.place.row, found.place.reach))
  })
  app.post('/werk/wegwijzer/plaatsen/:id{[0-9a-f-]{36}}', async (c) => {
    const found = await placeAtWork(c)
    return found instanceof Response ? found : save(c, found.work, found.id)
  })
  app.post('/werk/wegwijzer/plaatsen/:id{[0-9a-f-]{36}}/weg', async (c) => {
    const found = await placeAtWork(c)
    if (found instanceof Response) return found
    const { work, id } = found
    const gone = await work.inStek((tx) => removePlace(tx, work.stek.stekId, id))
    return seeOther(c, guideDeskPaths.places(work.stek.slug, gone ? { gedaan: 'weg' } : {}))
  })
}
