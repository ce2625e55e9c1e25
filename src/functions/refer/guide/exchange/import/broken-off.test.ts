import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { holdJob } from '../../../../../platform/jobs/held.ts'
import { LEASE_IN_SECONDS } from '../../../../../platform/jobs/rules.ts'
import { wordsOn } from '../../../../../test/desk-world.ts'
import { type GuideWorld, guideWorld } from '../../../../../test/guide-world.ts'
import { json, service } from '../../../../../test/hsds-lists.ts'
import { importVisit } from '../../../../../test/import-visit.ts'
import { formTokenIn } from '../../../../../test/work.ts'
import { BROKEN_OFF_JOB } from './job.ts'

let world: GuideWorld
let desk: ReturnType<typeof importVisit>
let running: ChildProcess | undefined
const folder = mkdtempSync(join(tmpdir(), 'stek-broken-off-'))
before(async () => {
  world = await guideWorld()
  desk = importVisit(world)
  await world.test.owner.query('update installation set secret = $1', [world.test.house.secret])
})
after(async () => {
  running?.kill('SIGKILL')
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  await desk.emptyGuide()
  await world.test.owner.query(`delete from job where kind like 'guide.import%'`)
})

const lists = () =>
  world.rows<{ importId: string; state: string; rows: number }>(
    `select import_id as "importId", state, (select count(*)::int from guide_import_row r where r.import_id = i.import_id) as rows from guide_import i`,
  )
const pageOf = async (importId: string) => (await desk.visit.get(`/werk/wegwijzer/invoer/${importId}?stek=wuustwezel`)).text()

/** Looks until there is something; gives up after very long, so that a test that will not come ends. */
async function until<Found>(look: () => Found | undefined | Promise<Found | undefined>): Promise<Found> {
  for (let looks = 0; looks < 6000; looks += 1) {
    const found = await look()
    if (found !== undefined) return found
    await pause(20)
  }
  throw new Error('it did not come')
}

/** The whole program as another process on the same database; answers with its port. */
async function program(): Promise<{ child: ChildProcess; port: number }> {
  const { connection, house } = world.test
  const url =
    'connectionString' in connection
      ? connection.connectionString
      : `postgres://${connection.user}@localhost/${connection.database}?host=${encodeURIComponent(connection.host)}&port=${connection.port}`
  const root = join(import.meta.dirname, '../../../../../..')
  const env = {
    ...process.env,
    DATABASE_URL: url,
    STEK_DATA: folder,
    STEK_NOW: house.clock.now().toString(),
    STEK_LOG: 'silent',
    PORT: '0',
  }
  const child = spawn(process.execPath, ['--import', join(root, 'scripts/tsx.mjs'), join(root, 'src/main.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running = child
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
  })
  const port = await until(() => {
    if (child.exitCode !== null) throw new Error(`the program did not open: ${said}`)
    return /is open at http:\/\/[^:]+:(\d+)/.exec(said)?.[1]
  })
  return { child, port: Number(port) }
}

/** Begins to send a list of which the end never comes. */
async function beginSending(port: number) {
  const address = '/werk/wegwijzer/invoer?stek=wuustwezel'
  const token = formTokenIn(await (await desk.visit.get(address)).text())
  const field = (name: string, value: string) => `--grens\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const rows = JSON.stringify(Array.from({ length: 600 }, (_, n) => service(n + 1))).slice(0, -1)
  const file = `--grens\r\nContent-Disposition: form-data; name="file"; filename="gids.json"\r\n\r\n${rows}`
  const sending = request({
    port,
    host: '127.0.0.1',
    path: address,
    method: 'POST',
    headers: {
      'content-type': 'multipart/form-data; boundary=grens',
      'content-length': '10000000',
      'Sec-Fetch-Site': 'same-origin',
      Cookie: `stek_session=${desk.visit.cookie}`,
    },
  })
  // The connection goes with its process.
  sending.on('error', () => {})
  sending.write(`${field('_token', token)}${field('source', 'buren')}${field('organisation', '')}${file}`)
}

test('a list that was being read when its process was killed is told as broken off within two minutes, by whichever process looks', async () => {
  const { child, port } = await program()
  await beginSending(port)
  const { importId } = await until(async () => (await lists()).find(({ rows }) => rows > 0))
  child.kill('SIGKILL')
  await once(child, 'exit')

  await desk.runJobs()
  assert.match(wordsOn(await pageOf(importId)), /wordt gelezen/, 'it may still be at work')
  world.test.clock.pass({ seconds: LEASE_IN_SECONDS })
  await desk.runJobs()
  assert.deepEqual(await lists(), [{ importId, state: 'failed', rows: 0 }])
  const html = await pageOf(importId)
  assert.match(wordsOn(html), /Het is niet gelukt Het lezen brak af, bij ons.*Er is niets overgenomen.*Gooi weg.*Kies het bestand opnieuw/)
  const again = /href="([^"]+)"[^>]*>Kies het bestand opnieuw/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  assert.match(await (await desk.visit.get(again)).text(), /value="buren"/)
  const drop = await desk.visit.post(`/werk/wegwijzer/invoer/${importId}/weg?stek=wuustwezel`)
  assert.equal(drop.status, 303)
  assert.deepEqual(await lists(), [])
  assert.deepEqual(await world.rows('select from job where kind = $$guide.import-broken-off$$'), [])
})

test('as long as its process lives a list is not told as broken off, however long it takes; a list that was read leaves nothing waiting', async () => {
  const { house, clock, owner } = world.test
  const personId = world.people.coordinator
  const importId = house.newId()
  await owner.query(
    `insert into guide_import (stek_id, import_id, person_id, source, state, started_at) values ($1, $2, $3, 'traag', 'reading', now())`,
    [world.stekId, importId, personId],
  )
  const held = await holdJob(house, { kind: BROKEN_OFF_JOB, payload: { stekId: world.stekId, importId, personId } }, 10)
  const putOffTo = async () =>
    (await world.rows<{ at: Temporal.Instant }>('select run_at as at from job where kind = $$guide.import-broken-off$$'))[0]?.at
  for (let half = 0; half < 6; half += 1) {
    clock.pass({ seconds: LEASE_IN_SECONDS / 2 })
    const wanted = clock.now().add({ seconds: LEASE_IN_SECONDS })
    await until(async () => ((await putOffTo())?.equals(wanted) ? true : undefined))
    await desk.runJobs()
    assert.equal((await lists())[0]?.state, 'reading')
  }
  await held.letGo()
  clock.pass({ seconds: 2 * LEASE_IN_SECONDS })
  await desk.runJobs()
  assert.equal((await lists())[0]?.state, 'reading')

  await desk.emptyGuide()
  await owner.query(`delete from job where kind like 'guide.import%'`)
  await desk.send(json([service(1)]))
  assert.deepEqual(await world.rows(`select kind from job where kind like 'guide.import%'`), [{ kind: 'guide.import' }])
})

test('a process that was only slow and comes to the end of a list after all writes nothing of it', async () => {
  const { owner } = world.test
  await owner.query(`create function meanwhile() returns trigger language plpgsql as $$ begin
      update guide_import set state = 'failed', failure = '{"why": "brokenOff"}' where import_id = new.import_id; return null;
    end $$;
    create trigger meanwhile after insert on guide_import_row for each row execute function meanwhile()`)
  const read = await desk.bring(json([service(1)]))
  await owner.query('drop trigger meanwhile on guide_import_row; drop function meanwhile')
  assert.match(read.words, /Het lezen brak af/)
  assert.equal((await lists())[0]?.rows, 0)
  assert.deepEqual(await world.rows(`select from job where kind like 'guide.import%'`), [])
})
