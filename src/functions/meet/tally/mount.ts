import { join } from 'node:path'
import type { Hono } from 'hono'
import type { Env, House } from '../../../platform/http/house.ts'
import { islandScript } from '../../../platform/http/islands.ts'
import { openKeep } from '../../../programme/tally/keep.ts'
import { mountCount } from './count/routes.tsx'
import { mountTallyList } from './list/routes.tsx'
import { tallyPaths } from './paths.ts'
import { mountPost } from './post.ts'
import { mountTallyRows } from './rows/routes.tsx'

/** Counting without names, on staff pages; to be mounted behind the guard of /werk. */
export function mountTally(app: Hono<Env>, house: House): void {
  const keep = openKeep(house)
  mountTallyList(app, house)
  mountTallyRows(app, house)
  mountPost(app, house, keep)
  mountCount(app, house, keep)
  serveScript(app, tallyPaths.script(), join(import.meta.dirname, 'island.ts'))
  serveScript(app, tallyPaths.keeper(), join(import.meta.dirname, 'keeping/island.ts'))
}

// The keeper is served outside its scope, so it says which addresses it may answer (Service Workers, 6.5, Service-Worker-Allowed).
function serveScript(app: Hono<Env>, address: string, file: string): void {
  app.get(address, async (c) =>
    c.body(await islandScript(file), 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
      'Service-Worker-Allowed': tallyPaths.scope(),
    }),
  )
}
