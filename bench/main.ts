// `npm run bench [-- name…]`: measures, prints a table, and writes bench/results/<name>.json.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { figures } from './figures.ts'
import { freshness } from './freshness.ts'
import { importing } from './import.ts'
import type { Measured } from './measure.ts'
import { pages } from './pages.ts'
import { rendering } from './rendering.ts'
import { rides } from './rides.ts'
import { rights } from './rights.ts'
import { scale } from './scale.ts'
import { search } from './search.ts'
import { start } from './start.ts'
import { tally } from './tally.ts'

const benches: Record<string, () => Promise<Measured[]>> = {
  start,
  pages,
  freshness,
  rendering,
  scale,
  tally,
  rides,
  figures,
  rights,
  search,
  import: importing,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}

const folder = join(import.meta.dirname, 'results')
mkdirSync(folder, { recursive: true })
const all: Measured[] = []
for (const [name, measure] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const lines = await measure()
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(lines, null, 2)}\n`)
  all.push(...lines)
}
console.table(all.map(({ what, target, measured, unit, ok }) => ({ what, target, measured: `${measured} ${unit}`, ok: ok ? 'yes' : 'NO' })))
process.exitCode = all.every(({ ok }) => ok) ? 0 : 1
