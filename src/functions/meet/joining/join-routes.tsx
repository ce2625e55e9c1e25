import type { Context, Hono } from 'hono'
import { ownFormsOnly, tooOften } from '../../../place/code/refused.tsx'
import { stekBySlug } from '../../../place/stek/queries.ts'
import { isId } from '../../../platform/clock/identifiers.ts'
import { sealed } from '../../../platform/codes/seal.ts'
import { visitor } from '../../../platform/database/door.ts'
import { privateDocument, seeOther, typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { addressOf } from '../../../platform/limits/address.ts'
import { tryWithin } from '../../../platform/limits/limits.ts'
import { signUpPaths } from '../../../programme/sign-up/paths.ts'
import { freePlaces } from '../../../programme/sign-up/queries.ts'
import { couldFit, hasFamilyName, standingOf, wrongIn } from '../../../programme/sign-up/rules.ts'
import { type Subject, subjectOf } from '../../../programme/sign-up/subject.ts'
import type { Typed } from '../../../ui/fields.tsx'
import { inLanguage } from '../../../ui/page.tsx'
import { wordsIn } from '../../../ui/words-in.ts'
import { isDay, joinForm } from './form.ts'
import { join } from './joining.ts'
import { inSentences, joinPage } from './views.tsx'

/** Enough for a full bus on one shared Wi-Fi address, too little to fill every list of a stek by script. */
const SIGN_UPS = { kind: 'sign-up', allowed: 80, windowInMinutes: 10 }

const ADDRESS = '/:stek{[a-z0-9-]+}/meedoen/:slot/:date{[0-9]{4}-[0-9]{2}-[0-9]{2}}'

type Asked = { subject: Subject; free: number }

/** `/{stek}/meedoen/{slotId}/{plannedDate}`: puts down a name for one moment. Needs no script and sets no cookie. @source ACCESSIBLE-2 */
export function mountJoin(app: Hono<Env>, house: House, language: Language): void {
  const t = wordsIn(house, language)

  const asked = async (c: Context<Env>): Promise<Asked | undefined> => {
    const { stek: slug = '', slot = '', date = '' } = c.req.param() as Record<string, string>
    if (!isId(slot) || !isDay(date)) return undefined
    const stek = await house.database.reading(null, (tx) => stekBySlug(tx, slug))
    if (!stek) return undefined
    return house.database.reading(stek.stekId, async (tx) => {
      const subject = await subjectOf(tx, stek.stekId, slot, date, house.settings.timeZone)
      return subject && { subject, free: await freePlaces(tx, slot, date) }
    })
  }

  const page = (
    c: Context<Env>,
    { subject, free }: Asked,
    typed: Typed,
    more: { refusals?: Record<string, string>; gentle?: boolean } = {},
  ) => {
    const standing = subject.terms ? standingOf(subject.moment, subject.terms, house.clock.now()) : 'not-yet'
    const { refusals = {}, gentle = false } = more
    const document = joinPage({ t, language, subject, standing, free, token: c.get('formToken'), typed, refusals, gentle })
    return privateDocument(c, document, gentle || Object.keys(refusals).length > 0 ? 422 : 200)
  }

  app.use('/:stek{[a-z0-9-]+}/meedoen/*', ownFormsOnly(house, language))
  app.get(ADDRESS, async (c) => {
    const found = await asked(c)
    return found ? page(c, found, { people: '1', sleutel: house.newId() }) : c.notFound()
  })
  app.post(ADDRESS, async (c) => {
    const found = await asked(c)
    if (!found) return c.notFound()
    const { subject } = found
    const typed = await typedIn(c)
    const { sleutel = house.newId(), gezien, name, people, phone, email } = joinForm.parse(typed)
    const kept = { ...typed, name, sleutel }
    if (!subject.terms || standingOf(subject.moment, subject.terms, house.clock.now()) !== 'open') return page(c, found, kept)
    const wrong = wrongIn({ name, people, phone, email })
    if (Object.keys(wrong).length > 0 || people === undefined) return page(c, found, kept, { refusals: inSentences(t, wrong) })
    if (!couldFit(people, subject.terms, false)) return page(c, found, kept, { refusals: { people: t('joining.wrong.full') } })
    if (hasFamilyName(name) && gezien !== name) return page(c, found, kept, { gentle: true })
    const permission = await tryWithin(house, [{ ...SIGN_UPS, about: addressOf(c, house.settings.baseUrl) }])
    if (!permission.allowed) return tooOften(c, house, language, permission.retryAfterInSeconds)
    await join(house, visitor, subject, { signUpId: sleutel, name, people, phone, email, language, byDesk: false })
    return seeOther(c, inLanguage(language, signUpPaths.seen(sealed(house.secret, `${sleutel}`, house.clock.now()))))
  })
}
