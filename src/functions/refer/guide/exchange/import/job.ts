import type { Tx } from '../../../../../platform/database/door.ts'
import type { House } from '../../../../../platform/http/house.ts'
import type { JobKind } from '../../../../../platform/jobs/jobs.ts'
import { addJob } from '../../../../../platform/jobs/queries.ts'
import type { Payload } from '../../../../../platform/jobs/tables.ts'
import { traceOf } from '../../../../../platform/log/log.ts'
import { todayIn } from '../../../../../programme/desk/read.ts'
import { fromColumns } from '../shape/from-columns.ts'
import { compare } from './compare.ts'
import { explainRefusals } from './own.ts'
import { dropRows, type Import, importById, keepProgress, keepState, rawRows, rawRowsBy, writtenMeanwhile } from './queries.ts'
import { Staging } from './stage.ts'
import { belongsTo, organisationFromTables, placeFromTables, serviceFromTables } from './tabular.ts'
import { writeAll } from './write.ts'

/** The kind of job that sees a list through. */
export const IMPORT_JOB = 'guide.import'

/** The kind of job that is held while a list is read. */
export const BROKEN_OFF_JOB = 'guide.import-broken-off'

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
  const portions = async (table: string, make: (rows: { line: number; data: unknown }[]) => Promise<void>) => {
    for (let after = 0; ; ) {
      const rows = await inStek((tx) => rawRows(tx, stekId, importId, table, after, PORTION))
      if (rows.length === 0) return
      await make(rows)
      done += rows.length
      await inStek((tx) => keepProgress(tx, stekId, importId, done))
      after = rows.at(-1)?.position ?? after
    }
  }
  const those = (tables: readonly string[], owners: readonly (string | undefined)[]) =>
    inStek((tx) =>
      rawRowsBy(
        tx,
        stekId,
        importId,
        tables,
        owners.filter((owner) => owner !== undefined),
      ),
    )
  const related = (tables: readonly string[], rows: { data: unknown }[]) =>
    those(
      tables,
      rows.map(({ data }) => (data as Cells).id),
    )
  if (shape === 'columns')
    await portions('', async (rows) => {
      for (const { line, data } of rows)
        await staging.entities(fromColumns(data as unknown as string[], list.mapping, list.headers.length), { ofTable: '', line })
    })
  else {
    await portions('organizations', async (rows) => {
      const more = await related(belongsTo.organization, rows)
      for (const { line, data } of rows)
        await staging.entities([organisationFromTables(data as Cells, more)], { ofTable: 'organizations', line })
    })
    await portions('locations', async (rows) => {
      const more = await related(belongsTo.location, rows)
      for (const { line, data } of rows) await staging.entities([placeFromTables(data as Cells, more)], { ofTable: 'locations', line })
    })
    await portions('services', async (rows) => {
      const own = await related(belongsTo.service, rows)
      const inOwn = (table: string, column: string) => own.filter(({ ofTable }) => ofTable === table).map(({ data }) => data[column])
      const atPlaces = await those(['schedules'], inOwn('service_at_locations', 'id'))
      const terms = await those(['taxonomy_terms'], inOwn('attributes', 'taxonomy_term_id'))
      const more = [...own, ...atPlaces, ...terms]
      for (const { line, data } of rows) await staging.entities(serviceFromTables(data as Cells, more), { ofTable: 'services', line })
    })
  }
  await staging.flush()
}

class DoneAlready extends Error {}

/** SQLSTATE 22 wrong values, 23 a constraint, 42 a mistake in what is asked, 54 too much of something, 57014 takes too long: the next time too. */
const EVERY_TIME = /^(?:22|23|42|54)|^57014$/
const goesWrongEveryTime = (thrown: unknown): boolean =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && EVERY_TIME.test(String(thrown.code))

type Given = { stekId: string; importId: string; personId: string; endVanished: boolean }
const givenIn = ({ stekId, importId, personId, endVanished }: Payload): Given | undefined =>
  typeof stekId === 'string' && typeof importId === 'string' && typeof personId === 'string'
    ? { stekId, importId, personId, endVanished: endVanished === true }
    : undefined

/** Tells that a list did not go through. Nothing of it was written, and what was read of it stays, so that it can be tried again without its file. */
const tellFailed = (tx: Tx, { stekId, importId }: Given) =>
  keepState(tx, stekId, importId, { state: 'failed', failure: { why: 'mistake', again: true } }, ['comparing', 'writing'])

/**
 * Sees a list through, as the person who brings it: works out the difference, or writes what was agreed. Working out begins anew when it was
 * broken off; writing is one transaction, so it happened or it did not. When somebody took over the same list meanwhile, the difference is worked
 * out anew and shown again. Somebody waits in front of a screen: what goes wrong every time is told at once, and all else after three times.
 */
export const importKind = (house: House): JobKind => ({
  identifies: true,
  long: true,
  attempts: 3,
  async run(payload) {
    const given = givenIn(payload)
    if (!given) return
    const { stekId, importId, personId, endVanished } = given
    const inStek: InStek = (work) => house.database.inStek({ personId }, stekId, work)
    const list = await inStek((tx) => importById(tx, stekId, importId))
    if (!list) return
    const where = { stekId, importId, source: list.source, organisationId: list.organisationId, today: todayIn(house) }
    const workOut = () =>
      inStek(async (tx) => {
        await compare(tx, where)
        await explainRefusals(tx, where)
        await keepState(tx, stekId, importId, { state: 'compared' })
      })
    try {
      if (list.state === 'comparing') {
        await makeRows(house, stekId, list, inStek)
        await workOut()
      }
      if (list.state === 'writing')
        await inStek(async (tx) => {
          const told = async (done: number) => void (await inStek((other) => keepProgress(other, stekId, importId, done)))
          if (!(await writeAll(tx, where, { endVanished, now: house.clock.now(), told }))) throw new DoneAlready()
        })
    } catch (thrown) {
      if (thrown instanceof DoneAlready) return
      if (!goesWrongEveryTime(thrown)) throw thrown
      house.log.warn({ import: importId, ...traceOf(thrown) }, 'a list could not be taken over')
      const again = await inStek(async (tx) => {
        if (list.state === 'writing' && (await writtenMeanwhile(tx, stekId, importId)))
          return (await importById(tx, stekId, importId))?.state === 'writing'
        await tellFailed(tx, given)
        return false
      })
      if (again) await workOut()
    }
  },
  async gaveUp(payload) {
    const given = givenIn(payload)
    if (given) await house.database.inStek({ personId: given.personId }, given.stekId, (tx) => tellFailed(tx, given))
  },
})

/**
 * Tells that nobody is reading a list any more: the process that took it in is gone, or did not answer for two minutes. What was read so far is no
 * list and goes at once. A list that was read to its end just before is seen through.
 */
const brokenOffKind = (house: House): JobKind => ({
  identifies: true,
  async run(payload) {
    const given = givenIn(payload)
    if (!given) return
    const { stekId, importId, personId } = given
    const list = await house.database.inStek({ personId }, stekId, async (tx) => {
      const why = { state: 'failed', failure: { why: 'brokenOff' } } as const
      if (await keepState(tx, stekId, importId, why, ['reading'])) await dropRows(tx, stekId, importId, 'all')
      return importById(tx, stekId, importId)
    })
    if (list?.state === 'comparing')
      await house.database.asKeeper((tx) => addJob(tx, { jobId: house.newId(), kind: IMPORT_JOB, payload, runAt: house.clock.now() }))
  },
})

/** The kinds of jobs that take over lists, named `guide.import` and, when reading one was broken off, `guide.import-broken-off`. */
export const importJobs = (house: House): Record<string, JobKind> => ({
  [IMPORT_JOB]: importKind(house),
  [BROKEN_OFF_JOB]: brokenOffKind(house),
})
