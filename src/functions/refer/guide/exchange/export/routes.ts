import { stringify } from 'csv-stringify/sync'
import type { Hono } from 'hono'
import { notFoundAtWork } from '../../../../../place/person/pages.tsx'
import type { Env, House } from '../../../../../platform/http/house.ts'
import { guideAtWork } from '../../desk/at-work.ts'
import { exportTables } from '../import/views.tsx'
import { exported } from './queries.ts'

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection). */
const harmless = (value: unknown): unknown =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^\+?[\d ()./-]+$/.test(value) ? `'${value}` : value

/** `/werk/wegwijzer/uitvoer/{table}.csv`: the guide as tables that Excel opens: semicolons, and a mark that says the letters are UTF-8. */
export function mountExport(app: Hono<Env>, house: House): void {
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
