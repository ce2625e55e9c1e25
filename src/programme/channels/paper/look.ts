import { fontNames } from '../../../platform/pdf/fonts.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { drawingOf } from '../../../ui/icons.tsx'
import { colours } from '../../../ui/tokens.ts'

/** The pictogram of each function and of each way to get there; names of Tabler outline icons. */
export const pictograms = {
  meet: 'coffee',
  learn: 'bulb',
  refer: 'directions',
  politicise: 'speakerphone',
  place: 'map-pin',
  directions: 'walk',
  bus: 'bus',
  stepFree: 'wheelchair',
  phone: 'phone',
  web: 'world',
} as const

/** A pictogram as an SVG file with strokes of one colour. */
const drawn = (name: string, colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawingOf(name)}</svg>`

const { light } = colours

/** The colours of paper: those of the screen on white card. A test proves 7:1 for every text and its ground. */
export const inks = {
  card: light.card, ink: light.ink, soft: light.soft, line: light.line, sun: light.sun,
  meet: light.meet, learn: light.learn, refer: light.refer, politicise: light.politicise,
  tint: { meet: light['meet-t'], learn: light['learn-t'], refer: light['refer-t'], politicise: light['politicise-t'] },
} as const

/** Every pictogram twice: white for on a band of colour, ink for on the paper. */
export const drawings = () => ({
  white: Object.fromEntries(Object.entries(pictograms).map(([role, name]) => [role, drawn(name, '#ffffff')])),
  ink: Object.fromEntries(Object.entries(pictograms).map(([role, name]) => [role, drawn(name, light.ink)])),
})

/** Which fonts print a language, best first, and how much larger its letters must be to look as large as Latin ones. */
export function lettersOf(language: Language): { fonts: { name: string; only: string | null }[]; scale: number } {
  const all = (name: string) => ({ name, only: null })
  const { latin, wide, arabic } = fontNames
  if (language === 'uk') return { fonts: [all(wide), all(arabic)], scale: 0.94 }
  // The slashed zero of Atkinson makes a large 13.00 hard to recognise: figures come from Noto.
  const figures = { name: wide, only: '[0-9]' }
  // Amiri joins Arabic letters with their spaces and stops; Latin names stay in the clearer face.
  if (language === 'ar') return { fonts: [figures, { name: latin, only: '\\p{Latin}' }, all(arabic), all(wide)], scale: 1.12 }
  return { fonts: [figures, all(latin), all(wide), all(arabic)], scale: 1 }
}
