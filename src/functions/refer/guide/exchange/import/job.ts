import { brokenConstraint, type Tx } from '../../../../../platform/database/door.ts'
import type { House } from '../../../../../platform/http/house.ts'
import type { JobKind } from '../../../../../platform/jobs/jobs.ts'
import { todayIn } from '../../../../../programme/desk/read.ts'
import { fromColumns } from '../shape/from-columns.ts'
import { compare } from './compare.ts'
import { dropRows, type Import, importById, keepProgress, keepState, rawRows, rawRowsBy, writtenMeanwhile } from './queries.ts'
import { Staging } from './stage.ts'
import { belongsTo, organisationFromTables, placeFromTables, serviceFromTables } from './tabular.ts'
import { writeAll } from './write.ts'

/** The kind of job that sees a list through. */
export const IMPORT_JOB = 'guide.import'

const PORTION = 500

type Cells = Record<string, string>
type InStek = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** Makes rows of ours out of the rows of tables as they came. */
async function makeRows(house: House, stekId: string, list: Import, inStek: InStek): Promise<void> {
  const { importId, shape } = list
  if (shape !== 'columns' && shape !== 'tables') return
  await inStek((tx) => dropRows(tx, stekId, importId, 'made'))
  const staging = new Staging({ stekId, importId, newId: house.newId, now: list.startedAt, write: inStek })
  let done = 0
  const portions = async (table: string, make: (rows: { data: unknown }[]) => Promise<void>) => {
    for (let after = 0; ; ) {
      const rows = await inStek((tx) => rawRows(tx, stekId, importId, table, after, PORTION))
      if (rows.length === 0) return
      await make(rows)
      done += rows.length
      await inStek((tx) => keepProgress(tx, stekId, importId, done))
      after = rows.at(-1)?.position ?? after
    }
  }
  const related = (tables: readonly string[], column: string, rows: { data: unknown }[]) =>
    inStek((tx) =>
      rawRowsBy(
        tx,
        stekId,
        importId,
        tables,
        column,
        rows.map(({ data }) => (data as Cells).id ?? ''),
      ),
    )
  if (shape === 'columns')
    await portions('', async (rows) => {
      for (const { data } of rows) await staging.entities(fromColumns(data as unknown as string[], list.mapping, list.headers.length))
    })
  else {
    await portions('organizations', async (rows) => {
      const more = await related(belongsTo.organization, 'organization_id', rows)
      await staging.entities(rows.map(({ data }) => organisationFromTables(data as Cells, more)))
    })
    await portions('locations', async (rows) => {
      const more = await related(belongsTo.location, 'location_id', rows)
      await staging.entities(rows.map(({ data }) => placeFromTables(data as Cells, more)))
    })
    await portions('services', async (rows) => {
      const own = await related(belongsTo.service, 'service_id', rows)
      const places = own.filter(({ ofTable }) => ofTable === 'service_at_locations').map(({ data }) => data.id ?? '')
      const atPlaces = await inStek((tx) => rawRowsBy(tx, stekId, importId, ['schedules'], 'service_at_location_id', places))
      const more = [...own, ...atPlaces.filter(({ data }) => !data.service_id)]
      for (const { data } of rows) await staging.entities(serviceFromTables(data as Cells, more))
    })
  }
  await staging.flush()
}

class DoneAlready extends Error {}

/**
 * Sees a list through, as the person who brings it: works out the difference, or writes what was agreed. Working out begins anew when it was
 * broken off; writing is one transaction, so it happened or it did not. When somebody took over the same list meanwhile, the difference is worked
 * out anew and shown again.
 */
export const importKind = (house: House): JobKind => ({
  identifies: true,
  async run({ stekId, importId, personId, endVanished }) {
    if (typeof stekId !== 'string' || typeof importId !== 'string' || typeof personId !== 'string') return
    const inStek: InStek = (work) => house.database.inStek({ personId }, stekId, work)
    const list = await inStek((tx) => importById(tx, stekId, importId))
    if (!list) return
    const where = { stekId, importId, source: list.source, organisationId: list.organisationId, today: todayIn(house) }
    const workOut = () =>
      inStek(async (tx) => {
        await compare(tx, where)
        await keepState(tx, stekId, importId, { state: 'compared' })
      })
    if (list.state === 'comparing') {
      await makeRows(house, stekId, list, inStek)
      await workOut()
    }
    if (list.state === 'writing')
      await inStek(async (tx) => {
        const told = async (done: number) => void (await inStek((other) => keepProgress(other, stekId, importId, done)))
        if (!(await writeAll(tx, where, { endVanished: endVanished === true, now: house.clock.now(), told }))) throw new DoneAlready()
      }).catch(async (thrown) => {
        if (thrown instanceof DoneAlready) return
        // What the database refuses it refuses every time: nothing was written, and that is told.
        if (brokenConstraint(thrown) === undefined) throw thrown
        const again = await inStek(async (tx) => {
          // Unless the same work, lent out twice, was done by another process meanwhile.
          const now = await importById(tx, stekId, importId)
          if (now?.state !== 'writing') return false
          if (await writtenMeanwhile(tx, stekId, importId)) return true
          await keepState(tx, stekId, importId, { state: 'failed', failure: { why: 'mistake' } })
          return false
        })
        if (again) await workOut()
      })
  },
})

/** The kind of job that takes over lists, named `guide.import`. */
export const importJobs = (house: House): Record<string, JobKind> => ({ [IMPORT_JOB]: importKind(house) })
