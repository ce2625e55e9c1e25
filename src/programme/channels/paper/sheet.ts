import type { Json } from '../../../platform/pdf/printable.ts'
import type { T } from '../../../ui/words.ts'
import { type PaperDay, type PaperFunction, type PaperLine, type PaperProgramme, paperFunctions } from './paper.ts'

/** Lines on one flyer or poster; what does not fit is announced with the address, never cut off silently. */
export const MOST_LINES = 120
/** Characters of one text on paper; titles are at most 80 in the database. */
export const MOST_CHARACTERS = 160
const MOST_SITES = 6
const MOST_TAGS = 4
/** Characters in a block of rows that stays together on a page; about a third of an A5 page. */
const BLOCK_CHARACTERS = 500
const BLOCK_ROWS = 3

/** The text, cut after 160 characters with "…". */
export const short = (text: string): string => {
  const characters = [...text.trim()]
  return characters.length <= MOST_CHARACTERS ? characters.join('') : `${characters.slice(0, MOST_CHARACTERS - 1).join('').trimEnd()}…`
}

const shortOrNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : short(text))

/** Rows of one day that stay together on a page; the day is named again in each block. */
type Block = { weekday: string; lines: readonly PaperLine[] }

/** The days cut into blocks that always fit on a page, with at most `MOST_LINES` lines; `more` says that lines were left out. */
export function blocksOf(week: readonly PaperDay[]): { blocks: Block[]; more: boolean } {
  const blocks: Block[] = []
  let left = MOST_LINES
  for (const day of week) {
    const lines = day.lines.slice(0, left)
    left -= lines.length
    let block: PaperLine[] = []
    let characters = 0
    for (const line of lines) {
      const size = [line.title, line.who, line.note, line.site, line.rhythm, ...line.tags].reduce((sum, text) => sum + (text?.length ?? 0), 0)
      if (block.length > 0 && (block.length === BLOCK_ROWS || characters + size > BLOCK_CHARACTERS)) {
        blocks.push({ weekday: day.weekday, lines: block })
        block = []
        characters = 0
      }
      block.push(line)
      characters += size
    }
    if (block.length > 0) blocks.push({ weekday: day.weekday, lines: block })
  }
  return { blocks, more: week.reduce((sum, day) => sum + day.lines.length, 0) > MOST_LINES }
}

/** The functions of a line, each once and the first one first: it colours the row. */
const functionsOf = (line: PaperLine): PaperFunction[] => {
  const known = [...new Set(line.functions)].filter((one) => paperFunctions.includes(one))
  return known.length > 0 ? known : ['meet']
}

const row = (line: PaperLine, t: T): Json => ({
  startsAt: short(line.startsAt),
  until: t('paper.until', { time: short(line.endsAt).replaceAll(' ', '\u00a0') }),
  title: short(line.title),
  functions: functionsOf(line),
  who: shortOrNull(line.who) === null ? null : t('paper.youMeet', { who: short(line.who ?? '') }),
  tags: line.tags.slice(0, MOST_TAGS).map(short),
  rhythm: shortOrNull(line.rhythm),
  note: shortOrNull(line.note),
  site: shortOrNull(line.site),
})

/** All words of a flyer or poster, in the language of the programme and in the order of reading. */
export function wordsOf(programme: PaperProgramme, kind: 'flyer' | 'poster', t: T): Json {
  const { blocks, more } = blocksOf(programme.week)
  const address = short(programme.webAddress)
  return {
    title: t(kind === 'flyer' ? 'paper.flyerTitle' : 'paper.posterTitle', { stek: short(programme.stekName) }),
    stek: short(programme.stekName),
    comeIn: t('paper.comeIn'),
    welcome: short(programme.welcome),
    why: t('paper.why'),
    functions: Object.fromEntries(paperFunctions.map((one) => [one, t(`paper.functions.${one}`)])),
    week: t('paper.week'),
    columns: [t('paper.day'), t('paper.hour'), t('paper.for'), t('paper.what')],
    blocks: blocks.map(({ weekday, lines }) => ({ weekday: short(weekday), lines: lines.map((line) => row(line, t)) })),
    more: more ? t('paper.more', { address }) : null,
    empty: { title: t('paper.emptyTitle'), text: t('paper.empty') },
    where: t('paper.where'),
    sites: programme.sites.slice(0, MOST_SITES).map((site) => ({
      name: short(site.name),
      address: [site.street, site.town].filter((part) => part.trim() !== '').map(short).join(', '),
      ways: [
        { icon: 'directions', about: t('paper.directions'), text: shortOrNull(site.directions) },
        { icon: 'bus', about: t('paper.bus'), text: shortOrNull(site.bus) },
        { icon: 'stepFree', about: t('paper.stepFree'), text: shortOrNull(site.stepFree) },
      ].filter((way) => way.text !== null),
    })),
    call: t('paper.call'),
    phone: shortOrNull(programme.phone),
    scan: t(kind === 'flyer' ? 'paper.scan' : 'paper.scanLarge'),
    qr: t('paper.qr', { address }),
    address,
    small: [t('paper.printedOn', { date: short(programme.printedOn) }), short(programme.validity), t('paper.version', { fingerprint: short(programme.fingerprint) })]
      .filter((sentence) => sentence !== '')
      .join(' '),
    page: t('paper.page', { page: '#', pages: '##' }),
  }
}
