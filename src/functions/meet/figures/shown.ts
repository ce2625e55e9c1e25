import { monthsAfter, type Per, parsePeriod } from '../../../platform/calendar/whole-weeks.ts'
import type { Tx } from '../../../platform/database/door.ts'
import { coincidencesOf } from './coincidences.ts'
import { earlierThan, figuresOf, laterThan, shownPeriods } from './figures.ts'
import { releasesBetween, toldMonths } from './queries.ts'
import { pricesOf, spreadOf } from './spread.ts'
import type { Shown } from './views.tsx'

/** What goes together is looked for in this many months at least, those before the page included: fewer say little. */
const MONTHS_TO_COMPARE = 12

/**
 * Everything told of a stek per week, month or quarter up to a period, or up to the last one; undefined when nothing is told yet.
 * Page and export both come from here, so that they cannot differ. To be called in the stek as who asks.
 */
export async function readShown(tx: Tx, stekId: string, per: Per, until: string | undefined): Promise<Shown | undefined> {
  const told = await toldMonths(tx, stekId)
  if (!told) return undefined
  const asked = until === undefined ? undefined : parsePeriod(per, until)
  const periods = shownPeriods(per, asked, told.first, told.last)
  if (!periods) return undefined
  const months = periods.flatMap((period) => period.months)
  const [first = '', last = ''] = [months[0], months.at(-1)]
  const long = monthsAfter(last, 1 - MONTHS_TO_COMPARE)
  const releases = await releasesBetween(tx, stekId, first < long ? first : long, last)
  const own = releases.filter(({ month }) => month >= first)
  return {
    per,
    figures: figuresOf(own, periods),
    coincidences: coincidencesOf(releases),
    spread: spreadOf(own),
    prices: pricesOf(own),
    example: own.some(({ example }) => example),
    earlier: earlierThan(periods, told.first),
    later: laterThan(periods, told.last),
  }
}
