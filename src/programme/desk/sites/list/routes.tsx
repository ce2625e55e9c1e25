import type { Hono } from 'hono'
import { partnersOf } from '../../../../place/partner/queries.ts'
import { atWork } from '../../../../place/person/at-work.ts'
import { notFoundAtWork } from '../../../../place/person/pages.tsx'
import { roomsOf, sitesOf } from '../../../../place/site/queries.ts'
import { stekById } from '../../../../place/stek/queries.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import { deskPage } from '../../page.ts'
import { toldOf } from '../../undo/told.tsx'
import { Places, placesCss } from './views.tsx'

/** `/werk/plekken`: the stek, its sites with what visitors can read about them, its rooms and partners. */
export function mountPlaces(app: Hono<Env>, house: House): void {
  app.get('/werk/plekken', async (c) => {
    const work = await atWork(c, house, 'place.change')
    if (work instanceof Response) return work
    const { t } = work
    const { stekId } = work.stek
    const [stek, sites, rooms, partners] = await house.database.reading(stekId, async (tx) => [
      await stekById(tx, stekId),
      await sitesOf(tx, stekId),
      await roomsOf(tx, stekId),
      await partnersOf(tx, stekId),
    ])
    if (!stek) return notFoundAtWork(c, house)
    const told = await toldOf(c, house, work)
    const children = (
      <>
        <h1>{t('places.title')}</h1>
        <p class="soft">{t('places.intro')}</p>
        <Places t={t} stek={stek} sites={sites} rooms={rooms} partners={partners} />
      </>
    )
    return deskPage(c, work, { title: t('places.title'), told, css: placesCss, children })
  })
}
