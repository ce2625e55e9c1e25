import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import type { Hono } from 'hono'
import { notFoundAtWork } from '../../../../../place/person/pages.tsx'
import type { Env, House } from '../../../../../platform/http/house.ts'
import { todayIn } from '../../../../../programme/desk/read.ts'
import { type GuideWork, guideAtWork } from '../../desk/at-work.ts'
import { wholeServices } from '../../desk/queries.ts'
import { serviceOf } from '../hsds/shape.ts'
import { exportTables } from '../import/views.tsx'
import { exported, idsAfter } from './queries.ts'

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection). */
const harmless = (value: unknown): unknown =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^\+?[\d ()./-]+$/.test(value) ? `'${value}` : value

const PORTION = 200
const FIRST = '00000000-0000-0000-0000-000000000000'

/** Every service as HSDS, in one list, portion by portion: however large the guide is, it is never whole in our memory. */
async function* everyService(work: GuideWork, today: string): AsyncGenerator<string> {
  const { stekId } = work.stek
  let between = '['
  for (let after = FIRST; ; ) {
    const services = await work.inStek(async (tx) => wholeServices(tx, stekId, await idsAfter(tx, stekId, after, PORTION, work.partnerId)))
    for (const service of services) {
      yield `${between}${JSON.stringify(serviceOf(service, today))}`
      between = ',\n'
    }
    after = services.at(-1)?.row.service_id ?? after
    if (services.length < PORTION) break
  }
  yield between === '[' ? '[]\n' : ']\n'
}

/** `/werk/wegwijzer/uitvoer/{table}.csv`: the guide as tables that Excel opens: semicolons, and a mark that says the letters are UTF-8. Beside them `hsds.json`: all services in one list of HSDS. */
export function mountExport(app: Hono<Env>, house: House): void {
  app.get('/werk/wegwijzer/uitvoer/hsds.json', async (c) => {
    const work = await guideAtWork(c, house)
    if (work instanceof Response) return work
    const pieces = Readable.toWeb(Readable.from(everyService(work, todayIn(house)), { objectMode: false }))
    return c.body(pieces as ReadableStream, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${work.stek.slug}-wegwijzer.json"`,
      'Cache-Control': 'no-store',
    })
  })

  app.get('/werk/wegwijzer/uitvoer/:file{[a-z]+\\.csv}', async (c) => {
    const work = await guideAtWork(c, house)
    if (work instanceof Response) return work
    const table = exportTables.find((one) => `${one}.csv` === c.req.param('file'))
    if (!table) return notFoundAtWork(c, house)
    const rows = await work.inStek((tx) => exported(tx, work.stek.stekId, table, work.partnerId))
    const text = stringify(
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, harmless(Array.isArray(value) ? value.join(', ') : value)])),
      ),
      { header: true, delimiter: ';', bom: true, ...(rows.length === 0 ? { columns: ['leeg'] } : {}) },
    )
    return c.body(text, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${work.stek.slug}-${table}.csv"`,
      'Cache-Control': 'no-store',
    })
  })
}
