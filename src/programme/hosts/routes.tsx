import type { Context, Hono } from 'hono'
import { notAllowed } from '../../place/person/pages.tsx'
import { leads } from '../../place/person/rules.ts'
import { seeOther, typedIn } from '../../platform/http/answers.ts'
import type { Env, House } from '../../platform/http/house.ts'
import { saidIn } from '../../platform/i18n/said.ts'
import { deskPage } from '../desk/page.ts'
import { deskPaths } from '../desk/paths.ts'
import { mountAnswers } from './answers.ts'
import { askForm, helpForm, putForm } from './form.ts'
import { letterAsking, post, whenAndWhere } from './letters.ts'
import { hostPaths } from './paths.ts'
import { ask, putAlways, putOnDate, setHelping, takeMoment } from './queries.ts'
import { askable, hostsAt, mayHost, onDateOf, refusalOfAsking, refusalOfTaking } from './rules.ts'
import { type HostSubject, hostsOfAddress } from './subject.ts'
import { tell, toldOfHosts, withoutARace } from './telling.ts'
import { HostsOfMoment } from './views.tsx'

const address = '/werk/moment/:slot{[0-9a-f-]{36}}/:date/wie'

/** `/werk/moment/{slot}/{date}/wie`: who is responsible for a moment and who helps; taking it, asking, putting somebody on. */
export function mountHosts(app: Hono<Env>, house: House): void {
  const key = ({ work, moment }: HostSubject) => ({ stekId: work.stek.stekId, slotId: moment.slotId, date: moment.plannedDate })
  const inStek = <Result,>({ work }: HostSubject, doing: Parameters<typeof house.database.inStek<Result>>[2]) =>
    house.database.inStek(work.actor, work.stek.stekId, doing)

  const page = (c: Context<Env>, subject: HostSubject, wrong?: string) => {
    const { work, moment, offer } = subject
    const title = work.t('hosting.page.title', { title: offer.title, date: saidIn('nl').long(moment.date) })
    const children = <HostsOfMoment subject={subject} title={title} wrong={wrong} now={house.clock.now()} />
    return deskPage(c, work, { title, told: toldOfHosts(c, work.t), children }, wrong ? 422 : 200)
  }
  const pageNow = async (c: Context<Env>, wrong: (now: HostSubject) => string) => {
    const now = await hostsOfAddress(c, house)
    return now instanceof Response ? now : page(c, now, wrong(now))
  }
  const back = (c: Context<Env>, { work, moment }: HostSubject, told: string) =>
    seeOther(c, `${hostPaths.moment(work.stek.slug, moment.slotId, moment.plannedDate)}&wie=${told}`)

  app.get(address, async (c) => {
    const subject = await hostsOfAddress(c, house)
    return subject instanceof Response ? subject : page(c, subject)
  })

  app.post(`${address}/ik`, async (c) => {
    const subject = await hostsOfAddress(c, house)
    if (subject instanceof Response) return subject
    const { work, me, moment, all, at } = subject
    const refusal = refusalOfTaking(me, subject, house.clock.now())
    if (refusal) return page(c, subject, tell(work.t, refusal, at))
    if (at.responsible) return seeOther(c, `${deskPaths.cockpit(work.stek.slug)}&wie=ik`)
    const isMine = await withoutARace(
      inStek(subject, (tx) => takeMoment(tx, key(subject), me.personId, onDateOf(all, moment), house.clock.now())),
    )
    if (isMine) return seeOther(c, `${deskPaths.cockpit(work.stek.slug)}&wie=ik`)
    return pageNow(c, (now) => tell(work.t, 'taken', hostsAt(now.moment, now.offer, now.all)))
  })

  app.post(`${address}/vraag`, async (c) => {
    const subject = await hostsOfAddress(c, house)
    if (subject instanceof Response) return subject
    const { work, me, moment, offer, all, at, board } = subject
    const now = house.clock.now()
    const refusal = refusalOfAsking(me, subject, now)
    if (refusal) return page(c, subject, tell(work.t, refusal, at))
    const form = askForm.safeParse(await typedIn(c))
    const others = askable(all, offer, me.personId)
    const asked = form.success ? others.filter(({ personId }) => form.data.wie === null || personId === form.data.wie) : []
    if (!form.success || asked.length === 0) return page(c, subject, work.t('hosting.wrong.choose'))
    const request = { requestId: house.newId(), askedBy: me.personId, askedOf: form.data.wie }
    const isAsked = await withoutARace(inStek(subject, (tx) => ask(tx, key(subject), request, { now, until: moment.endsAt })))
    if (!isAsked) return pageNow(c, () => work.t('hosting.wrong.askedAlready'))
    const link = house.settings.baseUrl + deskPaths.cockpit(work.stek.slug)
    const about = whenAndWhere(board, moment)
    await post(
      house,
      asked.map((to) => letterAsking(work.t, { to, from: me.name, about, link })),
    )
    return seeOther(c, `${deskPaths.cockpit(work.stek.slug)}&wie=gevraagd`)
  })

  app.post(`${address}/zet`, async (c) => {
    const subject = await hostsOfAddress(c, house)
    if (subject instanceof Response) return subject
    const { work, offer, all } = subject
    if (!leads(work.signedIn, work.stek.stekId)) return notAllowed(c, house, work.stek.name)
    const form = putForm.safeParse(await typedIn(c))
    if (!form.success) return page(c, subject, work.t('hosting.wrong.choose'))
    const { wie, hoeVaak } = form.data
    const chosen = all.colleagues.find(({ personId }) => personId === wie)
    if (wie && !chosen) return page(c, subject, work.t('hosting.wrong.choose'))
    if (chosen && !mayHost(chosen, offer, 'responsible')) return page(c, subject, work.t('hosting.wrong.professionals'))
    const put = hoeVaak === 'altijd' ? putAlways : putOnDate
    await inStek(subject, (tx) => put(tx, key(subject), wie, house.clock.now()))
    return back(c, subject, 'gezet')
  })

  app.post(`${address}/help`, async (c) => {
    const subject = await hostsOfAddress(c, house)
    if (subject instanceof Response) return subject
    const { work, offer, all, me } = subject
    const form = helpForm.safeParse(await typedIn(c))
    const wie = (form.success && form.data.wie) || me.personId
    if (wie !== me.personId && !leads(work.signedIn, work.stek.stekId)) return notAllowed(c, house, work.stek.name)
    const helper = all.colleagues.find(({ personId }) => personId === wie)
    if (!form.success || !helper || !mayHost(helper, offer, 'helper')) return page(c, subject, work.t('hosting.wrong.choose'))
    await inStek(subject, (tx) => setHelping(tx, key(subject), wie, form.data.help === 'ja', house.clock.now()))
    return back(c, subject, 'help')
  })

  mountAnswers(app, house)
}
