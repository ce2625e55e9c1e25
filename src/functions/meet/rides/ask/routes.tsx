import type { Context, Hono } from 'hono'
import { visitor } from '../../../../platform/database/door.ts'
import { protect, typedSoFar } from '../../../../platform/forms/protect.ts'
import { privateDocument, seeOther, typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import type { Language } from '../../../../platform/i18n/languages.ts'
import { addressOf } from '../../../../platform/limits/address.ts'
import { tryWithin } from '../../../../platform/limits/limits.ts'
import { sentencesOf } from '../../../../programme/forms/sentences.ts'
import { paths } from '../../../../programme/paths.ts'
import { inLanguage } from '../../../../ui/page.tsx'
import { plainPage } from '../../../../ui/plain-pages.tsx'
import { TypedSoFar } from '../../../../ui/typed-so-far.tsx'
import { wordsIn } from '../../../../ui/words-in.ts'
import { placesToLeave, rideMoment, stateOf } from '../moment.ts'
import { askForm } from './form.ts'
import { keepAsk } from './queries.ts'
import { judgeAsk } from './rules.ts'
import { askedPage, askPage } from './views.tsx'

const ADDRESS = '/:stek{[a-z0-9-]+}/rit/:slot{[0-9a-f-]{36}}/:date{[0-9-]{10}}'

/** `/{stek}/rit/{slot}/{date}`: a visitor asks a ride; no account, no cookie. */
export function mountAsk(app: Hono<Env>, house: House, language: Language): void {
  const found = async (c: Context<Env>) => {
    const ride = await rideMoment(house, c.req.param('stek') ?? '', c.req.param('slot') ?? '', c.req.param('date') ?? '')
    return ride && { t: wordsIn(house, language), language, ride, state: stateOf(ride.moment, house.clock.now()) }
  }

  app.use(
    ADDRESS,
    protect(house, async (c, why) => {
      const t = wordsIn(house, language)
      const typed = why === 'form' ? <TypedSoFar t={t} typed={await typedSoFar(c)} /> : null
      return privateDocument(c, plainPage(t, language, t('rides.refused.title'), t('rides.refused.text'), typed), 403)
    }),
  )

  app.get(ADDRESS, async (c) => {
    const props = await found(c)
    if (!props) return c.notFound()
    if (c.req.query('gevraagd') !== undefined) return privateDocument(c, askedPage(props))
    return privateDocument(c, askPage({ ...props, token: c.get('formToken'), typed: { seats: '1' }, refusals: {} }))
  })

  app.post(ADDRESS, async (c) => {
    const props = await found(c)
    if (!props) return c.notFound()
    const { t, ride, state } = props
    const typed = await typedIn(c)
    const again = (refusals: Record<string, string>) =>
      privateDocument(c, askPage({ ...props, token: c.get('formToken'), typed, refusals }), 422)
    if (state !== 'open') return again({})
    const judged = judgeAsk(
      askForm.parse(typed),
      placesToLeave(ride.places).map(({ placeId }) => placeId),
    )
    if ('refusals' in judged) return again(sentencesOf(t, judged.refusals))
    // Everybody on the Wi-Fi of a site has one address: generous, yet no flood.
    const permission = await tryWithin(house, [
      { kind: 'ride', about: addressOf(c, house.settings.baseUrl), allowed: 40, windowInMinutes: 60 },
      { kind: 'ride moment', about: `${ride.moment.slotId} ${ride.moment.plannedDate}`, allowed: 200, windowInMinutes: 24 * 60 },
    ])
    if (!permission.allowed) {
      c.header('Retry-After', String(permission.retryAfterInSeconds))
      return privateDocument(
        c,
        plainPage(t, language, t('rides.tooMany.title'), t('rides.tooMany.text'), <TypedSoFar t={t} typed={typed} />),
        429,
      )
    }
    const now = house.clock.now()
    await house.database.inStek(visitor, ride.stek.stekId, (tx) => keepAsk(tx, ride, house.newId(), judged.ask, now))
    const { slotId, plannedDate } = ride.moment
    return seeOther(c, `${inLanguage(language, paths.ride(ride.stek.slug, slotId, plannedDate))}?gevraagd`)
  })
}
