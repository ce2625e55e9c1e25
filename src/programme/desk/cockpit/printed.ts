import type { Hono } from 'hono'
import { z } from 'zod'
import { atWork } from '../../../place/person/at-work.ts'
import { brokenConstraint } from '../../../platform/database/door.ts'
import { seeOther, typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { isLanguage } from '../../../platform/i18n/languages.ts'
import { paperWindow } from '../../channels/flyer/standing.ts'
import { rightPaper } from '../../channels/printing/fingerprint.ts'
import { recordPrinting } from '../../channels/printing/queries.ts'
import { changeIdOf } from '../changing/key.ts'
import { deskPaths } from '../paths.ts'
import { readDesk, todayIn } from '../read.ts'

const printedForm = z.object({
  channel: z.enum(['flyer-a5', 'flyer-a4', 'poster-a3']).catch('flyer-a5'),
  language: z.string().refine(isLanguage).catch('nl'),
})

/** `/werk/afgedrukt`: writes down that paper is printed now, so that it can be told when it is out of date. @source MEET-3 */
export function mountPrinted(app: Hono<Env>, house: House): void {
  app.post('/werk/afgedrukt', async (c) => {
    const work = await atWork(c, house, 'place.change')
    if (work instanceof Response) return work
    const { stek, actor, signedIn } = work
    const typed = await typedIn(c)
    const paper = printedForm.parse(typed)
    const today = todayIn(house)
    const { current } = rightPaper(await readDesk(house, work, paperWindow(today)), today, house.settings.timeZone)
    const printing = {
      ...paper,
      printingId: changeIdOf(signedIn.personId, deskPaths.printed(stek.slug), typed),
      fingerprint: current,
      printedAt: house.clock.now(),
    }
    try {
      await house.database.inStek(actor, stek.stekId, (tx) => recordPrinting(tx, stek.stekId, printing))
    } catch (thrown) {
      // Pressed twice: written down once.
      if (brokenConstraint(thrown) !== 'printing_pkey') throw thrown
    }
    return seeOther(c, deskPaths.cockpit(stek.slug))
  })
}
