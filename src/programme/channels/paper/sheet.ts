import type { Json } from '../../../platform/pdf/printable.ts'
import type { T } from '../../../ui/words.ts'
import { type FunctionCode, functionCodes } from '../../offer/offer.ts'
import { blocksOf } from './blocks.ts'
import type { PaperLine, PaperProgramme, PaperSite } from './paper.ts'

/** Characters of one text on paper; a title is at most 80 in the database. */
const SHORT = 160
/** Characters of a welcome or a way to get there. */
const LONG = 300
const MOST_SITES = 6
const MOST_TAGS = 4

/** The text without space around it, cut with "…" after so many characters. */
const short = (text: string, most = SHORT): string => {
  const characters = [...text.trim()]
  return characters.length <= most
    ? text.trim()
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

const shortOrNull = (text: string | null, most = SHORT): string | null => short(text ?? '', most) || null

/** The functions of a line, each once and the first one first: it colours the row. */
const functionsOf = (line: PaperLine): FunctionCode[] => {
  const known = [...new Set(line.functions)].filter((one) => functionCodes.includes(one))
  return known.length > 0 ? known : ['meet']
}

const row = (line: PaperLine, t: T): Json => ({
  startsAt: short(line.startsAt),
  until: t('paper.until', { time: short(line.endsAt).replaceAll(' ', '\u00a0') }),
  title: short(line.title),
  functions: functionsOf(line),
  who: line.who?.trim() ? t('paper.youMeet', { who: short(line.who) }) : null,
  tags: line.tags.slice(0, MOST_TAGS).map((tag) => short(tag)),
  rhythm: shortOrNull(line.rhythm),
  note: shortOrNull(line.note),
  site: shortOrNull(line.site),
})

const place = (site: PaperSite, t: T): Json => ({
  name: short(site.name),
  address: [short(site.street), short(site.town)].filter((part) => part !== '').join(', '),
  ways: [
    { icon: 'directions', about: t('paper.directions'), text: shortOrNull(site.directions, LONG) },
    { icon: 'bus', about: t('paper.bus'), text: shortOrNull(site.bus, LONG) },
    { icon: 'stepFree', about: t('paper.stepFree'), text: shortOrNull(site.stepFree, LONG) },
  ].filter((way) => way.text !== null),
})

/** All words of a flyer or poster, in the language of the programme; lengths are bounded, so that a block always fits on a page. */
export function wordsOf(programme: PaperProgramme, kind: 'flyer' | 'poster', t: T): Json {
  const { blocks, more } = blocksOf(programme.week)
  const address = short(programme.webAddress)
  return {
    title: t(kind === 'flyer' ? 'paper.flyerTitle' : 'paper.posterTitle', { stek: short(programme.stekName) }),
    stek: short(programme.stekName),
    comeIn: t('paper.comeIn'),
    welcome: short(programme.welcome, LONG),
    why: t('paper.why'),
    functions: Object.fromEntries(functionCodes.map((one) => [one, t(`paper.functions.${one}`)])),
    week: t('paper.week'),
    columns: [t('paper.day'), t('paper.hour'), t('paper.for'), t('paper.what')],
    blocks: blocks.map(({ weekday, lines }) => ({ weekday: short(weekday), lines: lines.map((line) => row(line, t)) })),
    more: more ? t('paper.more', { address }) : null,
    empty: { title: t('paper.emptyTitle'), text: t('paper.empty') },
    where: t('paper.where'),
    sites: programme.sites.slice(0, MOST_SITES).map((site) => place(site, t)),
    call: t('paper.call'),
    phone: shortOrNull(programme.phone),
    scan: t(kind === 'flyer' ? 'paper.scan' : 'paper.scanLarge'),
    qr: t('paper.qr', { address }),
    address,
    small: [
      t('paper.printedOn', { date: short(programme.printedOn) }),
      short(programme.validity),
      t('paper.version', { fingerprint: short(programme.fingerprint) }),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    page: t('paper.page', { page: '#', pages: '##' }),
  }
}
