import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../place/person/at-work.ts'
import { notFoundAtWork } from '../../../place/person/pages.tsx'
import { typedTime } from '../../../platform/calendar/typed.ts'
import { seeOther, typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { deskPage } from '../../../programme/desk/page.ts'
import { SaveButtons } from '../../../programme/desk/parts.tsx'
import { mayChange, readPlace } from '../../../programme/desk/read.ts'
import type { Offer } from '../../../programme/offer/offer.ts'
import { type OutingChoice, wheelchairAnswers } from '../../../programme/outing/outing.ts'
import { keepOuting, outingsOf } from '../../../programme/outing/queries.ts'
import { signUpPaths } from '../../../programme/sign-up/paths.ts'
import { keepTerms, termsOf } from '../../../programme/sign-up/queries.ts'
import { looksLikeNationalNumber, type Terms } from '../../../programme/sign-up/rules.ts'
import { typedHour } from '../../../programme/slot/columns.ts'
import { Check, Choices, ErrorSummary, Form, type Refusals, Select, TextField, type Typed } from '../../../ui/fields.tsx'
import type { T } from '../../../ui/words.ts'
import { termsForm } from './form.ts'
import { tellPlaces } from './tell.ts'

const HOURS = [0, 2, 24, 48, 72, 168] as const

/** What was typed as terms, or what stands in the way. */
function readTerms(t: T, typed: Record<string, unknown>): { terms: Terms; outing: OutingChoice | null } | { refusals: Refusals } {
  const { capacity, kept, closes, meetingPoint, bring, seats, outing, wheelchair, weather } = termsForm.parse(typed)
  const number = (text: string) => (/^\d{1,3}$/.test(text) ? Number(text) : undefined)
  const keptForDesk = kept === '' ? 0 : number(kept)
  const refusals: Record<string, string> = {}
  if (capacity === undefined || capacity < 1 || capacity > 500) refusals.capacity = t('joining-desk.terms.wrongCapacity')
  if (keptForDesk === undefined || keptForDesk > (capacity ?? 0)) refusals.kept = t('joining-desk.terms.wrongKept')
  if (seats !== '' && (number(seats) ?? 0) < 1) refusals.seats = t('joining-desk.terms.wrongCapacity')
  const weatherDecidedBy = typedTime(weather) ?? null
  if (weather !== '' && !weatherDecidedBy) refusals.weather = t('joining-desk.terms.wrongHour')
  for (const [field, text, most] of [
    ['meetingPoint', meetingPoint, 160],
    ['bring', bring, 300],
  ] as const) {
    if (looksLikeNationalNumber(text)) refusals[field] = t('joining.wrong.nationalNumber')
    else if ([...text].length > most) refusals[field] = t('desk.wrong.tooLong', { count: [...text].length, most })
  }
  if (Object.keys(refusals).length > 0 || capacity === undefined || keptForDesk === undefined) return { refusals }
  const closesHoursBefore = HOURS.find((hours) => hours === closes) ?? 0
  return {
    terms: { capacity, keptForDesk, closesHoursBefore, meetingPoint, whatToBring: bring, seats: number(seats) ?? null },
    outing: outing ? { wheelchair: wheelchairAnswers.find((answer) => answer === wheelchair) ?? 'ask', weatherDecidedBy } : null,
  }
}

/** `/werk/meedoen/aanbod/{offerId}`: how many places an offer has, and what to know beforehand. */
export function mountTerms(app: Hono<Env>, house: House): void {
  const asked = async (c: Context<Env>): Promise<{ work: Work; offer: Offer } | Response> => {
    const work = await atWork(c, house, 'programme.change')
    if (work instanceof Response) return work
    const { offers } = await readPlace(house, work)
    const offer = offers.find(({ offerId }) => offerId === c.req.param('offer'))
    return offer && offer.takingPart === 'sign-up' && mayChange(work, offer.partnerId) ? { work, offer } : notFoundAtWork(c, house)
  }
  const page = (c: Context<Env>, work: Work, offer: Offer, typed: Typed, refusals: Refusals = {}) => {
    const { t, stek, frame } = work
    const field = { t, typed, refusals }
    const options = HOURS.map((hours) => ({ value: String(hours), words: t(`joining-desk.terms.closes.h${hours}`) }))
    const children = (
      <>
        <h1>{t('joining-desk.terms.title', { offer: offer.title })}</h1>
        <ErrorSummary refusals={refusals} t={t} />
        <Form token={frame.token} action={signUpPaths.terms(stek.slug, offer.offerId)}>
          <TextField {...field} name="capacity" label={t('joining-desk.terms.capacity')} short inputMode="numeric" />
          <TextField
            {...field}
            name="kept"
            label={t('joining-desk.terms.kept')}
            hint={t('joining-desk.terms.keptHint')}
            short
            optional
            inputMode="numeric"
          />
          <Select {...field} name="closes" label={t('joining-desk.terms.closesLabel')} options={options} />
          <TextField
            {...field}
            name="meetingPoint"
            label={t('joining.about.meetingPoint')}
            hint={t('joining-desk.terms.meetingPointHint')}
            optional
          />
          <TextField {...field} name="bring" label={t('joining.about.bring')} optional />
          <TextField
            {...field}
            name="seats"
            label={t('joining.about.seats')}
            hint={t('joining-desk.terms.seatsHint')}
            short
            optional
            inputMode="numeric"
          />
          <fieldset class="group">
            <legend>{t('outing.title')}</legend>
            <Check name="outing" label={t('joining-desk.terms.outing')} hint={t('joining-desk.terms.outingHint')} typed={typed} />
            <Choices
              {...field}
              name="wheelchair"
              label={t('joining-desk.terms.wheelchair')}
              options={wheelchairAnswers.map((value) => ({ value, words: t(`joining-desk.terms.wheelchairs.${value}`) }))}
            />
            <TextField
              {...field}
              name="weather"
              label={t('joining-desk.terms.weather')}
              hint={t('joining-desk.terms.weatherHint')}
              short
              optional
            />
          </fieldset>
          <SaveButtons t={t} back={signUpPaths.desk(stek.slug)} />
        </Form>
      </>
    )
    return deskPage(
      c,
      work,
      { title: t('joining-desk.terms.title', { offer: offer.title }), children },
      Object.keys(refusals).length > 0 ? 422 : 200,
    )
  }
  app.get('/werk/meedoen/aanbod/:offer', async (c) => {
    const found = await asked(c)
    if (found instanceof Response) return found
    const { work, offer } = found
    const { terms, outing } = await house.database.reading(work.stek.stekId, async (tx) => ({
      terms: await termsOf(tx, work.stek.stekId, offer.offerId),
      outing: (await outingsOf(tx, work.stek.stekId)).find(({ offerId }) => offerId === offer.offerId),
    }))
    return page(c, work, offer, {
      capacity: terms ? String(terms.capacity) : '',
      kept: terms ? String(terms.keptForDesk) : '',
      closes: String(terms?.closesHoursBefore ?? 0),
      meetingPoint: terms?.meetingPoint,
      bring: terms?.whatToBring,
      seats: terms?.seats ? String(terms.seats) : '',
      outing: outing ? 'yes' : '',
      wheelchair: outing?.wheelchair ?? 'ask',
      weather: outing?.weatherDecidedBy ? typedHour(outing.weatherDecidedBy) : '',
    })
  })
  app.post('/werk/meedoen/aanbod/:offer', async (c) => {
    const found = await asked(c)
    if (found instanceof Response) return found
    const { work, offer } = found
    const typed = await typedIn(c)
    const read = readTerms(work.t, typed)
    if ('refusals' in read) return page(c, work, offer, typed, read.refusals)
    await house.database.inStek(work.actor, work.stek.stekId, async (tx) => {
      await keepTerms(tx, work.stek.stekId, offer.offerId, read.terms)
      await keepOuting(tx, work.stek.stekId, offer.offerId, read.outing)
    })
    await tellPlaces(house)
    return seeOther(c, signUpPaths.desk(work.stek.slug))
  })
}
