import type { Context, Hono } from 'hono'
import { notFoundAtWork } from '../../../../../place/person/pages.tsx'
import { brokenConstraint, type Tx } from '../../../../../platform/database/door.ts'
import { seeOther, typedIn } from '../../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../../platform/http/house.ts'
import { mergeTyped } from '../../../../../programme/desk/changing/merge.ts'
import { deskPage } from '../../../../../programme/desk/page.ts'
import { todayIn } from '../../../../../programme/desk/read.ts'
import { carrySeen, seenIn } from '../../../../../programme/desk/sites/form/seen.ts'
import { revisionOf } from '../../../../../programme/desk/step.ts'
import { statusOf, type Trouble } from '../../../../../programme/desk/three-steps.tsx'
import { sentencesOf } from '../../../../../programme/forms/sentences.ts'
import { slugOf } from '../../../../../programme/offer/rules.ts'
import { type Typed, typedText } from '../../../../../ui/fields.tsx'
import { type GuideWork, guideAtWork, serviceAtWork } from '../at-work.ts'
import { keepChecked } from '../entry/queries.ts'
import { EntryHead } from '../entry/views.tsx'
import { knownOf } from '../known.ts'
import { guideCss } from '../look.ts'
import { guideDeskPaths } from '../paths.ts'
import { organisationsOf, placesToChoose, takenInGuide, type WholeService, wholeService } from '../queries.ts'
import { type ServiceDraft, serviceFields, serviceForm, typedService } from './form.ts'
import { refusalsOfService } from './rules.ts'
import { addService, changeService, organisationFor } from './save.ts'
import { ServiceForm, serviceWords } from './views.tsx'

/** `/werk/wegwijzer/nieuw` and `/werk/wegwijzer/{id}`: adds a service to the guide, or changes one. */
export function mountServiceForm(app: Hono<Env>, house: House): void {
  const choices = async (work: GuideWork, service?: WholeService) => {
    const { stekId } = work.stek
    const { organisations, places } = await work.inStek(async (tx) => ({
      organisations: await organisationsOf(tx, stekId, work.partnerId),
      places: await placesToChoose(tx, stekId, service?.organisation.organisation_id),
    }))
    const own = (service?.places ?? []).map(({ location_id, name, street, town }) => ({ locationId: location_id, name, street, town }))
    const more = places.filter(({ locationId }) => !own.some((one) => one.locationId === locationId))
    return { organisations, places: [...own, ...more] }
  }

  const page = async (c: Context<Env>, work: GuideWork, service: WholeService | undefined, typed: Typed, trouble: Trouble = {}) => {
    const { t, stek, frame } = work
    const title = service ? service.row.name : t('guidedesk.new')
    const action = service ? guideDeskPaths.service(stek.slug, service.row.service_id) : guideDeskPaths.newService(stek.slug)
    const props = {
      t,
      token: frame.token,
      action,
      back: guideDeskPaths.list(stek.slug),
      typed,
      trouble,
      leads: work.leads,
      isNew: !service,
    }
    const children = (
      <>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {service && <EntryHead work={work} service={service} known={knownOf(service)} today={todayIn(house)} />}
        <ServiceForm {...props} {...(await choices(work, service))} />
      </>
    )
    const told = c.req.query('gedaan') === 'bewaard' ? t('guidedesk.saved') : undefined
    return deskPage(c, work, { title, told, css: guideCss, children }, statusOf(trouble))
  }

  /** The second button: all that stands here was looked at today. */
  const isChecked = (typed: Typed) => typedText(typed, 'step') === 'checked'
  const checkedToo = async (tx: Tx, work: GuideWork, serviceId: string, typed: Typed) => {
    if (isChecked(typed)) await keepChecked(tx, work.stek.stekId, serviceId, todayIn(house), house.clock.now())
  }
  const saved = (c: Context<Env>, { stek }: GuideWork, serviceId: string, name: string, typed: Typed) =>
    seeOther(
      c,
      isChecked(typed)
        ? guideDeskPaths.list(stek.slug, { gedaan: name })
        : guideDeskPaths.service(stek.slug, serviceId, { gedaan: 'bewaard' }),
    )

  app.get('/werk/wegwijzer/nieuw', async (c) => {
    const work = await guideAtWork(c, house)
    if (work instanceof Response) return work
    const { organisations } = await choices(work)
    if (organisations.length === 0 && !work.leads) return notFoundAtWork(c, house)
    const organisation = c.req.query('organisatie') ?? (organisations.length === 1 ? organisations[0]?.organisationId : '')
    return page(c, work, undefined, { sleutel: house.newId(), organisation, languages: ['nl'], rhythm: '6' })
  })

  app.post('/werk/wegwijzer/nieuw', async (c) => {
    const work = await guideAtWork(c, house)
    if (work instanceof Response) return work
    const { stekId } = work.stek
    const typed = await typedIn(c)
    const draft = onlyWhatMay(work, serviceForm.parse(typed))
    const { organisations } = await choices(work)
    const ids = organisations.map(({ organisationId }) => organisationId)
    const refusals = refusalsOfService(draft, typed, ids)
    if (refusals.length > 0) return page(c, work, undefined, typed, { refusals: sentencesOf(work.t, refusals) })
    const key = typeof typed.sleutel === 'string' && /^[0-9a-f-]{36}$/.test(typed.sleutel) ? typed.sleutel : house.newId()
    try {
      await work.inStek(async (tx) => {
        const slug = slugOf(draft.name, await takenInGuide(tx, stekId, 'service'), 'dienst')
        const where = { stekId, serviceId: key, newId: house.newId }
        const organisation = await organisationFor(tx, where, draft)
        await addService(tx, where, slug, { ...draft, organisation }, typed)
        await checkedToo(tx, work, key, typed)
      })
    } catch (thrown) {
      // The same form sent twice is saved once.
      if (brokenConstraint(thrown) !== 'service_pkey') throw thrown
    }
    return saved(c, work, key, draft.name, typed)
  })

  app.get('/werk/wegwijzer/:id{[0-9a-f-]{36}}', async (c) => {
    const found = await serviceAtWork(c, house)
    if (found instanceof Response) return found
    const shown = typedService(found.service)
    return page(c, found.work, found.service, { ...shown, gezien: carrySeen(plainly(shown)), revisie: String(found.service.row.revision) })
  })

  app.post('/werk/wegwijzer/:id{[0-9a-f-]{36}}', async (c) => {
    const found = await serviceAtWork(c, house)
    if (found instanceof Response) return found
    const { work, service } = found
    const { stekId } = work.stek
    const typed = await typedIn(c)
    const draft = { ...serviceForm.parse(typed), newOrganisation: '' }
    const { organisations, places } = await choices(work, service)
    const ids = organisations.map(({ organisationId }) => organisationId)
    const refusals = refusalsOfService(draft, typed, ids)
    if (refusals.length > 0) return page(c, work, service, typed, { refusals: sentencesOf(work.t, refusals) })
    const where = { stekId, serviceId: service.row.service_id, newId: house.newId }
    const meanwhile = await work.inStek(async (tx) => {
      const now = await wholeService(tx, stekId, where.serviceId, true)
      if (!now) return undefined
      if (now.row.revision !== revisionOf(typed)) return now
      await changeService(tx, where, now.row, draft, typed)
      await checkedToo(tx, work, where.serviceId, typed)
      return undefined
    })
    if (!meanwhile) return saved(c, work, where.serviceId, draft.name, typed)
    const now = typedService(meanwhile)
    const names = new Map([
      ...organisations.map(({ organisationId, name }) => [organisationId, name] as const),
      ...places.map(({ locationId, name }) => [locationId, name] as const),
    ])
    const seen = seenIn(typed)
    const was = seen && { ...seen, ...listsOf(seen) }
    const merged = mergeTyped(typed, was, now, serviceFields, serviceWords(work.t, names))
    const again = { ...merged.typed, gezien: carrySeen(plainly(now)), revisie: String(meanwhile.row.revision) }
    return page(c, work, meanwhile, again, { meanwhile: { by: [], differences: merged.differences } })
  })
}

/** Only who leads the stek makes an organisation. */
const onlyWhatMay = (work: GuideWork, draft: ServiceDraft): ServiceDraft => (work.leads ? draft : { ...draft, newOrganisation: '' })

const LISTS = ['ways', 'themes', 'languages', 'places'] as const

/** What a form showed, each field as one text, so that it can be carried along; lists are joined by spaces. */
const plainly = (shown: Typed): Typed =>
  Object.fromEntries(Object.entries(shown).map(([field, value]) => [field, typeof value === 'string' ? value : (value ?? []).join(' ')]))

const listsOf = (seen: Typed): Typed =>
  Object.fromEntries(
    LISTS.map((field) => [
      field,
      String(seen[field] ?? '')
        .split(' ')
        .filter(Boolean),
    ]),
  )
