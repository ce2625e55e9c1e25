import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, before, beforeEach, test } from 'node:test'
import { type TestHouse, testHouse } from '../../test/house.ts'
import { type JobKind, openJobs } from './jobs.ts'
import { addJob, addRecurring, beginDue, failedJobs } from './queries.ts'
import { ATTEMPTS, LEASE_IN_SECONDS, pauseAfter } from './rules.ts'

let it: TestHouse
before(async () => {
  it = await testHouse()
})
after(() => it.close())
beforeEach(async () => {
  done = 0
  await it.owner.query('delete from job')
})

let done = 0
const counts = async () => {
  done += 1
}

const add = (kind: string, payload = {}) =>
  it.house.database.asKeeper((tx) => addJob(tx, { jobId: it.house.newId(), kind, payload, runAt: it.clock.now() }))
const rows = async () =>
  (await it.owner.query('select kind, payload, attempts, done_at, failed_at, last_error from job order by job_id')).rows
const jobs = (kinds: Record<string, JobKind>) => openJobs(it.house, { kinds })

test('a job is done once, and not before its time', async () => {
  const seen: unknown[] = []
  const { runDue } = jobs({ ring: { run: async (payload) => void seen.push(payload) } })
  await it.house.database.asKeeper((tx) =>
    addJob(tx, { jobId: it.house.newId(), kind: 'ring', payload: { bell: 1 }, runAt: it.clock.now().add({ minutes: 5 }) }),
  )
  assert.equal(await runDue(), 0)
  it.clock.pass({ minutes: 5 })
  assert.equal(await runDue(), 1)
  assert.equal(await runDue(), 0)
  assert.deepEqual(seen, [{ bell: 1 }])
})

test('what fails is tried again with growing pauses, and then stays visible without its words', async () => {
  let tries = 0
  const { runDue } = jobs({
    ring: {
      run: async () => {
        tries += 1
        throw Object.assign(new TypeError('geheim@voorbeeld.be'), { code: 'ECONNREFUSED' })
      },
    },
  })
  await add('ring')
  const pauses: number[] = []
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    assert.equal(await runDue(), 1)
    assert.equal(await runDue(), 0, 'it waits before the next attempt')
    pauses.push(pauseAfter(attempt))
    it.clock.pass({ seconds: pauseAfter(attempt) })
  }
  assert.deepEqual(
    pauses,
    [...pauses].sort((one, other) => one - other),
  )
  assert.equal(await runDue(), 0)
  assert.equal(tries, ATTEMPTS)
  const [failed] = await it.house.database.asKeeper(failedJobs)
  assert.equal(failed?.lastError, 'TypeError ECONNREFUSED')
})

test('a job that identifies somebody leaves nothing behind, done or failed', async () => {
  let fails = false
  const { runDue } = jobs({
    ask: {
      identifies: true,
      run: async () => {
        if (fails) throw new Error('no')
      },
    },
  })
  await add('ask', { email: 'els@voorbeeld.be' })
  await runDue()
  assert.deepEqual(await rows(), [])
  fails = true
  await add('ask', { email: 'els@voorbeeld.be' })
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    await runDue()
    it.clock.pass({ hours: 7 })
  }
  const [failed] = await rows()
  assert.ok(failed.failed_at)
  assert.deepEqual(failed.payload, {})
})

test('two processes share the work: every job is done once', async () => {
  const seen: unknown[] = []
  const kinds: Record<string, JobKind> = {
    ring: {
      run: async ({ bell }) => {
        seen.push(bell)
        await new Promise((done) => setTimeout(done, 5))
      },
    },
  }
  for (let bell = 0; bell < 40; bell += 1) await add('ring', { bell })
  const done = await Promise.all([jobs(kinds).runDue(), jobs(kinds).runDue(), jobs(kinds).runDue()])
  assert.equal(
    done.reduce((sum, count) => sum + count),
    40,
  )
  assert.equal(new Set(seen).size, 40)
  assert.equal(seen.length, 40)
})

test('a job whose process was killed halfway is done by another one', async () => {
  await add('ring')
  const child = spawn(process.execPath, ['--import', './scripts/tsx.mjs', '--input-type=module', '--eval', halfway], {
    cwd: `${import.meta.dirname}/../../..`,
    env: { ...process.env, CONNECTION: JSON.stringify(it.login), NOW: it.clock.now().toString() },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')

  const { runDue } = jobs({ ring: { run: counts } })
  assert.equal(await runDue(), 0, 'it may still be at work')
  it.clock.pass({ seconds: LEASE_IN_SECONDS })
  assert.equal(await runDue(), 1)
  assert.equal(done, 1)
})

test('a job that takes longer than it was lent for is still done once: as long as it goes on, no other process begins it', async () => {
  let end = () => {}
  const ring: JobKind = {
    run: () => {
      done += 1
      return new Promise((resolve) => {
        end = () => resolve()
      })
    },
  }
  await add('ring')
  const slow = openJobs(it.house, { kinds: { ring }, lendEveryMs: 10 }).runDue()
  const other = jobs({ ring: { run: counts } })
  const lentUntil = async () => (await it.owner.query<{ run_at: Temporal.Instant }>('select run_at from job')).rows[0]?.run_at
  for (let half = 0; half < 6; half += 1) {
    it.clock.pass({ seconds: LEASE_IN_SECONDS / 2 })
    const wanted = it.clock.now().add({ seconds: LEASE_IN_SECONDS })
    for (let tries = 0; tries < 500 && !(await lentUntil())?.equals(wanted); tries += 1) await new Promise((next) => setTimeout(next, 5))
    assert.equal(await other.runDue(), 0, `after ${half + 1} times a minute`)
  }
  assert.equal(done, 1)
  end()
  assert.equal(await slow, 1)
  it.clock.pass({ seconds: 2 * LEASE_IN_SECONDS })
  assert.equal(await other.runDue(), 0)
  assert.ok((await rows())[0].done_at)
})

test('a job that takes every process down with it is given up', async () => {
  await add('ring')
  for (let attempt = 0; attempt <= ATTEMPTS; attempt += 1) {
    await it.house.database.asKeeper((tx) => beginDue(tx, ['ring'], it.clock.now(), 1))
    it.clock.pass({ seconds: LEASE_IN_SECONDS })
  }
  await jobs({ ring: { run: counts } }).runDue()
  assert.equal(done, 0)
  assert.equal((await it.house.database.asKeeper(failedJobs))[0]?.lastError, 'never finished')
})

test('recurring work is planned once, however many processes start', async () => {
  const kinds: Record<string, JobKind> = { sweep: { everyMinutes: 60, run: counts } }
  const all = [jobs(kinds), jobs(kinds), jobs(kinds)]
  await Promise.all(all.map((one) => one.start()))
  await Promise.all(all.map((one) => one.stop()))
  assert.equal((await rows()).length, 1)
  await jobs(kinds).runDue()
  const before = done
  it.clock.pass({ minutes: 59 })
  assert.equal(await jobs(kinds).runDue(), 0)
  it.clock.pass({ minutes: 1 })
  assert.equal(await jobs(kinds).runDue(), 1)
  assert.equal(done, before + 1)
  await it.house.database.asKeeper((tx) => addRecurring(tx, { jobId: it.house.newId(), kind: 'sweep', runAt: it.clock.now() }))
  assert.equal((await rows()).length, 1)
})

test('recurring work that keeps failing is shown, and still has its next turn', async () => {
  const kinds: Record<string, JobKind> = { sweep: { everyMinutes: 60, run: () => Promise.reject(new Error('no')) } }
  const sweep = jobs(kinds)
  await sweep.start()
  await sweep.stop()
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    await sweep.runDue()
    it.clock.pass({ hours: 7 })
  }
  const all = await rows()
  assert.equal(all.filter((row) => row.failed_at).length, 1)
  assert.equal(all.filter((row) => !row.failed_at).length, 1)
})

test('stopping waits for what was begun', async () => {
  let finished = false
  const ring = jobs({
    ring: {
      run: async () => {
        await new Promise((done) => setTimeout(done, 100))
        finished = true
      },
    },
  })
  await add('ring')
  const running = ring.runDue()
  await new Promise((done) => setTimeout(done, 30))
  await ring.stop()
  assert.equal(finished, true)
  await running
})

test('a mail goes out and the erasing is done while a long list is still being taken over', async () => {
  let end = () => {}
  const seen: string[] = []
  const kinds: Record<string, JobKind> = {
    import: { long: true, run: () => new Promise((resolve) => (end = resolve)) },
    mail: { run: async () => void seen.push('mail') },
    erase: { run: async () => void seen.push('erase') },
  }
  const all = openJobs(it.house, { kinds, lookEveryMs: 5 })
  await add('import')
  await all.start()
  const until = async (isSo: () => boolean | Promise<boolean>) => {
    for (let tries = 0; tries < 400 && !(await isSo()); tries += 1) await new Promise((next) => setTimeout(next, 5))
    return isSo()
  }
  const begun = async () => (await rows()).some(({ kind, attempts }) => kind === 'import' && attempts === 1)
  assert.ok(await until(begun))
  await add('import')
  await add('mail')
  await add('erase')
  assert.ok(await until(() => seen.length === 2), 'they did not wait')
  assert.equal((await rows()).filter(({ kind, attempts }) => kind === 'import' && attempts > 0).length, 1, 'long work goes one by one')
  const stopped = all.stop()
  end()
  await stopped
})

test('whoever waits for the outcome of a job hears within about a minute that it failed for good, also when it takes its process down', async () => {
  const told: unknown[] = []
  const list: JobKind = {
    attempts: 3,
    identifies: true,
    run: () => Promise.reject(new Error('no')),
    gaveUp: async (payload) => void told.push(payload),
  }
  const { runDue } = jobs({ list })
  await add('list', { id: 'a' })
  const began = it.clock.now()
  for (let tries = 0; tries < 30 && told.length === 0; tries += 1) {
    await runDue()
    if (told.length === 0) it.clock.pass({ seconds: 5 })
  }
  assert.ok(it.clock.now().since(began).total('seconds') <= 80)
  assert.deepEqual(told, [{ id: 'a' }])
  assert.ok((await rows())[0].failed_at)

  await it.owner.query('delete from job')
  await add('list', { id: 'b' })
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await it.house.database.asKeeper((tx) => beginDue(tx, ['list'], it.clock.now(), 1))
    it.clock.pass({ seconds: LEASE_IN_SECONDS })
  }
  await runDue()
  assert.deepEqual(told, [{ id: 'a' }, { id: 'b' }])
})

const halfway = `
  import { openDatabase } from './src/platform/database/door.ts'
  import { poolOf } from './src/platform/database/connection.ts'
  import { identifiers } from './src/platform/clock/identifiers.ts'
  import { stoppedClock } from './src/platform/clock/clock.ts'
  import { openJobs } from './src/platform/jobs/jobs.ts'
  const database = openDatabase(poolOf(JSON.parse(process.env.CONNECTION), 2))
  const log = { info() {}, warn() {}, error() {} }
  const house = { database, clock: stoppedClock(process.env.NOW), newId: identifiers(), log }
  const forever = () => new Promise(() => { console.log('begun'); setInterval(() => {}, 1000) })
  openJobs(house, { kinds: { ring: { run: forever } } }).runDue()
`
