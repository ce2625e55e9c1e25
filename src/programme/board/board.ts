import type { Partner } from '../../place/partner/partner.ts'
import type { Room, Site } from '../../place/site/site.ts'
import type { Stek } from '../../place/stek/stek.ts'
import { translated, type Written } from '../../place/translated.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { asDutch } from '../../ui/dutch.ts'
import type { Closure, Exception, Slot } from '../moments/moment.ts'
import type { Offer } from '../offer/offer.ts'
import type { Outing } from '../outing/outing.ts'

/** All that hangs on the noticeboard of one stek, read in one snapshot: every channel is made from this and nothing else. */
export type Board = {
  /** The number of the stek when this was read. */
  version: number
  /** When visitors could last see something change. */
  changedAt: Temporal.Instant
  stek: Stek
  sites: Site[]
  rooms: Room[]
  partners: Partner[]
  offers: Offer[]
  slots: Slot[]
  exceptions: Exception[]
  closures: Closure[]
  outings: Outing[]
}

type Said<Row> = Omit<Row, 'translations'> & Written

/** The board in one language; what nobody translated stays Dutch and says so in `written`. */
export type BoardInWords = Omit<Board, 'stek' | 'sites' | 'partners' | 'offers'> & {
  language: Language
  stek: Said<Stek>
  sites: Said<Site>[]
  partners: Said<Partner>[]
  offers: Said<Offer>[]
  offer(offerId: string): Said<Offer>
  partner(partnerId: string): Said<Partner>
  site(siteId: string): Said<Site>
}

/** Finds a row by its id; foreign keys promise that it is there. */
function finder<Row>(rows: readonly Row[], idOf: (row: Row) => string): (id: string) => Row {
  const byId = new Map(rows.map((row) => [idOf(row), row]))
  return (id) => {
    const found = byId.get(id)
    if (found === undefined) throw new Error('the board lacks a row that another row points to')
    return found
  }
}

const NONE = { stek: [], site: [], partner: [], offer: [] } as const
/** The columns that are words somebody typed, so that a voice has to know their language. */
const WORDS = {
  stek: ['name', 'welcome'],
  site: ['name', 'street', 'town', 'directions', 'bus', 'bike', 'parking'],
  partner: ['name', 'what', 'howToReach'],
  offer: ['title', 'summary', 'description', 'whoYouMeet'],
} as const

/** Puts the words of a language on the board, for a file, a message or paper. */
export const boardIn = (board: Board, language: Language): BoardInWords => inWords(board, language, NONE)

/** The same for a page: what nobody translated is marked as Dutch, wherever it goes on that page. */
export function boardForPage(board: Board, language: Language): BoardInWords {
  const dutch = (text: string) => asDutch(language, text)
  return {
    ...inWords(board, language, WORDS),
    rooms: board.rooms.map((room) => ({ ...room, name: dutch(room.name) })),
    exceptions: board.exceptions.map((exception) => ({ ...exception, reason: dutch(exception.reason) })),
    closures: board.closures.map((closure) => ({ ...closure, reason: dutch(closure.reason) })),
    outings: board.outings.map((outing) => ({
      ...outing,
      meetingPoint: dutch(outing.meetingPoint),
      whatToBring: dutch(outing.whatToBring),
    })),
  }
}

function inWords(board: Board, language: Language, heard: typeof NONE | typeof WORDS): BoardInWords {
  const offers = board.offers.map((row) => translated(row, language, 'title', heard.offer))
  const partners = board.partners.map((row) => translated(row, language, 'what', heard.partner))
  const sites = board.sites.map((row) => translated(row, language, 'directions', heard.site))
  return {
    ...board,
    language,
    stek: translated(board.stek, language, 'welcome', heard.stek),
    sites,
    partners,
    offers,
    offer: finder(offers, (row) => row.offerId),
    partner: finder(partners, (row) => row.partnerId),
    site: finder(sites, (row) => row.siteId),
  }
}
