import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { after, before, beforeEach, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import excel from 'exceljs'
import { uploads } from '../../../../../app.tsx'
import { type Listening, listen } from '../../../../../platform/http/server.ts'
import { LEASE_IN_SECONDS } from '../../../../../platform/jobs/rules.ts'
import { wordsOn } from '../../../../../test/desk-world.ts'
import { type HandoverWorld, handoverWorld } from '../../../../../test/handover-world.ts'
import { importVisit } from '../../../../../test/import-visit.ts'

let world: HandoverWorld
let desk: ReturnType<typeof importVisit>
let server: Listening
before(async () => {
  world = await handoverWorld()
  desk = importVisit(world)
  server = await listen(0, world.test.house.pages, world.app.fetch, uploads, { head: 15_000, form: 400, file: 20_000, silence: 2_000 })
})
after(async () => {
  await server.stop()
  await world.close()
})
beforeEach(() =>
  world.test.owner.query(`delete from guide_import; delete from job; delete from organisation where imported_from is not null`),
)

const uuid = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const service = (n: number, more: object = {}) => ({
  ...{ id: uuid(n), name: `Dienst ${n}`, status: 'active', description: 'Hulp' },
  organization: { id: uuid(900_000), name: 'Welzijnspunt', description: 'Helpt' },
  ...more,
})
const json = (services: object[]) => [{ name: 'lijst.json', content: JSON.stringify(services) }]
const taken = async () =>
  (await world.rows<{ name: string }>('select name from service where imported_from is not null order by name')).map(({ name }) => name)
const states = async () => (await world.rows<{ state: string }>('select state from guide_import order by state')).map(({ state }) => state)

/** What a server says to bytes that are sent as they are; `more` goes on sending until the server ends it. */
function says(head: readonly string[], more?: () => Buffer): Promise<{ answer: string; sent: number }> {
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1')
    let answer = ''
    let sent = 0
    const goOn = () => {
      while (more && !socket.destroyed) {
        const piece = more()
        sent += piece.length
        if (!socket.write(piece)) return void socket.once('drain', goOn)
      }
    }
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text
      if (!more && /\r\n\r\n/.test(answer)) socket.end()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve({ answer, sent }))
    socket.write(`${head.join('\r\n')}\r\n\r\n`)
    goOn()
  })
}
const head = (...more: string[]) => [
  'POST /werk/wegwijzer/invoer?stek=wuustwezel HTTP/1.1',
  'Host: localhost',
  'Sec-Fetch-Site: same-origin',
  `Cookie: stek_session=${world.visits.coordinator.cookie}`,
  'Content-Type: multipart/form-data; boundary=grens',
  ...more,
]

test('two gigabytes are refused before a byte is sent, and a stream without end is cut off while memory stays as it was', async () => {
  const { answer } = await says(head(`Content-Length: ${2 * 1024 ** 3}`))
  assert.match(answer, /^HTTP\/1\.1 413/)
  const before = process.memoryUsage().rss
  const piece = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(1024 ** 2, 'x'), Buffer.from('\r\n')])
  const endless = await says(head('Transfer-Encoding: chunked'), () => piece)
  assert.match(endless.answer, /^HTTP\/1\.1 413/)
  // That it was answered at all says that the server ended it: this side never stops by itself. 200 MB came in; both sides live in this process.
  assert.ok(process.memoryUsage().rss - before < 160 * 1024 ** 2)
  assert.deepEqual(await states(), [])
})

/** Sends a list through the real server, in pieces with pauses as on a bad line, and gives the answer. */
async function onABadLine(pieces: number, pauseInMs: number): Promise<{ status: number; location: string }> {
  const { _token: token = '' } = await fields()
  const form = new FormData()
  for (const [name, value] of Object.entries({ _token: token, source: 'traag', organisation: '' })) form.set(name, value)
  form.append('file', new File([JSON.stringify([service(1), service(2)])], 'lijst.json'))
  const made = new Request('http://localhost', { method: 'POST', body: form })
  const body = Buffer.from(await made.arrayBuffer())
  const sending = request({
    port: server.port,
    method: 'POST',
    path: '/werk/wegwijzer/invoer?stek=wuustwezel',
    headers: {
      'Sec-Fetch-Site': 'same-origin',
      Cookie: `stek_session=${world.visits.coordinator.cookie}`,
      'Content-Type': made.headers.get('content-type') ?? '',
      'Content-Length': body.length,
    },
  })
  const answered = once(sending, 'response')
  answered.catch(() => {})
  const step = Math.ceil(body.length / pieces)
  for (let at = 0; at < body.length; at += step) {
    sending.write(body.subarray(at, at + step))
    await new Promise((next) => setTimeout(next, pauseInMs))
  }
  sending.end()
  const [response] = await answered
  response.resume()
  return { status: response.statusCode ?? 0, location: response.headers.location ?? '' }
}
const fields = async (): Promise<Record<string, string>> => {
  const html = await (await desk.visit.get('/werk/wegwijzer/invoer?stek=wuustwezel')).text()
  return { _token: /name="_token" value="([^"]+)"/.exec(html)?.[1] ?? '' }
}

test('a list on a bad line may take its time; a form that never ends, and a line that goes silent, are let go', async () => {
  const slow = await onABadLine(12, 100)
  assert.equal(slow.status, 303, 'three times longer than a form may take')
  await desk.runJobs()
  assert.deepEqual(desk.counts(await (await desk.visit.get(slow.location)).text()), { 'service-new': 2, 'organisation-new': 1 })
  const started = performance.now()
  await says(['POST /code HTTP/1.1', 'Host: localhost', 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 100'])
  assert.ok(performance.now() - started < 6000, 'a form of which nothing more comes')
  const silent = performance.now()
  await says(head('Content-Length: 100000'))
  assert.ok(performance.now() - silent < 8000, 'a file of which nothing more comes')
})

test('an Excel file that cannot be read, or unfolds to gigabytes, is refused; so are an empty file and a table of one column', async () => {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('diensten')
  sheet.addRow(['naam', 'organisatie'])
  sheet.addRow(['Soep', 'Buurthuis'])
  const good = new Uint8Array(await book.xlsx.writeBuffer())
  const read = await desk.bring([{ name: 'gids.xlsx', content: good }])
  assert.match(read.words, /Welke kolom is wat/)
  const beside = process.memoryUsage().rss
  const withMore = await desk.bring([{ name: 'verstopt.xlsx', content: hidden(good) }])
  assert.match(withMore.words, /Welke kolom is wat/, 'what lies in the file beside the sheet is left folded')
  assert.ok(process.memoryUsage().rss - beside < 200 * 1024 ** 2)
  for (const [name, content, sentence] of [
    ['stuk.xlsx', good.subarray(0, good.length - 400), /beschadigd/],
    ['bom.xlsx', bomb(), /beschadigd/],
    ['leeg.csv', '', /Er staat niets in dit bestand/],
    ['leeg.xlsx', new Uint8Array(0), /Er staat niets in dit bestand/],
    ['een.csv', 'naam\nSoep\nBrood\n', /Ik vind geen kolommen/],
    ['koppen.csv', 'naam;organisatie\n', /Er staat niets in dit bestand/],
    ['foto.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]), /Ik vind geen kolommen|Er staat niets/],
  ] as const) {
    const before = process.memoryUsage().rss
    const refused = await desk.bring([{ name, content }])
    assert.match(refused.words, sentence, name)
    assert.match(refused.words, /Er is niets overgenomen/, name)
    assert.ok(process.memoryUsage().rss - before < 200 * 1024 ** 2, `${name}: memory`)
  }
  assert.deepEqual(await taken(), [])
})

/** A zip of one sheet that says it is small and unfolds to a gigabyte of spaces. */
function bomb(): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(1024 ** 2, ' '), { finishFlush: 2 /* Z_SYNC_FLUSH: blocks can follow one another */ })
  return zipped(Buffer.concat([...Array.from({ length: 1024 }, () => block), Buffer.from([3, 0])]))
}

function zipped(packed: Buffer): Uint8Array {
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(1000, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(1000, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, entry, name, end])
}

/** An Excel file with something before it that its list does not name. */
function hidden(good: Uint8Array): Uint8Array {
  const more = 400_000
  const file = Buffer.concat([Buffer.alloc(more, 'x'), good])
  file.write('PK\x03\x04', 0, 'latin1')
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const list = file.readUInt32LE(end + 16) + more
  file.writeUInt32LE(list, end + 16)
  for (let at = list; at < end; at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32))
    file.writeUInt32LE(file.readUInt32LE(at + 42) + more, at + 42)
  return file
}

test('the same list brought twice at once, and agreed to twice, stands in the guide once; the second sees what is left to do', async () => {
  const list = json([service(1), service(2), service(3)])
  const answers = await Promise.all([desk.send(list), desk.send(list)])
  const paths = answers.map((answer) => answer.headers.get('location') ?? '')
  await Promise.all([desk.runJobs(), desk.runJobs()])
  assert.deepEqual(await states(), ['compared', 'compared'])
  await Promise.all(paths.map((path) => desk.visit.post(path.replace('?', '/doe?'))))
  await Promise.all([desk.runJobs(), desk.runJobs()])
  assert.deepEqual(await taken(), ['Dienst 1', 'Dienst 2', 'Dienst 3'])
  assert.deepEqual(await states(), ['compared', 'done'])
  const pages = await Promise.all(paths.map(async (path) => (await desk.visit.get(path)).text()))
  const left = pages.find((html) => /data-count/.test(html)) ?? ''
  assert.deepEqual(desk.counts(left), { 'service-same': 3, 'organisation-same': 1 })
  assert.match(wordsOn(left), /Er verandert niets/)
})

test('a yes that is pressed twice writes once', async () => {
  const read = await desk.bring(json([service(1)]))
  const yes = read.path.replace('?', '/doe?')
  await Promise.all([desk.visit.post(yes), desk.visit.post(yes)])
  await Promise.all([desk.runJobs(), desk.runJobs()])
  assert.deepEqual(await states(), ['done'])
  assert.deepEqual(await world.rows('select revision from service where imported_from is not null'), [{ revision: 1 }])
})

test('who is asked before saying yes is told what cannot be taken back', async () => {
  const read = await desk.bring(json([service(1)]))
  assert.match(read.words, /geen knop die dit in één keer ongedaan maakt/)
  assert.match(read.html, /uitvoer\/diensten\.csv/)
})

test('a slip of a service that is gone from a list says where to ask, and its code is still answered', async () => {
  await world.test.owner.query(`update service set imported_from = 'proef', imported_id = 'sociaal' where service_id = $1`, [
    world.services.social,
  ])
  const { own, service: code } = await world.slip()
  const read = await desk.bring(json([service(1)]))
  assert.match(read.words, /1 dienst kwam vroeger uit deze lijst/)
  await desk.agree(read.path, { endVanished: 'yes' })
  assert.deepEqual(await world.rows(`select ended_on from service where slug = 'sociale-dienst'`), [{ ended_on: '2026-11-24' }])
  assert.match(wordsOn((await world.opens(own)).html), /Vraag in de STEK waar je nu terecht kan/)
  assert.equal((await world.opens(code)).status, 303)
  await world.test.owner.query(
    `delete from handover; update service set imported_from = null, imported_id = null, ended_on = null where slug = 'sociale-dienst'`,
  )
})

test('a process that is killed in the middle of writing leaves nothing half done, and another one sees the list through', async () => {
  const read = await desk.bring(json(Array.from({ length: 4500 }, (_, n) => service(n + 1))))
  await desk.visit.post(read.path.replace('?', '/doe?'))
  const child = spawn(process.execPath, ['--import', './scripts/tsx.mjs', '--input-type=module', '--eval', writer], {
    cwd: `${import.meta.dirname}/../../../../../..`,
    env: { ...process.env, CONNECTION: JSON.stringify(world.test.login), NOW: world.test.clock.now().toString() },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const done = async () => (await world.rows<{ rows_done: number; state: string }>('select rows_done, state from guide_import'))[0]
  for (let tries = 0; tries < 3000 && ((await done())?.rows_done ?? 0) < 2000; tries += 1) await new Promise((next) => setTimeout(next, 10))
  child.kill('SIGKILL')
  await once(child, 'exit')
  const at = await done()
  assert.equal(at?.state, 'writing')
  assert.ok(at.rows_done >= 2000, 'who waits saw how far it had come')
  assert.deepEqual(await taken(), [], 'nothing of it stands in the guide')
  assert.deepEqual(await world.rows('select from organisation where imported_from is not null'), [])
  await desk.runJobs()
  assert.deepEqual(await taken(), [], 'it may still be at work')
  world.test.clock.pass({ seconds: LEASE_IN_SECONDS })
  await desk.runJobs()
  assert.equal((await taken()).length, 4500)
  assert.deepEqual(await states(), ['done'])
})

const writer = `
  import { openDatabase } from './src/platform/database/door.ts'
  import { poolOf } from './src/platform/database/connection.ts'
  import { identifiers } from './src/platform/clock/identifiers.ts'
  import { stoppedClock } from './src/platform/clock/clock.ts'
  import { openJobs } from './src/platform/jobs/jobs.ts'
  import { importJobs } from './src/functions/refer/guide/exchange/import/job.ts'
  const database = openDatabase(poolOf(JSON.parse(process.env.CONNECTION), 3))
  const log = { info() {}, warn() {}, error() {} }
  const house = { database, clock: stoppedClock(process.env.NOW), newId: identifiers(), log, settings: { timeZone: 'Europe/Brussels' } }
  setInterval(() => {}, 1000)
  openJobs(house, { kinds: importJobs(house) }).runDue()
`
