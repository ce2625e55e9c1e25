import type { Context, Hono } from 'hono'
import { brokenConstraint } from '../../../../../platform/database/door.ts'
import { seeOther, typedIn } from '../../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../../platform/http/house.ts'
import { mergeTyped } from '../../../../../programme/desk/changing/merge.ts'
import { deskPage } from '../../../../../programme/desk/page.ts'
import { readPlace } from '../../../../../programme/desk/read.ts'
import { carrySeen, seenIn } from '../../../../../programme/desk/sites/form/seen.ts'
import { revisionOf } from '../../../../../programme/desk/step.ts'
import { statusOf, type Trouble } from '../../../../../programme/desk/three-steps.tsx'
import { sentencesOf } from '../../../../../programme/forms/sentences.ts'
import { slugOf } from '../../../../../programme/offer/rules.ts'
import type { Typed } from '../../../../../ui/fields.tsx'
import { type GuideWork, guideAtWork, leaderAtGuide, organisationAtWork } from '../at-work.ts'
import { foundIn } from '../list/rules.ts'
import { guideCss } from '../look.ts'
import { guideDeskPaths } from '../paths.ts'
import { type OrganisationRow, organisationRow, organisationsOf, takenInGuide } from '../queries.ts'
import { organisationColumns, organisationFields, organisationForm, refusalsOfOrganisation, typedOrganisation } from './form.ts'
import { addOrganisation, changeOrganisation, removeOrganisation } from './queries.ts'
import { OrganisationForm, OrganisationList, organisationWords } from './views.tsx'

const MOST_SHOWN = 200

/** `/werk/wegwijzer/organisaties`: who gives the services of the guide. */
export function mountOrganisations(app: Hono<Env>, house: House): void {
  app.get('/werk/wegwijzer/organisaties', async (c) => {
    const work = await guideAtWork(c, house)
    if (work instanceof Response) return work
    const { t, stek } = work
    const q = (c.req.query('q') ?? '').slice(0, 100)
    const all = await work.inStek((tx) => organisationsOf(tx, stek.stekId, work.partnerId))
    const found = foundIn(
      all.map((one) => ({ ...one, organisation: '' })),
      q,
    )
    const told = c.req.query('gedaan') ? t('guidedesk.saved') : undefined
    const children = <OrganisationList work={work} q={q} organisations={found.slice(0, MOST_SHOWN)} total={found.length} />
    return deskPage(c, work, { title: t('guidedesk.organisations.title'), told, css: guideCss, children })
  })

  const partnersOf = async (work: GuideWork) => (await readPlace(house, work)).partners

  const page = async (c: Context<Env>, work: GuideWork, row: OrganisationRow | undefined, typed: Typed, trouble: Trouble = {}) => {
    const { t, stek } = work
    const title = row ? row.name : t('guidedesk.organisations.new')
    const action = row ? guideDeskPaths.organisation(stek.slug, row.organisation_id) : guideDeskPaths.newOrganisation(stek.slug)
    const partners = work.leads ? await partnersOf(work) : []
    const children = (
      <OrganisationForm work={work} title={title} action={action} row={row} typed={typed} trouble={trouble} partners={partners} />
    )
    return deskPage(c, work, { title, css: guideCss, children }, statusOf(trouble))
  }

  app.get('/werk/wegwijzer/organisaties/nieuw', async (c) => {
    const work = await leaderAtGuide(c, house)
    return work instanceof Response ? work : page(c, work, undefined, { sleutel: house.newId() })
  })

  app.post('/werk/wegwijzer/organisaties/nieuw', async (c) => {
    const work = await leaderAtGuide(c, house)
    if (work instanceof Response) return work
    const { stekId, slug: stek } = work.stek
    const typed = await typedIn(c)
    const draft = organisationForm.parse(typed)
    const refusals = refusalsOfOrganisation(
      draft,
      (await partnersOf(work)).map(({ partnerId }) => partnerId),
    )
    if (refusals.length > 0) return page(c, work, undefined, typed, { refusals: sentencesOf(work.t, refusals) })
    const id = typeof typed.sleutel === 'string' && /^[0-9a-f-]{36}$/.test(typed.sleutel) ? typed.sleutel : house.newId()
    try {
      await work.inStek(async (tx) => {
        const slug = slugOf(draft.name, await takenInGuide(tx, stekId, 'organisation'), 'organisatie')
        await addOrganisation(tx, stekId, id, slug, organisationColumns(draft, {}))
      })
    } catch (thrown) {
      if (brokenConstraint(thrown) !== 'organisation_pkey') throw thrown
    }
    return seeOther(c, guideDeskPaths.newService(stek, id))
  })

  app.get('/werk/wegwijzer/organisaties/:id{[0-9a-f-]{36}}', async (c) => {
    const found = await organisationAtWork(c, house)
    if (found instanceof Response) return found
    const shown = typedOrganisation(found.organisation)
    return page(c, found.work, found.organisation, { ...shown, gezien: carrySeen(shown), revisie: String(found.organisation.revision) })
  })

  app.post('/werk/wegwijzer/organisaties/:id{[0-9a-f-]{36}}', async (c) => {
    const found = await organisationAtWork(c, house)
    if (found instanceof Response) return found
    const { work, organisation } = found
    const typed = await typedIn(c)
    const sent = organisationForm.parse(typed)
    // Which partner an organisation is, is for who leads the stek.
    const draft = work.leads ? sent : { ...sent, partner: organisation.partner_id ?? '' }
    const partners = await partnersOf(work)
    const refusals = refusalsOfOrganisation(
      draft,
      partners.map(({ partnerId }) => partnerId),
    )
    if (refusals.length > 0) return page(c, work, organisation, typed, { refusals: sentencesOf(work.t, refusals) })
    const meanwhile = await work.inStek(async (tx) => {
      const now = await organisationRow(tx, work.stek.stekId, organisation.organisation_id, true)
      if (!now || now.revision !== revisionOf(typed)) return now
      await changeOrganisation(tx, now, organisationColumns(draft, now.translations))
      return undefined
    })
    if (!meanwhile) return seeOther(c, guideDeskPaths.organisations(work.stek.slug, { gedaan: 'bewaard' }))
    const now = typedOrganisation(meanwhile)
    const merged = mergeTyped(typed, seenIn(typed), now, organisationFields, organisationWords(work.t, partners))
    const again = { ...merged.typed, gezien: carrySeen(now), revisie: String(meanwhile.revision) }
    return page(c, work, meanwhile, again, { meanwhile: { by: [], differences: merged.differences } })
  })

  app.post('/werk/wegwijzer/organisaties/:id{[0-9a-f-]{36}}/weg', async (c) => {
    const found = await organisationAtWork(c, house)
    if (found instanceof Response) return found
    const { work, organisation } = found
    const gone = work.leads && (await work.inStek((tx) => removeOrganisation(tx, work.stek.stekId, organisation.organisation_id)))
    return seeOther(c, guideDeskPaths.organisations(work.stek.slug, gone ? { gedaan: 'weg' } : {}))
  })
}
