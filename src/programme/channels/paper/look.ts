import type { Language } from '../../../platform/i18n/languages.ts'
import { fontNames } from '../../../platform/pdf/fonts.ts'
import { drawingOf } from '../../../ui/icons.tsx'
import { colours } from '../../../ui/tokens.ts'
import { functionPictograms } from '../../offer/offer.ts'

/** The pictogram of each function and of each way to get there; names of Tabler outline icons. */
const pictograms = {
  ...functionPictograms,
  place: 'map-pin',
  directions: 'walk',
  bus: 'bus',
  stepFree: 'wheelchair',
  phone: 'phone',
} as const

/** A pictogram as an SVG file with strokes of one colour. */
const drawn = (name: string, colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawingOf(name)}</svg>`

const { light } = colours

/** The colours of paper: those of the screen on white card. A test proves 7:1 for every text and its ground. */
export const inks = {
  card: light.card,
  ink: light.ink,
  soft: light.soft,
  line: light.line,
  sun: light.sun,
  meet: light.meet,
  learn: light.learn,
  refer: light.refer,
  politicise: light.politicise,
  tint: { meet: light['meet-t'], learn: light['learn-t'], refer: light['refer-t'], politicise: light['politicise-t'] },
} as const

/** Every pictogram twice: white for on a band of colour, ink for on the paper. */
export const drawings = () => ({
  white: Object.fromEntries(Object.entries(pictograms).map(([role, name]) => [role, drawn(name, '#ffffff')])),
  ink: Object.fromEntries(Object.entries(pictograms).map(([role, name]) => [role, drawn(name, light.ink)])),
})

/** A font by name, for every character or only for those that a regular expression names. */
type Letters = { name: string; only: string | null }

/** Which fonts print a language, best first and always all of them: for the words of the page, and for what workers typed in Latin letters. */
export function lettersOf(language: Language): { page: Letters[]; typed: Letters[] } {
  const all = (name: string): Letters => ({ name, only: null })
  const latin = all(fontNames.latin)
  const wide = all(fontNames.wide)
  const arabic = all(fontNames.arabic)
  // The slashed zero of Atkinson makes a large 13.00 hard to recognise: figures come from Noto.
  const figures = { name: fontNames.wide, only: '[0-9]' }
  const typed = [figures, latin, wide, arabic]
  if (language === 'uk') return { page: [wide, latin, arabic], typed: [wide, latin, arabic] }
  // Amiri joins Arabic letters with their spaces and stops; Latin names stay in the clearer face.
  if (language === 'ar') return { page: [figures, { name: fontNames.latin, only: '\\p{Latin}' }, arabic, wide, latin], typed }
  return { page: typed, typed }
}
