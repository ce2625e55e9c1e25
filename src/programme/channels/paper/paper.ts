import type { Language } from '../../../platform/i18n/languages.ts'
import type { FunctionCode } from '../../offer/offer.ts'

/** One thing that happens on a weekday, in words that are ready to print. */
export type PaperLine = {
  /** "13.00" or "9u", as the language writes it; the largest thing in the row. */
  startsAt: string
  endsAt: string
  title: string
  /** The first one colours the row. */
  functions: readonly FunctionCode[]
  /** Who you meet, without "you meet"; null when nobody said. */
  who: string | null
  /** Short words such as free, walk in, in confidence; the first ones matter most. */
  tags: readonly string[]
  /** When it is not every week ("elke 2de dinsdag"); printed bold, because people come for nothing otherwise. */
  rhythm: string | null
  /** What else to know about when ("niet in de schoolvakantie"). */
  note: string | null
  /** The name of the site when the stek has more than one. */
  site: string | null
}

/** One weekday with at least one line, earliest line first. */
export type PaperDay = { weekday: string; lines: readonly PaperLine[] }

/** A place and how to get there and in; null or '' is left off the paper. */
export type PaperSite = {
  name: string
  street: string
  town: string
  directions: string | null
  bus: string | null
  /** In words: "zonder trap", "een opstap van 10 cm, bel en we helpen". */
  stepFree: string | null
}

/** Everything the paper of one stek says in one language; the renderer adds only the fixed words of `paper.json`. */
export type PaperProgramme = {
  language: Language
  direction: 'ltr' | 'rtl'
  /** The language in which workers typed titles, names and directions, for those who listen to the PDF. */
  typedIn: Language
  stekName: string
  municipality: string
  /** One or two sentences under "just walk in"; '' leaves them off. */
  welcome: string
  phone: string | null
  /** Short, as printed: "stek.example.be/kalmthout". */
  webAddress: string
  /** The full address behind the QR code. */
  qrTarget: string
  sites: readonly PaperSite[]
  /** Days without lines are left out by the caller. */
  week: readonly PaperDay[]
  /** The day in words from which the programme on this paper dates: of its last change, so that the file is the same for everybody. */
  printedOn: string
  /** How long this holds ("Geldig in het najaar"), or ''. */
  validity: string
  /** A few characters that change when the programme changes. */
  fingerprint: string
}
