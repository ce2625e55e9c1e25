import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { type TestHouse, testHouse } from '../../test/house.ts'
import type { House } from '../http/house.ts'
import { openJobs } from '../jobs/jobs.ts'
import { queueMail } from './queries.ts'
import { mailKind, senderAddress } from './send.ts'

let it: TestHouse
let server: SMTPServer
const received: { to: string[]; text: string }[] = []
let answersWith: Error | undefined

before(async () => {
  it = await testHouse()
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (answersWith) return done(answersWith)
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString('utf8') })
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()))
})
after(async () => {
  await new Promise<void>((closed) => server.close(() => closed()))
  await it.close()
})
beforeEach(async () => {
  received.length = 0
  answersWith = undefined
  await it.owner.query('delete from mail; delete from job')
})

const sending = (): House => ({
  ...it.house,
  settings: {
    ...it.house.settings,
    baseUrl: 'https://stek.example.be',
    smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
  },
})
const jobs = (house: House) => openJobs(house, { kinds: { 'mail.send': mailKind(house, 'De STEK') } })
const queue = () =>
  it.house.database.asKeeper((tx) =>
    queueMail(
      tx,
      { recipient: 'els@voorbeeld.be', subject: 'Je link: één keer', body: 'Dag\n\nhttps://stek.example.be/werk/aanmelden/geheim' },
      { newId: it.house.newId, now: it.clock.now() },
    ),
  )
const outbox = async () => (await it.owner.query('select * from mail')).rows

test('a mail goes out over a real connection, and its words are not kept', async () => {
  await queue()
  await jobs(sending()).runDue()
  assert.equal(received.length, 1)
  assert.deepEqual(received[0]?.to, ['els@voorbeeld.be'])
  assert.match(received[0]?.text ?? '', /From: De STEK <no-reply@stek\.example\.be>/)
  assert.match(received[0]?.text ?? '', /Auto-Submitted: auto-generated/)
  assert.match(received[0]?.text ?? '', /https:\/\/stek\.example\.be\/werk\/aanmelden\/geheim/)
  const [mail] = await outbox()
  assert.ok(mail.sent_at)
  assert.equal(mail.body, '')
})

test('a mail that was sent is not sent again when its job runs twice', async () => {
  await queue()
  await jobs(sending()).runDue()
  await it.owner.query('update job set done_at = null')
  it.clock.pass({ hours: 1 })
  assert.equal(await jobs(sending()).runDue(), 1)
  assert.equal(received.length, 1)
})

test('a mail server that refuses is asked again later', async () => {
  await queue()
  answersWith = new Error('try again')
  await jobs(sending()).runDue()
  assert.equal(received.length, 0)
  assert.match((await it.owner.query('select last_error from job')).rows[0].last_error, /EMESSAGE/)
  answersWith = undefined
  it.clock.pass({ minutes: 1 })
  await jobs(sending()).runDue()
  assert.equal(received.length, 1)
})

test('without a mail server a mail waits in the outbox where it can be read', async () => {
  await queue()
  await jobs(it.house).runDue()
  const [mail] = await outbox()
  assert.equal(mail.sent_at, null)
  assert.match(mail.body, /aanmelden/)
})

test('a mail and its sending are planned together or not at all', async () => {
  await assert.rejects(
    it.house.database.asKeeper(async (tx) => {
      await queueMail(tx, { recipient: 'els@voorbeeld.be', subject: 'x', body: 'x' }, { newId: it.house.newId, now: it.clock.now() })
      throw new Error('the rest did not work')
    }),
  )
  assert.deepEqual(await outbox(), [])
  assert.equal((await it.owner.query('select from job')).rowCount, 0)
})

test('mail comes from the account of the mail server when that is an address', () => {
  assert.equal(senderAddress('smtps://stek%40voorbeeld.be:geheim@mail.voorbeeld.be', 'https://stek.example.be'), 'stek@voorbeeld.be')
  assert.equal(senderAddress('smtp://localhost', 'https://stek.example.be'), 'no-reply@stek.example.be')
})

test('one mail goes to one address, and what is in its words becomes no line of its head', async () => {
  const house = sending()
  for (const recipient of [
    'els@voorbeeld.be,noor@voorbeeld.be',
    'groep:els@voorbeeld.be,noor@voorbeeld.be;',
    'els@voorbeeld.be\r\nBcc: noor@voorbeeld.be',
  ])
    await it.house.database.asKeeper((tx) =>
      queueMail(tx, { recipient, subject: 'Dag\r\nBcc: noor@voorbeeld.be', body: 'Dag' }, { newId: it.house.newId, now: it.clock.now() }),
    )
  await jobs(house).runDue()
  assert.deepEqual(
    received.filter(({ to }) => to.length !== 1 || to[0] === 'noor@voorbeeld.be'),
    [],
  )
  for (const { text } of received) assert.doesNotMatch(text, /^Bcc:/im)
})
