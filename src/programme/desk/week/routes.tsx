import type { Hono } from 'hono'
import { atWork } from '../../../place/person/at-work.ts'
import { daysOf, nextWeek, parseWeek, previousWeek, type Week, weekOf, writeWeek } from '../../../platform/calendar/week.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { boardIn } from '../../board/board.ts'
import { plusDays } from '../../board/clock.ts'
import { shownDays } from '../../board/shown.ts'
import { hostsToSee } from '../../hosts/subject.ts'
import { departuresBetween, momentsBetween } from '../../moments/moments.ts'
import { pausesBetween } from '../../moments/pauses.ts'
import { PROMISED_DAYS } from '../../rooms/rules.ts'
import { needsOf } from '../cockpit/rules.ts'
import { deskPage } from '../page.ts'
import { mayChange, readDesk, todayIn } from '../read.ts'
import { toldOf } from '../undo/told.tsx'
import { gridCss } from './grid.tsx'
import { WeekAtWork } from './views.tsx'

/** How far after the week the next chance of a cancelled moment is looked for, in days. */
const AHEAD = 70

/** `/werk/programma?week=&vorm=lijst|rooster`: the week with the ways to change it. */
export function mountDeskWeek(app: Hono<Env>, house: House): void {
  app.get('/werk/programma', async (c) => {
    const work = await atWork(c, house, 'programme.see')
    if (work instanceof Response) return work
    const { t } = work
    const zone = house.settings.timeZone
    const now = house.clock.now()
    const today = todayIn(house)
    const asked = c.req.query('week')
    const found = asked === undefined ? undefined : parseWeek(asked)
    const week = found ?? weekOf(Temporal.PlainDate.from(today))
    const dates = daysOf(week).map((day) => day.toString())
    const [monday = today] = dates
    const sunday = plusDays(monday, 6)
    const earliest = monday < today ? monday : today
    const board = await readDesk(house, work, { from: earliest, until: plusDays(sunday > today ? sunday : today, PROMISED_DAYS) })
    const words = boardIn(board, 'nl')
    const { slots, exceptions, closures } = board
    const ahead = momentsBetween(slots, exceptions, closures, monday, plusDays(sunday, AHEAD), zone)
    const moments = ahead.filter(({ date }) => date <= sunday)
    const days = shownDays(words, moments, departuresBetween(slots, exceptions, closures, monday, sunday, zone), ahead, now)
    const isThis = weekOf(Temporal.PlainDate.from(today)).monday.equals(week.monday)
    const title = t('desk.week.title', { stek: work.stek.name })
    return deskPage(c, work, {
      title,
      told: await toldOf(c, house, work),
      css: gridCss,
      children: (
        <WeekAtWork
          work={work}
          week={{ code: writeWeek(week), earlier: codeIf(previousWeek(week)), later: codeIf(nextWeek(week)), isThis, monday, sunday }}
          unknownWeek={asked !== undefined && found === undefined}
          shape={c.req.query('vorm') === 'rooster' ? 'rooster' : 'lijst'}
          board={board}
          days={days}
          dates={dates}
          today={today}
          hosts={await hostsToSee(house, work)}
          pauses={pausesBetween(slots, monday, sunday).map(({ slotId, date, because }) => ({
            title: words.offer(slots.find((slot) => slot.slotId === slotId)?.offerId ?? '').title,
            date,
            because,
          }))}
          needs={sunday >= today ? needsOf(board, (offer) => mayChange(work, offer.partnerId), today, zone) : undefined}
        />
      ),
    })
  })
}

/** The address of a week, as long as it can be asked for. */
const codeIf = (week: Week): string | undefined => (parseWeek(writeWeek(week)) ? writeWeek(week) : undefined)
