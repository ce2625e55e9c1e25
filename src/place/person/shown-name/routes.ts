import type { Hono } from 'hono'
import { z } from 'zod'
import { seeOther, typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { atWork } from '../at-work.ts'
import { personPaths } from '../paths.ts'
import { giveConsent, takeConsentBack } from './queries.ts'

/** Anything but a clear yes is no. */
const consentForm = z.object({ mag: z.enum(['ja', 'nee']).catch('nee') })

/** `/werk/ik/voornaam`: says that visitors may read the own first name, or takes that back; true at the next request. */
export function mountShownName(app: Hono<Env>, house: House): void {
  app.post('/werk/ik/voornaam', async (c) => {
    const work = await atWork(c, house, 'hosts.see')
    if (work instanceof Response) return work
    const { stek, actor, signedIn } = work
    const { mag } = consentForm.parse(await typedIn(c))
    await house.database.inStek(actor, stek.stekId, (tx) =>
      mag === 'ja'
        ? giveConsent(tx, stek.stekId, signedIn.personId, house.clock.now())
        : takeConsentBack(tx, stek.stekId, signedIn.personId),
    )
    return seeOther(c, `${personPaths.myself()}?gedaan=voornaam`)
  })
}
