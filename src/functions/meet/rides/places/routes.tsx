import type { Context, Hono } from 'hono'
import { seeOther, typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import { readPlace } from '../../../../programme/desk/read.ts'
import { sentencesOf } from '../../../../programme/forms/sentences.ts'
import { type Refusals, type Typed, typedText } from '../../../../ui/fields.tsx'
import { ridePage } from '../page.ts'
import { ridePaths } from '../paths.ts'
import { arrangerAtWork, type RideWork } from '../read.ts'
import { addPlace, endPlace, giveMinutes, givenMinutes, placesOf } from './queries.ts'
import { minutesForm, placeForm, refusalsOfMinutes, refusalsOfPlace, typedPoint } from './rules.ts'
import { Places } from './views.tsx'

/** `/werk/ritten/plekken`: the neighbourhoods and stops from which rides leave, and the minutes between them. */
export function mountRidePlaces(app: Hono<Env>, house: House): void {
  const known = (work: RideWork) => house.database.inStek(work.actor, work.stek.stekId, (tx) => placesOf(tx, work.stek.stekId))

  const page = async (c: Context<Env>, work: RideWork, typed: Typed, refusals: Refusals = {}) => {
    const { t, stek, frame } = work
    const given = await house.database.inStek(work.actor, stek.stekId, (tx) => givenMinutes(tx, stek.stekId))
    const [places, board] = [await known(work), await readPlace(house, work)]
    const children = (
      <>
        <h1>{t('ridework.places')}</h1>
        <Places
          t={t}
          token={frame.token}
          stek={stek.slug}
          sites={board.sites}
          places={places}
          given={given}
          typed={typed}
          refusals={refusals}
        />
      </>
    )
    return ridePage(c, work, t('ridework.places'), children, Object.keys(refusals).length > 0 ? 422 : 200)
  }

  app.get('/werk/ritten/plekken', async (c) => {
    const work = await arrangerAtWork(c, house)
    return work instanceof Response ? work : page(c, work, {})
  })

  app.post('/werk/ritten/plekken', async (c) => {
    const work = await arrangerAtWork(c, house)
    if (work instanceof Response) return work
    const { stek } = work
    const typed = await typedIn(c)
    const draft = placeForm.parse(typed)
    const [places, board] = [await known(work), await readPlace(house, work)]
    const refusals = refusalsOfPlace(draft, {
      names: places.map(({ name }) => name),
      siteIds: board.sites.map(({ siteId }) => siteId),
      takenSiteIds: places.flatMap(({ siteId }) => siteId ?? []),
    })
    if (refusals.length > 0) return page(c, work, typed, sentencesOf(work.t, refusals))
    const { latitude = null, longitude = null } = typedPoint(draft.point) ?? {}
    const place = { placeId: house.newId(), name: draft.placeName, latitude, longitude, siteId: draft.site || null }
    await house.database.inStek(work.actor, stek.stekId, (tx) => addPlace(tx, stek.stekId, place))
    return seeOther(c, ridePaths.places(stek.slug))
  })

  app.post('/werk/ritten/plekken/weg', async (c) => {
    const work = await arrangerAtWork(c, house)
    if (work instanceof Response) return work
    const { stek } = work
    const asked = typedText(await typedIn(c), 'place')
    const place = (await known(work)).find(({ placeId }) => placeId === asked)
    if (place) await house.database.inStek(work.actor, stek.stekId, (tx) => endPlace(tx, stek.stekId, place.placeId, house.clock.now()))
    return seeOther(c, ridePaths.places(stek.slug))
  })

  app.post('/werk/ritten/plekken/minuten', async (c) => {
    const work = await arrangerAtWork(c, house)
    if (work instanceof Response) return work
    const { stek } = work
    const typed = await typedIn(c)
    const draft = minutesForm.parse(typed)
    const refusals = refusalsOfMinutes(
      draft,
      (await known(work)).map(({ placeId }) => placeId),
    )
    if (refusals.length > 0 || draft.minutes === undefined) return page(c, work, typed, sentencesOf(work.t, refusals))
    const given = { fromPlaceId: draft.from, toPlaceId: draft.to, minutes: draft.minutes }
    await house.database.inStek(work.actor, stek.stekId, (tx) => giveMinutes(tx, stek.stekId, given))
    return seeOther(c, ridePaths.places(stek.slug))
  })
}
