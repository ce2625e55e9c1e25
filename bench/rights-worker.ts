// One of the two workers of bench/rights.ts: judges its share of a million made-up households, each twice: with every answer, and with
// a part of the answers missing. A "not now" that the full answers contradict is counted; there must be none.
import { parentPort, workerData } from 'node:worker_threads'
import { bookOn } from '../src/functions/refer/rights/book/on-day.ts'
import { filesOnDisk, readShelf } from '../src/functions/refer/rights/book/read.ts'
import { compile, outcomeOf } from '../src/functions/refer/rights/engine/compile.ts'
import { simulatedHouseholds } from '../src/functions/refer/rights/engine/households.ts'

const { seed, households, day } = workerData as { seed: number; households: number; day: string }
const compiled = compile(bookOn(readShelf(filesOnDisk()), day))
const fill = simulatedHouseholds(compiled, seed)
const facts = compiled.facts.all.length
const [full, part] = [new Uint8Array(facts), new Uint8Array(facts)]
let contradicted = 0
let worth = 0
for (let n = 0; n < households; n += 1) {
  fill(full)
  // Which facts are missing changes from household to household.
  for (let fact = 0; fact < facts; fact += 1)
    part[fact] = ((n * 2_654_435_761 + fact * 40_503) >>> 7) % 3 === 0 ? 0 : (full[fact] as number)
  for (const right of compiled.rights) {
    const outcome = outcomeOf(right, full)
    if (outcome === 'worth') worth += 1
    if (outcome !== 'not-now' && outcomeOf(right, part) === 'not-now') contradicted += 1
  }
}
parentPort?.postMessage({ contradicted, worth })
