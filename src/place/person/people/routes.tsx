import type { Context, Hono } from 'hono'
import { typedSoFar } from '../../../platform/forms/protect.ts'
import { refusalsOf } from '../../../platform/forms/refusals.ts'
import { privateDocument, seeOther } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { qrSvg } from '../../../platform/pdf/qr.ts'
import type { Refusals, Typed } from '../../../ui/fields.tsx'
import type { TextKey } from '../../../ui/words.ts'
import { wordsIn } from '../../../ui/words-in.ts'
import { atWork, type Work } from '../at-work.ts'
import { notFoundAtWork } from '../pages.tsx'
import { personPaths } from '../paths.ts'
import { rolesOf } from '../queries.ts'
import { keepsALeader, mayDo, mayHandLink } from '../rules.ts'
import { makeSignInLink } from '../sign-in/link.ts'
import { addForm, personForm, takeForm } from './form.ts'
import {
  arrived,
  colleagues,
  giveRole,
  leftIfWithoutRole,
  newHere,
  partnersToChoose,
  personFor,
  rolesWhileNobodyElse,
  takeRole,
} from './queries.ts'
import { handedLinkPage, peoplePage } from './views.tsx'

/** Who works in the stek: seeing, adding, taking a role away, handing a link over. */
export function mountPeople(app: Hono<Env>, house: House): void {
  const t = wordsIn(house, 'nl')
  const { database, clock } = house

  async function show(c: Context, work: Work, more: { typed?: Typed; refusals?: Refusals; told?: string } = {}) {
    const { actor, stek, signedIn } = work
    const { rows, partners } = await database.inStek(actor, stek.stekId, async (tx) => ({
      rows: await colleagues(tx, stek.stekId),
      partners: await partnersToChoose(tx, stek.stekId),
    }))
    const manages = mayDo(signedIn, stek.stekId, 'people.manage')
    return privateDocument(c, peoplePage({ work, colleagues: rows, partners, manages, ...more }), more.refusals ? 422 : 200)
  }

  app.get('/werk/mensen', async (c) => {
    const work = await atWork(c, house, 'people.see')
    if (work instanceof Response) return work
    const done = c.req.query('gedaan')
    return show(c, work, { told: done === 'weg' ? t('account.people.taken') : done === 'erbij' ? t('account.people.added') : undefined })
  })

  app.post('/werk/mensen', async (c) => {
    const work = await atWork(c, house, 'people.manage')
    if (work instanceof Response) return work
    const { actor, stek, signedIn } = work
    const typed = await typedSoFar(c)
    const form = addForm.safeParse(typed)
    if (!form.success) {
      const refusals = Object.entries(refusalsOf<TextKey>(form.error)).map(([field, key]) => [field, t(key)])
      return show(c, work, { typed, refusals: Object.fromEntries(refusals) })
    }
    const { name, email, role: kind, partner: partnerId } = form.data
    const now = clock.now()
    const known = await database.inStek(actor, stek.stekId, (tx) => partnersToChoose(tx, stek.stekId))
    if (partnerId && !known.some(({ value }) => value === partnerId)) {
      return show(c, work, { typed, refusals: { partner: t('account.people.partnerWrong') } })
    }
    const personId = await database.atTheDoor((tx) => personFor(tx, { personId: house.newId(), name, email }, now))
    const isNew = await database.inStek(actor, stek.stekId, (tx) =>
      giveRole(tx, { stekId: stek.stekId, personId, kind, partnerId, givenBy: signedIn.personId }, now),
    )
    // Also when the role was there: a stop between the two left somebody with a role and still marked as gone.
    await database.atTheDoor(async (tx) => {
      await arrived(tx, personId)
      if (isNew) await newHere(tx, personId, stek.stekId)
    })
    if (!isNew) return show(c, work, { typed, refusals: { role: t('account.people.hasRole') } })
    return seeOther(c, `${personPaths.people(stek.slug)}&gedaan=erbij`)
  })

  app.post('/werk/mensen/rol-weg', async (c) => {
    const work = await atWork(c, house, 'people.manage')
    if (work instanceof Response) return work
    const form = takeForm.safeParse(await typedSoFar(c))
    if (!form.success) return notFoundAtWork(c, house)
    const { actor, stek } = work
    const taken = { personId: form.data.person, kind: form.data.role }
    const isTaken = await database.inStek(actor, stek.stekId, async (tx) => {
      if (!keepsALeader(await rolesWhileNobodyElse(tx, stek.stekId), taken)) return false
      await takeRole(tx, stek.stekId, taken)
      return true
    })
    if (!isTaken) return show(c, work, { refusals: { colleague: t('account.people.lastLeader') } })
    await database.atTheDoor((tx) => leftIfWithoutRole(tx, taken.personId, clock.now()))
    return seeOther(c, `${personPaths.people(stek.slug)}&gedaan=weg`)
  })

  app.post('/werk/mensen/link', async (c) => {
    const work = await atWork(c, house, 'people.manage')
    if (work instanceof Response) return work
    const form = personForm.safeParse(await typedSoFar(c))
    const { actor, stek, signedIn } = work
    const rows = await database.inStek(actor, stek.stekId, (tx) => colleagues(tx, stek.stekId))
    const colleague = form.success ? rows.find(({ personId }) => personId === form.data.person) : undefined
    if (!colleague) return notFoundAtWork(c, house)
    const roles = await database.atTheDoor((tx) => rolesOf(tx, colleague.personId))
    if (!mayHandLink(signedIn, roles)) return show(c, work, { refusals: { colleague: t('account.people.linkNotYours') } })
    const address = house.settings.baseUrl + (await makeSignInLink(database, colleague.personId, clock.now()))
    return privateDocument(c, handedLinkPage({ work, name: colleague.name, address, qr: qrSvg(address) }))
  })
}
