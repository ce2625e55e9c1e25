import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = join(dirname(createRequire(import.meta.url).resolve('@tabler/icons/outline/coffee.svg')))
const drawings = new Map<string, string>()
let used = new Set<string>()

/** The pictograms a worker can choose for an offer; names of Tabler outline icons. */
export const offerPictograms = [
  'coffee',
  'tools-kitchen-2',
  'shopping-bag',
  'shirt',
  'bike',
  'file-text',
  'device-laptop',
  'bulb',
  'school',
  'beach',
  'ticket',
  'home',
  'users',
  'friends',
  'heart-handshake',
  'plant',
  'music',
  'needle-thread',
  'book',
  'baby-carriage',
  'bus',
  'speakerphone',
] as const

/** The inner drawing of a pictogram (24 by 24, strokes only); an unknown name throws. */
export function drawingOf(name: string): string {
  const known = drawings.get(name)
  if (known !== undefined) return known
  if (!/^[a-z0-9-]+$/.test(name)) throw new Error('not a pictogram')
  const svg = readFileSync(join(folder, `${name}.svg`), 'utf8')
  const inner = svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/\s*\n\s*/g, '')
    .replaceAll(' />', '/>')
    .replace('<path stroke="none" d="M0 0h24v24H0z" fill="none"/>', '')
  drawings.set(name, inner)
  return inner
}

const exists = (name: string): boolean => {
  try {
    return drawingOf(name) !== ''
  } catch {
    return false
  }
}

/** A pictogram beside a word, hidden from readers that speak; each drawing stands once in the page. A name that is gone shows the fallback. */
export function Icon({ name, fallback = 'users' }: { name: string; fallback?: string }) {
  const shown = exists(name) ? name : fallback
  used.add(shown)
  return (
    <svg aria-hidden="true">
      <use href={`#i-${shown}`} />
    </svg>
  )
}

/** Runs a rendering and gives its HTML together with the drawings it used, as one hidden sprite. */
export function withSprite(render: () => string): { html: string; sprite: string } {
  used = new Set()
  const html = render()
  const symbols = [...used].map((name) => `<symbol id="i-${name}" viewBox="0 0 24 24">${drawingOf(name)}</symbol>`).join('')
  return { html, sprite: symbols && `<svg class="sprite" aria-hidden="true"><defs>${symbols}</defs></svg>` }
}
