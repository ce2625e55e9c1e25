import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { after, before, test } from 'node:test'
import { pino } from 'pino'
import { openJobs } from '../../platform/jobs/jobs.ts'
import { type TestHouse, testHouse } from '../../test/house.ts'
import { addPerson, addStek, openWork, signedInVisit, Visit } from '../../test/work.ts'
import { personJobs } from './jobs.ts'

const lines: string[] = []
const stream = new Writable({
  write(line, _encoding, done) {
    lines.push(String(line))
    done()
  },
})

let it: TestHouse
before(async () => {
  it = await testHouse({ log: pino({ level: 'trace', base: null }, stream), settings: { smtpUrl: 'smtp://127.0.0.1:1' } })
})
after(() => it.close())

test('REFER-4 the log holds nothing that people typed, also when things go wrong', async () => {
  const app = openWork(it.house)
  const { newId } = it.house
  const { stekId } = await addStek(it.owner, newId, 'kalmthout')
  const els = await addPerson(it.owner, newId, { name: 'Geheimnaam', email: 'geheim@voorbeeld.be', stekId, kind: 'coordinator' })
  const visit = await signedInVisit(app, it.house, els)
  const typed = { name: 'Typwoord', email: 'typadres@voorbeeld.be', role: 'volunteer', stek: 'kalmthout' }
  const { runDue } = openJobs(it.house, { kinds: personJobs(it.house) })

  await visit.post('/werk/mensen', { ...typed, email: 'typadres' })
  await visit.post('/werk/mensen', typed, { 'Sec-Fetch-Site': 'cross-site' })
  await visit.post('/werk/mensen', { ...typed, _token: 'typtoken' }, { 'Sec-Fetch-Site': '' })
  await new Visit(app).post('/werk/aanmelden', { email: 'geheim@voorbeeld.be', terug: '/werk/typpad' })
  await runDue()
  await new Visit(app).post('/werk/aanmelden', { email: 'typ\u0000adres@voorbeeld.be' })
  await new Visit(app).post('/werk/aanmelden/typlink', {}, { 'User-Agent': 'Typbrowser' })
  // A mistake of ours while somebody is typing: the table is gone.
  await it.owner.query('alter table role rename to role_gone')
  assert.equal((await visit.post('/werk/mensen', typed)).status, 500)
  await it.owner.query('alter table role_gone rename to role')
  await it.owner.query('alter table job rename to job_gone')
  assert.equal((await new Visit(app).post('/werk/aanmelden', { email: 'typadres@voorbeeld.be' })).status, 500)
  await it.owner.query('alter table job_gone rename to job')
  // A mistake whose own words repeat what was typed: the database quotes it.
  await it.owner.query('alter table person add constraint nobody check (name is null) not valid')
  assert.equal((await visit.post('/werk/mensen', typed)).status, 500)

  const log = lines.join('')
  for (const said of ['a form was refused', 'a request failed', 'a job did not succeed']) assert.ok(log.includes(said), said)
  assert.doesNotMatch(log, /typ(woord|adres|token|pad|link|browser)|geheim|voorbeeld\.be|stek_session|cookie/i)
})
