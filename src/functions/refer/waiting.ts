import { mayDo } from '../../place/person/rules.ts'
import type { WaitingAt } from '../../programme/desk/cockpit/waiting.tsx'
import { todayIn } from '../../programme/desk/read.ts'
import { waitingInGuide } from './freshness/waiting.ts'
import { guideDeskPaths } from './guide/desk/paths.ts'
import { handoverPaths } from './handover/paths.ts'
import { answeredHandovers } from './handover/queries.ts'
import { whenIn } from './handover/read.ts'
import { dueIn } from './rights/desk/rules.ts'
import { rightsPaths } from './rights/paths.ts'
import { rightsNow } from './rights/shelf-now.ts'

/** What waits at the desks of finding help: slips with an answer, what organisations said, whom to call, amounts to look at; a mail that is out waits for nobody here. @source REFER-3, PRACTICE-10 */
export const waitingToRefer: WaitingAt = async (house, work) => {
  const { t, stek, signedIn, actor } = work
  const may = (act: 'handover.make' | 'guide.change' | 'rights.change') => mayDo(signedIn, stek.stekId, act)
  const today = todayIn(house)
  const { answered, guide } = await house.database.inStek(actor, stek.stekId, async (tx) => ({
    answered: may('handover.make') ? await answeredHandovers(tx, stek.stekId, whenIn(house).now) : 0,
    guide: may('guide.change') ? await waitingInGuide(tx, stek.stekId, today) : { toCheck: 0, proposals: 0 },
  }))
  const amounts = may('rights.change') ? dueIn((await rightsNow(house)).shelf.rights, today).length : 0
  return [
    { count: answered, icon: 'ticket', words: 'handover-desk.waits', href: handoverPaths.list(stek.slug) },
    {
      count: guide.proposals,
      icon: 'book',
      words: 'guidedesk.cockpit.proposals',
      href: guideDeskPaths.list(stek.slug, { toon: 'proposals' }),
    },
    { count: guide.toCheck, icon: 'phone', words: 'guidedesk.cockpit.calls', href: guideDeskPaths.list(stek.slug, { toon: 'phone' }) },
    { count: amounts, icon: 'scale', words: 'rightswork.waits', href: rightsPaths.desk(stek.slug) },
  ].flatMap(({ count, words, ...line }) => (count > 0 ? [{ ...line, words: t(words as 'rightswork.waits', { count }) }] : []))
}
