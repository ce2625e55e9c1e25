import { paths as placePaths } from '../../../place/paths.ts'
import { directionOf, type Language } from '../../../platform/i18n/languages.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { inLanguage } from '../../../ui/page.tsx'
import type { T } from '../../../ui/words.ts'
import { stepFreeWords } from '../../board/access.ts'
import { type Board, type BoardInWords, boardIn } from '../../board/board.ts'
import { dayOf } from '../../board/clock.ts'
import { priceLabel } from '../../offer/price-words.ts'
import { paths } from '../../paths.ts'
import type { PaperDay, PaperLine, PaperProgramme } from '../paper/paper.ts'
import { rightPaper } from '../printing/fingerprint.ts'
import { notesOnPaper, rhythmOnPaper } from './line-words.ts'
import { type StandingLine, standingLinesOf } from './standing.ts'

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
    qrTarget: `${baseUrl}${kind === 'flyer' ? inLanguage(language, paths.flyerCheck(stek.slug, fingerprint)) : page}`,
    sites: sites.map((site) => ({
      name: site.name,
      street: site.street,
      town: site.town,
      directions: site.directions || null,
      bus: site.bus || null,
      stepFree: stepFreeWords(t, site) ?? null,
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
      priceLabel(t, board.language, offer),
      t(offer.takingPart === 'walk-in' ? 'programme.moment.walkIn' : 'programme.moment.signUp'),
      ...(offer.confidential ? [t('programme.moment.confidential')] : []),
    ],
    rhythm: rhythmOnPaper(t, board.language, line, today),
    note: notesOnPaper(t, board.language, line, today),
    site: board.sites.length > 1 ? board.site(line.siteId).name : null,
  }
}
