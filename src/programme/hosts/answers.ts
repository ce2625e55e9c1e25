import type { Hono } from 'hono'
import { atWork } from '../../place/person/at-work.ts'
import { seeOther } from '../../platform/http/answers.ts'
import type { Env, House } from '../../platform/http/house.ts'
import { deskPaths } from '../desk/paths.ts'
import { letterAnswering, post, whenAndWhere } from './letters.ts'
import { hostPaths } from './paths.ts'
import { endRequest, heldRequest, requestById, takeMoment } from './queries.ts'
import { onDateOf, refusalOfTaking, requestAbout } from './rules.ts'
import { type HostSubject, hostsOfMoment } from './subject.ts'
import { withoutARace } from './telling.ts'

/** `/werk/vervanging/{vraag}/ja|nee|weg`: the answer to a question to take a moment over, or taking it back; one tap each. */
export function mountAnswers(app: Hono<Env>, house: House): void {
  const { database, clock } = house

  app.post('/werk/vervanging/:request{[0-9a-f-]{36}}/:answer{ja|nee|weg}', async (c) => {
    const work = await atWork(c, house, 'hosts.see')
    if (work instanceof Response) return work
    const { stek, actor, signedIn } = work
    const now = clock.now()
    const cockpit = (told: string) => seeOther(c, `${deskPaths.cockpit(stek.slug)}&wie=${told}`)
    const request = await database.inStek(actor, stek.stekId, (tx) => requestById(tx, stek.stekId, c.req.param('request'), now))
    const subject = request && (await hostsOfMoment(house, work, request.slotId, request.onDate))
    if (!request || !subject) return cockpit('vraag-weg')
    const { requestId, askedBy, askedOf } = request
    const isMine = askedBy === signedIn.personId
    const end = () => database.inStek(actor, stek.stekId, (tx) => endRequest(tx, stek.stekId, requestId))

    if (c.req.param('answer') === 'weg') {
      if (isMine) await end()
      return cockpit('weg')
    }
    if (isMine || (askedOf && askedOf !== signedIn.personId)) return cockpit('vraag-weg')
    if (c.req.param('answer') === 'nee') {
      if (!askedOf) return cockpit('nee')
      await end()
      await answer(subject, askedBy, 'no')
      return cockpit('nee')
    }
    if (requestAbout(subject.moment, subject.at, subject.all)?.requestId !== requestId) return cockpit('vraag-weg')
    const refusal = refusalOfTaking(subject.me, { ...subject, asked: true }, now)
    if (refusal) return cockpit(refusal === 'over' ? 'voorbij' : 'beroeps')
    const key = { stekId: stek.stekId, slotId: request.slotId, date: request.onDate }
    const isTaken = await withoutARace(
      database.inStek(actor, stek.stekId, async (tx) => {
        if (!(await heldRequest(tx, stek.stekId, requestId, now))) return false
        return takeMoment(tx, key, subject.me.personId, onDateOf(subject.all, subject.moment), now)
      }),
    )
    if (!isTaken) return cockpit('vraag-weg')
    await answer(subject, askedBy, 'yes')
    return cockpit('ik')
  })

  async function answer({ work, board, moment, all, me }: HostSubject, askedBy: string, said: 'yes' | 'no') {
    const to = all.colleagues.find(({ personId }) => personId === askedBy)
    if (!to) return
    const link = house.settings.baseUrl + hostPaths.moment(work.stek.slug, moment.slotId, moment.plannedDate)
    await post(house, [letterAnswering(work.t, said, { to, from: me.name, about: whenAndWhere(board, moment), link })])
  }
}
