import type { Hono } from 'hono'
import { atWork, type Work } from '../../../place/person/at-work.ts'
import { mayDo } from '../../../place/person/rules.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { boardIn } from '../../board/board.ts'
import { plusDays } from '../../board/clock.ts'
import { shownDays } from '../../board/shown.ts'
import { paperWindow } from '../../channels/flyer/standing.ts'
import { rightPaper } from '../../channels/printing/fingerprint.ts'
import { lastPrintings } from '../../channels/printing/queries.ts'
import { outdatedPrintings } from '../../channels/printing/rules.ts'
import { hostNeedsOf } from '../../hosts/cockpit.tsx'
import { hostsToSee } from '../../hosts/subject.ts'
import { toldOfHosts } from '../../hosts/telling.ts'
import { departuresBetween, momentsBetween } from '../../moments/moments.ts'
import { deskPage } from '../page.ts'
import { mayChange, readDesk, todayIn } from '../read.ts'
import { lastChanges } from '../undo/queries.ts'
import { toldOf } from '../undo/told.tsx'
import { needsOf } from './rules.ts'
import { untoldMoments } from './untold.tsx'
import { Cockpit } from './views.tsx'
import type { WaitingAt } from './waiting.tsx'

const AHEAD = 70
const CHANGES_SHOWN = 6

/** `/werk`: the first page at work; what waits at the desks of other rooms comes from `waitingAt`. */
export function mountCockpit(app: Hono<Env>, house: House, waitingAt: readonly WaitingAt[]): void {
  app.get('/werk', async (c) => {
    const work = await atWork(c, house, 'programme.see')
    if (work instanceof Response) return work
    const { t, stek, signedIn, actor } = work
    const zone = house.settings.timeZone
    const now = house.clock.now()
    const today = todayIn(house)
    const board = await readDesk(house, work)
    const { slots, exceptions, closures } = board
    const words = boardIn(board, 'nl')
    const ahead = momentsBetween(slots, exceptions, closures, today, plusDays(today, AHEAD), zone)
    const departures = departuresBetween(slots, exceptions, closures, today, today, zone)
    const days = shownDays(
      words,
      ahead.filter(({ date }) => date === today),
      departures,
      ahead,
      now,
    )
    const next = ahead.find(({ date, cancellation }) => date > today && !cancellation)
    const may = (act: 'programme.change' | 'changes.see' | 'place.change') => mayDo(signedIn, stek.stekId, act)
    const hosts = await hostsToSee(house, work)
    const title = t('desk.cockpit.title', { stek: stek.name })
    return deskPage(c, work, {
      title,
      told: (await toldOf(c, house, work)) ?? toldOfHosts(c, t),
      children: (
        <Cockpit
          work={work}
          today={today}
          now={now}
          zone={zone}
          sleutel={house.newId()}
          isEmpty={board.offers.length === 0}
          manySites={board.sites.length > 1}
          moments={days.flatMap(({ moments }) => moments)}
          next={next && { moment: next, title: words.offer(next.offerId).title }}
          board={words}
          hosts={hosts}
          hostNeeds={hosts && hostNeedsOf(work, hosts, words, ahead, { today, now })}
          needs={may('programme.change') ? needsOf(board, (offer) => mayChange(work, offer.partnerId), today, zone) : undefined}
          untold={may('programme.change') ? await untoldMoments(house, work, board) : []}
          waiting={(await Promise.all(waitingAt.map((waits) => waits(house, work)))).flat()}
          paper={may('place.change') ? await paperOf(work, today, zone) : undefined}
          changes={
            may('changes.see') ? await house.database.inStek(actor, stek.stekId, (tx) => lastChanges(tx, stek.stekId, CHANGES_SHOWN)) : []
          }
        />
      ),
    })
  })

  async function paperOf(work: Work, today: string, zone: string) {
    const printings = await house.database.reading(work.stek.stekId, (tx) => lastPrintings(tx, work.stek.stekId))
    if (printings.length === 0) return { outdated: [], isPrinted: false }
    const { right } = rightPaper(await readDesk(house, work, paperWindow(today)), today, zone)
    return { outdated: outdatedPrintings(printings, right), isPrinted: true }
  }
}
