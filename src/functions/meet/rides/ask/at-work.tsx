import type { Context, Hono } from 'hono'
import { seeOther, typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import { SaveButtons } from '../../../../programme/desk/parts.tsx'
import { sentencesOf } from '../../../../programme/forms/sentences.ts'
import { ErrorSummary, Form, type Refusals, type Typed } from '../../../../ui/fields.tsx'
import { placesToLeave, type RideMoment } from '../moment.ts'
import { ridePage } from '../page.ts'
import { RideTo } from '../parts.tsx'
import { ridePaths } from '../paths.ts'
import { arrangerAtWork, momentAt, type RideWork } from '../read.ts'
import { AskFields } from './fields.tsx'
import { askForm } from './form.ts'
import { keepAsk } from './queries.ts'
import { judgeAsk } from './rules.ts'

const ADDRESS = '/werk/ritten/:slot{[0-9a-f-]{36}}/:date{[0-9-]{10}}/vraag'

/** `/werk/ritten/{slot}/{date}/vraag`: a worker asks a ride for somebody who calls or stands at the table. */
export function mountAskAtWork(app: Hono<Env>, house: House): void {
  const page = (c: Context<Env>, work: RideWork, ride: RideMoment, typed: Typed, refusals: Refusals = {}) => {
    const { t, stek, frame } = work
    const { slotId, plannedDate } = ride.moment
    const places = placesToLeave(ride.places)
    const children = (
      <>
        <h1>{t('ridework.askFor')}</h1>
        <p class="plain one">
          <RideTo t={t} ride={ride} whole />
        </p>
        {places.length === 0 ? (
          <p class="mild">
            {t('ridework.firstPlaces')} <a href={ridePaths.places(stek.slug)}>{t('ridework.places')}</a>
          </p>
        ) : (
          <>
            <ErrorSummary refusals={refusals} t={t} />
            <Form token={frame.token} action={ridePaths.ask(stek.slug, slotId, plannedDate)}>
              <AskFields t={t} typed={typed} refusals={refusals} places={places} />
              <SaveButtons t={t} back={ridePaths.moment(stek.slug, slotId, plannedDate)} />
            </Form>
          </>
        )}
      </>
    )
    return ridePage(c, work, t('ridework.askFor'), children, Object.keys(refusals).length > 0 ? 422 : 200)
  }

  app.get(ADDRESS, async (c) => {
    const work = await arrangerAtWork(c, house)
    if (work instanceof Response) return work
    const ride = await momentAt(c, house, work)
    return ride instanceof Response ? ride : page(c, work, ride, { seats: '1', ways: 'both' })
  })

  app.post(ADDRESS, async (c) => {
    const work = await arrangerAtWork(c, house)
    if (work instanceof Response) return work
    const ride = await momentAt(c, house, work)
    if (ride instanceof Response) return ride
    const typed = await typedIn(c)
    const judged = judgeAsk(
      askForm.parse(typed),
      placesToLeave(ride.places).map(({ placeId }) => placeId),
    )
    if ('refusals' in judged) return page(c, work, ride, typed, sentencesOf(work.t, judged.refusals))
    const now = house.clock.now()
    await house.database.inStek(work.actor, work.stek.stekId, (tx) => keepAsk(tx, ride, house.newId(), judged.ask, now))
    return seeOther(c, ridePaths.moment(work.stek.slug, ride.moment.slotId, ride.moment.plannedDate))
  })
}
