import type { Context, Hono } from 'hono'
import { formRefused, notFoundAtWork } from '../../../../../place/person/pages.tsx'
import { isId } from '../../../../../platform/clock/identifiers.ts'
import { isFormToken } from '../../../../../platform/forms/token.ts'
import { seeOther, typedIn } from '../../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../../platform/http/house.ts'
import { type HeldJob, holdJob } from '../../../../../platform/jobs/held.ts'
import { addJob } from '../../../../../platform/jobs/queries.ts'
import { tokenIn } from '../../../../../platform/sessions/cookie.ts'
import { deskPage } from '../../../../../programme/desk/page.ts'
import { type Refusals, type Typed, typedText } from '../../../../../ui/fields.tsx'
import { type GuideWork, leaderAtGuide } from '../../desk/at-work.ts'
import { guideCss } from '../../desk/look.ts'
import { guideDeskPaths } from '../../desk/paths.ts'
import { organisationsOf } from '../../desk/queries.ts'
import { boundaryIn, partsOf, textOf } from '../read/multipart.ts'
import { type Mapping, type Target, targets } from '../shape/from-columns.ts'
import { standingNow, vanishedCount } from './compare.ts'
import { Difference, Progress } from './difference.tsx'
import { BROKEN_OFF_JOB, IMPORT_JOB } from './job.ts'
import {
  beginImport,
  dropImport,
  dropRows,
  type Import,
  importById,
  importsOf,
  keepState,
  rawRows,
  shownRows,
  sourcesOf,
  verdictsOf,
} from './queries.ts'
import { failureOf, Reading } from './reading.ts'
import { sourceOf } from './rules.ts'
import { Staging } from './stage.ts'
import { Columns, ImportList } from './views.tsx'

const SHOWN = 50
const FIELDS: ReadonlySet<string> = new Set(['_token', 'source', 'organisation'])
const REFRESH_IN_SECONDS = 2

/** `/werk/wegwijzer/invoer`: taking over a list of others. Read, look at the difference, and only then write; for who leads the stek. */
export function mountImport(app: Hono<Env>, house: House): void {
  const overview = async (c: Context<Env>, work: GuideWork, typed: Typed = {}, refusals: Refusals = {}) => {
    const { t, stek } = work
    const { lists, organisations, sources } = await work.inStek(async (tx) => ({
      sources: await sourcesOf(tx, stek.stekId),
      lists: await importsOf(tx, stek.stekId),
      organisations: await organisationsOf(tx, stek.stekId),
    }))
    const children = (
      <ImportList
        work={work}
        lists={lists}
        organisations={organisations}
        sources={sources}
        typed={typed}
        refusals={refusals}
        zone={house.settings.timeZone}
      />
    )
    return deskPage(c, work, { title: t('guidedesk.imports.title'), css: guideCss, children }, Object.keys(refusals).length > 0 ? 422 : 200)
  }

  const later = (work: GuideWork, importId: string, more: Record<string, boolean> = {}) =>
    house.database.asKeeper((tx) =>
      addJob(tx, {
        jobId: house.newId(),
        kind: IMPORT_JOB,
        payload: { stekId: work.stek.stekId, importId, personId: work.signedIn.personId, ...more },
        runAt: house.clock.now(),
      }),
    )

  app.get('/werk/wegwijzer/invoer', async (c) => {
    const work = await leaderAtGuide(c, house)
    // After a file that could not be read, the form still knows what was typed beside it.
    return work instanceof Response ? work : overview(c, work, { source: c.req.query('lijst'), organisation: c.req.query('organisatie') })
  })

  app.post('/werk/wegwijzer/invoer', async (c) => {
    const boundary = boundaryIn(c.req.header('content-type') ?? '')
    const { body } = c.req.raw
    if (!c.req.query('stek') || !boundary || !body || c.req.raw.bodyUsed) return notFoundAtWork(c, house)
    const work = await leaderAtGuide(c, house)
    if (work instanceof Response) return work
    const { stekId, slug } = work.stek
    const bytes = body.values({ preventCancel: true })
    const typed: Record<string, string> = {}
    const importId = house.newId()
    const inStek = work.inStek
    const reading = new Reading(new Staging({ stekId, importId, newId: house.newId, now: house.clock.now(), write: inStek }))
    let begun = false
    let held: HeldJob | undefined
    let answer: Response | undefined
    try {
      for await (const part of partsOf(bytes, boundary)) {
        if (part.fileName === undefined) {
          // Only what our form asks: a body of millions of fields fills no memory.
          if (FIELDS.has(part.name)) typed[part.name] = await textOf(part)
          continue
        }
        if (part.fileName === '') continue
        if (!begun) {
          if (!isFormToken(house.secret, tokenIn(c), typed._token ?? '', house.clock.now())) {
            answer = formRefused(c, house, 'form', { source: typed.source ?? '' })
            break
          }
          const source = sourceOf(typed.source ?? '', part.fileName)
          const known = await inStek((tx) => organisationsOf(tx, stekId))
          const organisationId = known.find((one) => one.organisationId === typed.organisation)?.organisationId ?? null
          const { personId } = work.signedIn
          held = await holdJob(house, { kind: BROKEN_OFF_JOB, payload: { stekId, importId, personId } })
          await inStek((tx) => beginImport(tx, { stekId, importId, personId, source, organisationId, now: house.clock.now() }))
          begun = true
        }
        await reading.file(part)
      }
      if (begun && !answer) {
        const was = await reading.end()
        const state = was.shape === 'columns' ? 'columns' : 'comparing'
        // Unless it was told meanwhile that this process does not read on: then what it read is nothing.
        const kept = await inStek(async (tx) => {
          const isSo = await keepState(tx, stekId, importId, { state, ...was }, ['reading'])
          if (!isSo) await dropRows(tx, stekId, importId, 'all')
          return isSo
        })
        if (kept && state === 'comparing') await later(work, importId)
      }
    } catch (thrown) {
      const failure = failureOf(thrown, house, importId, reading.at)
      if (!begun) return overview(c, work, typed, { file: work.t(`guidedesk.imports.fail.${failure.why}`) })
      await inStek(async (tx) => {
        await dropRows(tx, stekId, importId, 'all')
        await keepState(tx, stekId, importId, { state: 'failed', failure })
      })
    } finally {
      await held?.letGo()
    }
    // What nobody reads any more is taken in, so that the browser hears the answer.
    for await (const _ of bytes);
    if (answer) return answer
    if (!begun) return overview(c, work, typed, { file: work.t('guidedesk.imports.fileMissing') })
    return seeOther(c, guideDeskPaths.import(slug, importId))
  })

  async function listAtWork(c: Context<Env>): Promise<{ work: GuideWork; list: Import } | Response> {
    const work = await leaderAtGuide(c, house)
    if (work instanceof Response) return work
    const id = c.req.param('id') ?? ''
    const list = isId(id) ? await work.inStek((tx) => importById(tx, work.stek.stekId, id)) : undefined
    return list ? { work, list } : notFoundAtWork(c, house)
  }

  const columnsPage = async (c: Context<Env>, work: GuideWork, list: Import, mapping: Mapping, refusals: Refusals = {}) => {
    const rows = await work.inStek((tx) => rawRows(tx, work.stek.stekId, list.importId, '', 0, 3))
    const children = (
      <Columns
        work={work}
        list={list}
        mapping={mapping}
        examples={rows.map(({ data }) => data as unknown as string[])}
        refusals={refusals}
      />
    )
    return deskPage(
      c,
      work,
      { title: work.t('guidedesk.imports.columnsTitle'), css: guideCss, children },
      Object.keys(refusals).length > 0 ? 422 : 200,
    )
  }

  app.get('/werk/wegwijzer/invoer/:id{[0-9a-f-]{36}}', async (c) => {
    const found = await listAtWork(c)
    if (found instanceof Response) return found
    const { work, list } = found
    const { stekId } = work.stek
    if (list.state === 'columns') return columnsPage(c, work, list, list.mapping)
    const title = work.t('guidedesk.imports.titleOf', { source: list.source })
    const where = { stekId, importId: list.importId, source: list.source }
    if (list.state === 'compared') {
      const read = await work.inStek(async (tx) => {
        const changed = await shownRows(tx, stekId, list.importId, 'changed', SHOWN)
        return {
          verdicts: await verdictsOf(tx, stekId, list.importId),
          changed,
          now: await standingNow(tx, stekId, list.source, changed),
          added: await shownRows(tx, stekId, list.importId, 'new', SHOWN),
          refused: await shownRows(tx, stekId, list.importId, 'refused', SHOWN),
          noted: await shownRows(tx, stekId, list.importId, 'noted', SHOWN),
          vanished: await vanishedCount(tx, where),
        }
      })
      return deskPage(c, work, { title, css: guideCss, children: <Difference work={work} list={list} {...read} /> })
    }
    const verdicts = list.state === 'writing' ? await work.inStek((tx) => verdictsOf(tx, stekId, list.importId)) : []
    const all = verdicts.filter(({ verdict }) => verdict === 'new' || verdict === 'changed').reduce((sum, { count }) => sum + count, 0)
    if (list.state !== 'done' && list.state !== 'failed') c.header('Refresh', String(REFRESH_IN_SECONDS))
    return deskPage(c, work, { title, css: guideCss, children: <Progress work={work} list={list} all={all} /> })
  })

  app.post('/werk/wegwijzer/invoer/:id{[0-9a-f-]{36}}/kolommen', async (c) => {
    const found = await listAtWork(c)
    if (found instanceof Response) return found
    const { work, list } = found
    if (list.state !== 'columns') return seeOther(c, guideDeskPaths.import(work.stek.slug, list.importId))
    const typed = await typedIn(c)
    const mapping: Mapping = {}
    const refusals: Record<string, string> = {}
    for (const target of targets) {
      const text = typedText(typed, target)
      const column = /^\d{1,3}$/.test(text) ? Number(text) : undefined
      if (column === undefined || column >= list.headers.length) continue
      if (Object.values(mapping).includes(column)) refusals[target] = work.t('guidedesk.imports.twice')
      mapping[target as Target] = column
    }
    if (mapping.name === undefined) refusals.name = work.t('guidedesk.imports.nameNeeded')
    if (Object.keys(refusals).length > 0) return columnsPage(c, work, list, mapping, refusals)
    await work.inStek((tx) => keepState(tx, work.stek.stekId, list.importId, { state: 'comparing', mapping }))
    await later(work, list.importId)
    return seeOther(c, guideDeskPaths.import(work.stek.slug, list.importId))
  })

  app.post('/werk/wegwijzer/invoer/:id{[0-9a-f-]{36}}/doe', async (c) => {
    const found = await listAtWork(c)
    if (found instanceof Response) return found
    const { work, list } = found
    if (list.state === 'compared') {
      const endVanished = typedText(await typedIn(c), 'endVanished') !== ''
      await work.inStek((tx) => keepState(tx, work.stek.stekId, list.importId, { state: 'writing', rowsDone: 0 }))
      await later(work, list.importId, { endVanished })
    }
    return seeOther(c, guideDeskPaths.import(work.stek.slug, list.importId))
  })

  app.post('/werk/wegwijzer/invoer/:id{[0-9a-f-]{36}}/opnieuw', async (c) => {
    const found = await listAtWork(c)
    if (found instanceof Response) return found
    const { work, list } = found
    if (list.state === 'failed' && list.failure.again) {
      await work.inStek((tx) =>
        keepState(tx, work.stek.stekId, list.importId, { state: 'comparing', rowsDone: 0, failure: {} }, ['failed']),
      )
      await later(work, list.importId)
    }
    return seeOther(c, guideDeskPaths.import(work.stek.slug, list.importId))
  })

  app.post('/werk/wegwijzer/invoer/:id{[0-9a-f-]{36}}/weg', async (c) => {
    const found = await listAtWork(c)
    if (found instanceof Response) return found
    const { work, list } = found
    if (list.state !== 'writing') await work.inStek((tx) => dropImport(tx, work.stek.stekId, list.importId))
    return seeOther(c, guideDeskPaths.imports(work.stek.slug))
  })
}
