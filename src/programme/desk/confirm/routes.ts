import type { Hono } from 'hono'
import { z } from 'zod'
import { atWork } from '../../../place/person/at-work.ts'
import { notAllowed } from '../../../place/person/pages.tsx'
import { isId } from '../../../platform/clock/identifiers.ts'
import { seeOther, typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { several } from '../../forms/typed.ts'
import { carryOut } from '../changing/carry-out.ts'
import { changeIdOf } from '../changing/key.ts'
import { deskPaths } from '../paths.ts'
import { ASKED_AT_ONCE } from './rules.ts'

const confirmForm = z.object({ offer: several.transform((ids) => ids.filter(isId).slice(0, ASKED_AT_ONCE)) })

/** `/werk/bevestig`: one tap says that an offer, or every offer that was asked about, is still right. */
export function mountConfirm(app: Hono<Env>, house: House): void {
  app.post('/werk/bevestig', async (c) => {
    const work = await atWork(c, house, 'programme.change')
    if (work instanceof Response) return work
    const { stek, actor, signedIn } = work
    const typed = await typedIn(c)
    const { offer: offerIds } = confirmForm.parse(typed)
    if (offerIds.length === 0) return seeOther(c, deskPaths.cockpit(stek.slug))
    const changeId = changeIdOf(signedIn.personId, deskPaths.confirm(stek.slug), typed)
    const [first, ...others] = offerIds
    const what = others.length === 0 ? { kind: 'confirm', offerId: first } : { kind: 'confirm-all' }
    const outcome = await carryOut(house, { stekId: stek.stekId, actor, changeId, offerIds, ...what }, async ({ write, now }) => {
      const confirmed = { confirmed_at: now.toString(), confirmed_by: signedIn.personId }
      for (const offerId of offerIds) await write.set('offer', { offer_id: offerId }, confirmed, { quietly: true })
    })
    return outcome.state === 'done' ? seeOther(c, deskPaths.cockpit(stek.slug, { gedaan: changeId })) : notAllowed(c, house, stek.name)
  })
}
