import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../../place/person/at-work.ts'
import { notFoundAtWork } from '../../../../place/person/pages.tsx'
import { mayDo } from '../../../../place/person/rules.ts'
import { isId } from '../../../../platform/clock/identifiers.ts'
import { brokenConstraint } from '../../../../platform/database/door.ts'
import { seeOther, typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import { deskPage } from '../../../../programme/desk/page.ts'
import { sentencesOf } from '../../../../programme/forms/sentences.ts'
import { type Refusals, type Typed, typedText } from '../../../../ui/fields.tsx'
import { presentOf } from '../../presence/present.ts'
import { contactsOf } from '../../presence/queries.ts'
import { codesOf, hashOf, newSeed, seedAnew, seedIn, slipSeal } from '../codes.ts'
import { type GuideService, serviceFor, servicesFor } from '../guide.ts'
import { handoverCss } from '../look.ts'
import { handoverPaths } from '../paths.ts'
import { keepBounce, keepHandover, openHandovers, saysTheSame } from '../queries.ts'
import { slipWith, whenIn } from '../read.ts'
import { withdrawAtDesk } from '../withdraw.ts'
import { slipForm } from './form.ts'
import { ListPage } from './list-views.tsx'
import { endOf, judgeSlip, type Slip } from './rules.ts'
import { MadePage, SlipFormPage } from './views.tsx'

/** `/werk/overdracht`: choose a service, make a slip, and see how the open ones stand. */
export function mountMake(app: Hono<Env>, house: House): void {
  const mayAsk = (work: Work) => mayDo(work.signedIn, work.stek.stekId, 'handover.message')

  const list = async (c: Context<Env>, work: Work) => {
    const words = c.req.query('q')?.slice(0, 200) ?? ''
    const when = whenIn(house)
    const { stekId } = work.stek
    const read = await house.database.inStek(work.actor, stekId, async (tx) => ({
      found: await servicesFor(tx, stekId, words, when.today),
      open: await openHandovers(tx, stekId, when),
    }))
    const told = { weg: 'gone', bericht: 'messageGone', botst: 'bounced' }[c.req.query('gedaan') ?? ''] as
      | 'gone'
      | 'messageGone'
      | 'bounced'
      | undefined
    const children = <ListPage work={work} words={words} {...read} zone={house.settings.timeZone} mayAsk={mayAsk(work)} />
    const { t } = work
    const page = { title: t('handover-desk.title'), css: handoverCss, children }
    return deskPage(c, work, told ? { ...page, told: t(`handover-desk.told.${told}`) } : page)
  }

  const form = async (c: Context<Env>, work: Work, service: GuideService, typed: Typed, refusals: Refusals = {}) => {
    const { stekId } = work.stek
    const contacts = await house.database.inStek(work.actor, stekId, (tx) => contactsOf(tx, stekId, service.serviceId))
    const present = await presentOf(house, work, service.partnerId)
    const props = { work, service, typed, refusals, contacts, present, mayAsk: mayAsk(work) }
    const page = { title: work.t('handover-desk.make.title'), css: handoverCss, children: <SlipFormPage {...props} /> }
    return deskPage(c, work, page, Object.keys(refusals).length > 0 ? 422 : 200)
  }

  const chosen = (work: Work, serviceId: string) =>
    isId(serviceId)
      ? house.database.reading(work.stek.stekId, (tx) => serviceFor(tx, work.stek.stekId, serviceId, whenIn(house).today))
      : Promise.resolve(undefined)

  /** Keeps a slip with the codes of a seed; false when the slip of these codes says something else: somebody went back and changed the form. */
  const keep = async (work: Work, slip: Slip & { serviceId: string }, seed: string, now: Temporal.Instant): Promise<boolean> => {
    const codes = codesOf(house, seed)
    const made = {
      ...slip,
      handoverId: house.newId(),
      ownHash: hashOf(house, codes.own),
      serviceHash: hashOf(house, codes.service),
      createdAt: now,
      endsAt: endOf(now),
    }
    const { stekId } = work.stek
    try {
      await house.database.inStek(work.actor, stekId, (tx) => keepHandover(tx, stekId, made))
      return true
    } catch (thrown) {
      if (brokenConstraint(thrown) !== 'handover_by_own_code') throw thrown
      return house.database.inStek(work.actor, stekId, (tx) => saysTheSame(tx, stekId, made))
    }
  }

  app.get('/werk/overdracht', async (c) => {
    const work = await atWork(c, house, 'handover.make')
    if (work instanceof Response) return work
    const asked = c.req.query('dienst')
    if (asked === undefined) return list(c, work)
    const service = await chosen(work, asked)
    if (!service) return notFoundAtWork(c, house)
    const only = service.themes.length === 1 ? service.themes[0] : ''
    const place = service.places.length === 1 ? service.places[0]?.locationId : ''
    const sleutel = slipSeal(house, newSeed())
    return form(c, work, service, { theme: only, place, companion: 'nobody', language: 'nl', sleutel })
  })

  app.post('/werk/overdracht', async (c) => {
    const work = await atWork(c, house, 'handover.make')
    if (work instanceof Response) return work
    const typed = await typedIn(c)
    const { now, today } = whenIn(house)
    const draft = slipForm(today).parse(typed)
    const service = await chosen(work, draft.dienst)
    if (!service) return notFoundAtWork(c, house)
    const judged = judgeSlip(draft, service, today)
    if ('refusals' in judged) return form(c, work, service, typed, sentencesOf(work.t, judged.refusals))
    const { stekId, slug } = work.stek
    const seed = seedIn(house, draft.sleutel) ?? newSeed()
    const slip = { ...judged.slip, serviceId: service.serviceId }
    if (await keep(work, slip, seed, now)) return seeOther(c, handoverPaths.made(slug, slipSeal(house, seed)))
    const anew = seedAnew(seed, { ...slip, stekId })
    await keep(work, slip, anew, now)
    return seeOther(c, `${handoverPaths.made(slug, slipSeal(house, anew))}&gedaan=nieuw`)
  })

  app.get('/werk/overdracht/briefje', async (c) => {
    const work = await atWork(c, house, 'handover.make')
    if (work instanceof Response) return work
    const seal = c.req.query('k') ?? ''
    const slip = await slipWith(house, seal)
    if (!slip || slip.stekId !== work.stek.stekId) return seeOther(c, handoverPaths.list(work.stek.slug))
    const children = <MadePage work={work} slip={slip} seal={seal} zone={house.settings.timeZone} mayAsk={mayAsk(work)} />
    const page = { title: work.t('handover-desk.made.title'), css: handoverCss, children }
    const told = ({ 'niet-mee': 'notAlong', nieuw: 'another' } as const)[c.req.query('gedaan') ?? '']
    return deskPage(c, work, told ? { ...page, told: work.t(`handover-desk.told.${told}`) } : page)
  })

  app.post('/werk/overdracht/weg', async (c) => {
    const work = await atWork(c, house, 'handover.make')
    if (work instanceof Response) return work
    const typed = await typedIn(c)
    const id = typedText(typed, 'briefje')
    const what = typedText(typed, 'wat') === 'bericht' ? 'message' : 'all'
    if (!isId(id)) return notFoundAtWork(c, house)
    await withdrawAtDesk(house, work.actor, work.stek.stekId, id, what)
    return seeOther(c, `${handoverPaths.list(work.stek.slug)}&gedaan=${what === 'message' ? 'bericht' : 'weg'}`)
  })

  app.post('/werk/overdracht/botst', async (c) => {
    const work = await atWork(c, house, 'handover.make')
    if (work instanceof Response) return work
    const id = typedText(await typedIn(c), 'briefje')
    if (!isId(id)) return notFoundAtWork(c, house)
    await house.database.inStek(work.actor, work.stek.stekId, (tx) => keepBounce(tx, id, house.clock.now()))
    return seeOther(c, `${handoverPaths.list(work.stek.slug)}&gedaan=botst`)
  })
}
