import type { Context, Hono } from 'hono'
import { atWork } from '../../../place/person/at-work.ts'
import { notFoundAtWork } from '../../../place/person/pages.tsx'
import { isId } from '../../../platform/clock/identifiers.ts'
import { seeOther, typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { deskPage } from '../../../programme/desk/page.ts'
import { sentencesOf } from '../../../programme/forms/sentences.ts'
import type { Refusals, Typed } from '../../../ui/fields.tsx'
import { serviceFor } from '../handover/guide.ts'
import { handoverCss } from '../handover/look.ts'
import { handoverPaths } from '../handover/paths.ts'
import { whenIn } from '../handover/read.ts'
import { contactForm } from './form.ts'
import { confirmContact, contactsOf, keepContact, removeContact } from './queries.ts'
import { refusalsOfContact } from './rules.ts'
import { ContactsPage } from './views.tsx'

/** `/werk/overdracht/contact`: whom one can ask for at a service, for workers only, and only with the yes of that worker. @source REFER-1 */
export function mountContacts(app: Hono<Env>, house: House): void {
  const asked = async (c: Context<Env>) => {
    const work = await atWork(c, house, 'handover.message')
    if (work instanceof Response) return work
    const serviceId = c.req.query('dienst') ?? ''
    const { stekId } = work.stek
    const { today } = whenIn(house)
    const service = isId(serviceId) ? await house.database.reading(stekId, (tx) => serviceFor(tx, stekId, serviceId, today)) : undefined
    return service ? { work, service, stekId, today } : notFoundAtWork(c, house)
  }
  type Asked = Exclude<Awaited<ReturnType<typeof asked>>, Response>

  const page = async (c: Context<Env>, { work, service, stekId }: Asked, typed: Typed, refusals: Refusals = {}) => {
    const contacts = await house.database.inStek(work.actor, stekId, (tx) => contactsOf(tx, stekId, service.serviceId))
    const children = <ContactsPage work={work} service={service} contacts={contacts} typed={typed} refusals={refusals} />
    const title = work.t('handover-desk.contact.title')
    return deskPage(c, work, { title, css: handoverCss, children }, Object.keys(refusals).length > 0 ? 422 : 200)
  }

  app.get('/werk/overdracht/contact', async (c) => {
    const ask = await asked(c)
    return ask instanceof Response ? ask : page(c, ask, {})
  })

  app.post('/werk/overdracht/contact', async (c) => {
    const ask = await asked(c)
    if (ask instanceof Response) return ask
    const { work, service, stekId, today } = ask
    const typed = await typedIn(c)
    const draft = contactForm.parse(typed)
    const { contact } = draft
    const done = () => seeOther(c, handoverPaths.contacts(work.stek.slug, service.serviceId))
    if (draft.wat !== '') {
      if (!isId(contact)) return done()
      await house.database.inStek(work.actor, stekId, (tx) =>
        draft.wat === 'klopt' ? confirmContact(tx, stekId, contact, today) : removeContact(tx, stekId, contact),
      )
      return done()
    }
    const refusals = refusalsOfContact(draft)
    if (refusals.length > 0) return page(c, ask, typed, sentencesOf(work.t, refusals))
    // The same form sent twice is the same colleague.
    const known = await house.database.inStek(work.actor, stekId, (tx) => contactsOf(tx, stekId, service.serviceId))
    if (known.some(({ firstName, how }) => firstName === draft.first_name && how === draft.how)) return done()
    const kept = { contactId: house.newId(), serviceId: service.serviceId, firstName: draft.first_name, how: draft.how, agreedOn: today }
    await house.database.inStek(work.actor, stekId, (tx) => keepContact(tx, stekId, kept))
    return done()
  })
}
