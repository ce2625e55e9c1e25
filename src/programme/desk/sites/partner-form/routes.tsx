import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../../place/person/at-work.ts'
import type { PlaceTables } from '../../../../place/tables.ts'
import { typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import type { Typed } from '../../../../ui/fields.tsx'
import { offerPictograms } from '../../../../ui/icons.tsx'
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
import { holdPartner, otherNames, partnerRow } from '../queries.ts'
import { partnerColumns, partnerFields, partnerForm, typedPartner } from './form.ts'
import { refusalsOfPartner } from './rules.ts'
import { PartnerForm, partnerWords } from './views.tsx'

type PartnerPage = { title: string; action: string; pictograms: readonly string[] }

/** `/werk/plekken/partner/nieuw` and `/werk/plekken/partner/{partner}`: adds a partner, or changes one. */
export function mountPartnerForm(app: Hono<Env>, house: House): void {
  const page = (c: Context<Env>, work: Work, form: PartnerPage, typed: Typed, trouble: Trouble = {}) => {
    const { t, stek, frame } = work
    const common = { t, token: frame.token, action: form.action, back: deskPaths.places(stek.slug), typed, trouble }
    const children = (
      <>
        <h1>
          <bdi>{form.title}</bdi>
        </h1>
        <PartnerForm {...common} pictograms={form.pictograms} />
      </>
    )
    return deskPage(c, work, { title: form.title, css: sheetCss, children }, statusOf(trouble))
  }

  const newForm = ({ t, stek }: Work): PartnerPage => ({
    title: t('places.partner.new'),
    action: deskPaths.newPartner(stek.slug),
    pictograms: offerPictograms,
  })

  app.get('/werk/plekken/partner/nieuw', async (c) => {
    const work = await atWork(c, house, 'place.change')
    return work instanceof Response ? work : page(c, work, newForm(work), { sleutel: house.newId(), pictogram: 'users' })
  })

  app.post('/werk/plekken/partner/nieuw', async (c) => {
    const work = await atWork(c, house, 'place.change')
    if (work instanceof Response) return work
    const { stekId } = work.stek
    const typed = await typedIn(c)
    const draft = partnerForm.parse(typed)
    const form = newForm(work)
    const sent = {
      kind: 'partner-add' as const,
      address: form.action,
      typed,
      refusals: refusalsOfPartner(draft, form.pictograms),
      page: (again: Typed, trouble: Trouble) => page(c, work, form, again, trouble),
    }
    return saveSheet(c, house, work, sent, async (tx, write) => {
      stopFor(refusalsOfTwins(draft.name, await otherNames(tx, stekId, 'partner')))
      const { translations, ...columns } = partnerColumns(draft, {})
      const slug = slugOf(draft.name, await takenSlugs(tx, stekId, 'partner'), 'partner')
      await write.add('partner', { partner_id: house.newId(), slug, ...columns, translations: JSON.stringify(translations) })
    })
  })

  const changeForm = ({ t, stek }: Work, partner: PlaceTables['partner']): PartnerPage => ({
    title: t('places.partner.change', { name: partner.name }),
    action: deskPaths.partner(stek.slug, partner.partner_id),
    // The drawing it has stays a choice, also when it is no longer offered.
    pictograms: [...new Set<string>([...offerPictograms, partner.pictogram])],
  })

  app.get('/werk/plekken/partner/:partner{[0-9a-f-]{36}}', async (c) => {
    const found = await rowAtWork(c, house, 'partner', partnerRow)
    if (found instanceof Response) return found
    const shown = typedPartner(found.row)
    return page(c, found.work, changeForm(found.work, found.row), { ...shown, sleutel: house.newId(), gezien: carrySeen(shown) })
  })

  app.post('/werk/plekken/partner/:partner{[0-9a-f-]{36}}', async (c) => {
    const found = await rowAtWork(c, house, 'partner', partnerRow)
    if (found instanceof Response) return found
    const { work, row: partner } = found
    const { stekId } = work.stek
    const typed = await typedIn(c)
    const draft = partnerForm.parse(typed)
    const form = changeForm(work, partner)
    return saveOver(c, house, work, {
      kind: 'partner-change',
      table: 'partner',
      key: { partner_id: partner.partner_id },
      address: form.action,
      typed,
      fields: partnerFields,
      words: partnerWords(work.t),
      refusals: refusalsOfPartner(draft, form.pictograms),
      hold: (tx) => holdPartner(tx, stekId, partner.partner_id),
      typedOf: typedPartner,
      next: (row) => partnerColumns(draft, row.translations),
      knownWrong: async (tx) => refusalsOfTwins(draft.name, await otherNames(tx, stekId, 'partner', partner.partner_id)),
      page: (again, trouble) => page(c, work, form, again, trouble),
    })
  })
}
