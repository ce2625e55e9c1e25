import { paths as placePaths } from '../../../place/paths.ts'
import { dateOfDay, dayNumber } from '../../../platform/calendar/day-number.ts'
import { directionOf, type Language } from '../../../platform/i18n/languages.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { inLanguage } from '../../../ui/page.tsx'
import type { T } from '../../../ui/words.ts'
import { type Board, type BoardInWords, boardIn } from '../../board/board.ts'
import { dayOf, plusDays } from '../../board/clock.ts'
import { plannedDates } from '../../moments/pauses.ts'
import type { PaperDay, PaperLine, PaperProgramme } from '../paper/paper.ts'
import { rightPaper } from '../printing/fingerprint.ts'
import { checkPath } from '../printing/paths.ts'
import { type StandingLine, standingLinesOf } from './standing.ts'

const nthKeys = { 1: '1', 2: '2', 3: '3', 4: '4', 5: '5', [-1]: 'last' } as const

/** What goes on paper of a stek, and the clock it is seen by. */
export type OnPaper = {
  t: T
  read: Board
  language: Language
  kind: 'flyer' | 'poster'
  today: string
  zone: string
  changedAt: Temporal.Instant
  baseUrl: string
}

/**
 * The standing programme of a stek as the paper tells it. The QR code of a flyer asks whether that flyer is still right, that of a poster shows today.
 * It carries the day of the last change, not of printing: the file is the same for everybody.
 * @source MEET-3, CONTEXT-5
 */
export function programmeOnPaper({ t, read, language, kind, today, zone, changedAt, baseUrl }: OnPaper): PaperProgramme {
  const board = boardIn(read, language)
  const { stek, sites } = board
  const fingerprint = rightPaper(read, today, zone).current
  const page = inLanguage(language, placePaths.stek(stek.slug))
  const lines = standingLinesOf(read, today, zone)(today)
  return {
    language,
    direction: directionOf(language),
    typedIn: board.offers.every(({ written }) => written === language) ? language : 'nl',
    stekName: stek.name,
    municipality: stek.municipality,
    welcome: stek.welcome,
    phone: stek.phone,
    webAddress: `${baseUrl}${page}`.replace(/^https?:\/\//, ''),
    qrTarget: `${baseUrl}${kind === 'flyer' ? inLanguage(language, checkPath(stek.slug, fingerprint)) : page}`,
    sites: sites.map((site) => ({
      name: site.name,
      street: site.street,
      town: site.town,
      directions: site.directions || null,
      bus: site.bus || null,
      stepFree: t(`programme.know.stepFree.${site.stepFree}`) || null,
    })),
    week: daysOf(t, board, lines, today),
    printedOn: saidIn(language).longWithYear(dayOf(changedAt, zone)),
    validity: '',
    fingerprint,
  }
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)

const daysOf = (t: T, board: BoardInWords, lines: readonly StandingLine[], today: string): PaperDay[] =>
  [...Map.groupBy(lines, ({ weekday }) => weekday)].map(([weekday, ofDay]) => ({
    weekday: capital(saidIn(board.language).weekdayNumbered(weekday)),
    lines: ofDay.map((line) => lineOnPaper(t, board, line, today)),
  }))

function lineOnPaper(t: T, board: BoardInWords, line: StandingLine, today: string): PaperLine {
  const words = saidIn(board.language)
  const offer = board.offer(line.offer.offerId)
  return {
    startsAt: words.clock(line.startTime),
    endsAt: words.clock(line.endTime),
    title: offer.title,
    functions: offer.functions,
    who: offer.whoYouMeet || null,
    tags: [
      offer.priceInCents === 0 ? t('programme.moment.free') : words.money(offer.priceInCents),
      t(offer.takingPart === 'walk-in' ? 'programme.moment.walkIn' : 'programme.moment.signUp'),
      ...(offer.confidential ? [t('programme.moment.confidential')] : []),
    ],
    rhythm: rhythmOf(t, board, line, today),
    note: notesOf(t, board, line, today),
    site: board.sites.length > 1 ? board.site(line.siteId).name : null,
  }
}

function rhythmOf(t: T, { language }: BoardInWords, { slot, onlyOn, weekday }: StandingLine, today: string): string | null {
  const words = saidIn(language)
  if (onlyOn !== null) return t('channels.paper.onlyOn', { date: words.period(onlyOn, onlyOn) })
  if (slot.pattern === 'monthly')
    return t(`channels.paper.monthly.${nthKeys[(slot.nth ?? 1) as keyof typeof nthKeys]}`, { day: words.weekdayNumbered(weekday) })
  const count = slot.everyWeeks ?? 1
  if (count === 1) return null
  const example = plannedDates(slot, dayNumber(today), dayNumber(plusDays(today, 7 * count * 10)))[0] ?? dateOfDay(dayNumber(slot.startsOn))
  return t('channels.paper.everyWeeks', { count, date: words.period(example, example) })
}

function notesOf(t: T, { language }: BoardInWords, { slot, onlyOn }: StandingLine, today: string): string | null {
  if (onlyOn !== null) return null
  const words = saidIn(language)
  const notes = [
    slot.startsOn > today && t('channels.paper.from', { date: words.period(slot.startsOn, slot.startsOn) }),
    slot.endsOn !== null &&
      slot.endsOn <= plusDays(today, 300) &&
      t('channels.paper.until', { date: words.period(slot.endsOn, slot.endsOn) }),
    slot.pausesInSchoolHolidays && t('programme.rhythm.notInSchoolHolidays'),
  ].filter((note) => note !== false)
  return notes.length === 0 ? null : notes.join(' ')
}
