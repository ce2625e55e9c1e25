/**
 * The colours, spaces and sizes of everything people see, on screen and on paper: paper, ink, warm light.
 * `/werk/stijl` shows them; a test proves at least 7:1 between every text and its ground (WCAG 2.2, 1.4.6).
 */
export const colours = {
  light: {
    paper: '#fbf6ec',
    card: '#fffdf8',
    ink: '#211d18',
    soft: '#51493e',
    line: '#d9cdb8',
    strong: '#8f8371',
    sun: '#f4c24a',
    'on-sun': '#211d18',
    focus: '#0b57d0',
    warn: '#8a1f11',
    'warn-t': '#fde7e0',
    ok: '#17523a',
    'ok-t': '#dcefe0',
    meet: '#82290e',
    'meet-t': '#fbe3d6',
    learn: '#175037',
    'learn-t': '#dcefe0',
    refer: '#17466f',
    'refer-t': '#dbe8f4',
    politicise: '#632554',
    'politicise-t': '#f1deeb',
  },
  dark: {
    paper: '#1c1915',
    card: '#26221c',
    ink: '#f6efe2',
    soft: '#d3c8b6',
    line: '#4a4236',
    strong: '#8d8270',
    sun: '#e0ad35',
    'on-sun': '#1c1915',
    focus: '#8ab4ff',
    warn: '#ffc1ad',
    'warn-t': '#421f17',
    ok: '#a6e0bb',
    'ok-t': '#1d3526',
    meet: '#ffc3ae',
    'meet-t': '#40241a',
    learn: '#a9e2be',
    'learn-t': '#1d3526',
    refer: '#b4d7f8',
    'refer-t': '#1b3045',
    politicise: '#f0c4e4',
    'politicise-t': '#3a2236',
  },
} as const

/** A colour by its role, never by its hue. */
export type Colour = keyof typeof colours.light

/** Which text colour is used on which ground. */
export const pairs: readonly (readonly [text: Colour, ground: Colour])[] = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['soft', 'paper'],
  ['soft', 'card'],
  ['on-sun', 'sun'],
  ['paper', 'ink'],
  ['warn', 'paper'],
  ['warn', 'card'],
  ['warn', 'warn-t'],
  ['ok', 'ok-t'],
  ['ink', 'warn-t'],
  ['ink', 'ok-t'],
  ['ink', 'meet-t'],
  ['ink', 'learn-t'],
  ['ink', 'refer-t'],
  ['ink', 'politicise-t'],
  ['meet', 'meet-t'],
  ['learn', 'learn-t'],
  ['refer', 'refer-t'],
  ['politicise', 'politicise-t'],
  ['meet', 'card'],
]

/** Distances in rem; one step is enough to tell things apart. */
export const space = { hair: 0.25, small: 0.5, step: 1, wide: 2, far: 3 } as const

/** Sizes of type in rem; text is never smaller than 18 px. */
export const type = { text: 1.125, note: 1.0625, name: 1.25, title: 1.65, shout: 2 } as const

const variables = (set: Record<string, string>) =>
  Object.entries(set)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')

/** The tokens as CSS custom properties, light and dark. */
export const tokenCss = `:root{${variables(colours.light)};--r:14px;--edge:clamp(1rem,.9rem + .6vw,1.25rem);color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{${variables(colours.dark)}}}`

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast between two `#rrggbb` colours, from 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}
