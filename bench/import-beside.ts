// Takes over a list of 25 000 services twice, as the app does, and tells what it took. Started by bench/import.ts in a process of its own.
import { importKind } from '../src/functions/refer/guide/exchange/import/job.ts'
import { beginImport, keepState, verdictsOf } from '../src/functions/refer/guide/exchange/import/queries.ts'
import { Reading } from '../src/functions/refer/guide/exchange/import/reading.ts'
import { Staging } from '../src/functions/refer/guide/exchange/import/stage.ts'
import { guessed } from '../src/functions/refer/guide/exchange/shape/from-columns.ts'
import { identifiers } from '../src/platform/clock/identifiers.ts'
import { type Connection, clientOf, poolOf } from '../src/platform/database/connection.ts'
import { openDatabase } from '../src/platform/database/door.ts'
import type { House } from '../src/platform/http/house.ts'

const SERVICES = 25_000
const sort = process.argv[2] === 'csv' ? 'csv' : 'hsds'
const connection = JSON.parse(process.env.STEK_BENCH_CONNECTION ?? '{}') as Connection
const newId = identifiers()
const WORDS = 'Hulp bij papieren, een luisterend oor en samen zoeken naar wat kan. Iedereen is welkom, ook zonder afspraak. '.repeat(5)
const uuid = (kind: number, n: number) => `018f0000-000${kind}-7000-8000-${String(n).padStart(12, '0')}`
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR']

const service = (n: number) => ({
  ...{
    id: uuid(1, n),
    name: `Dienst ${n % 5000} van ${n}`,
    status: 'active',
    description: WORDS,
    fees_description: 'Gratis',
    eligibility_description: 'Iedereen',
  },
  organization: { id: uuid(2, n % 3000), name: `Organisatie ${n % 3000}`, description: WORDS },
  phones: [{ id: uuid(3, n), number: '03 123 45 67' }],
  languages: [{ id: uuid(4, n), name: 'Nederlands', code: 'nl' }],
  service_at_locations: [
    {
      id: uuid(5, n),
      location: {
        id: uuid(6, n % 8000),
        location_type: 'physical',
        name: `Plaats ${n % 8000}`,
        addresses: [{ id: uuid(7, n), address_1: `Dorp ${n % 200}`, city: 'Wuustwezel', postal_code: '2990' }],
      },
      schedules: DAYS.slice(n % 3).map((byday, day) => ({
        id: uuid(8, n * 10 + day),
        freq: 'WEEKLY',
        byday,
        opens_at: '09:00',
        closes_at: '12:00',
      })),
    },
  ],
})
const row = (n: number) =>
  [
    `Dienst ${n % 5000} van ${n}`,
    `Organisatie ${n % 3000}`,
    WORDS,
    '03/123.45.67',
    'ma-do 9u-12u, 13u30-16u',
    `Dorp ${n % 200}`,
    '2990',
    'Wuustwezel',
    'ja',
  ].join(';')

/** The bytes of the list as they would come in, made while they are read. */
async function* bytes(count: (size: number) => void): AsyncGenerator<Uint8Array> {
  const piece = (text: string) => {
    const made = Buffer.from(text)
    count(made.length)
    return made
  }
  yield piece(
    sort === 'csv'
      ? 'Naam;Organisatie;Omschrijving;Telefoon;Openingsuren;Straat;Postcode;Gemeente;Gratis\r\n'
      : '{"total_items":25000,"contents":[',
  )
  for (let from = 0; from < SERVICES; from += 50) {
    const many = Array.from({ length: 50 }, (_, n) => from + n)
    yield piece(
      sort === 'csv'
        ? many.map((n) => `${row(n)}\r\n`).join('')
        : many.map((n) => (n > 0 ? ',' : '') + JSON.stringify(service(n))).join(''),
    )
  }
  if (sort === 'hsds') yield piece(']}')
}

const owner = clientOf(connection)
await owner.connect()
const [networkId, stekId, personId] = [newId(), newId(), newId()]
await owner.query('insert into network (network_id, slug, name) values ($1, $2, $2)', [networkId, `bench-${sort}`])
await owner.query('insert into stek (stek_id, network_id, slug, name, municipality) values ($1, $2, $3, $3, $3)', [
  stekId,
  networkId,
  `bench-${sort}`,
])
await owner.query('insert into person (person_id, name, email) values ($1, $2, $3)', [personId, 'Kobe', `${sort}@stek.example`])
await owner.query(`insert into role (stek_id, person_id, kind) values ($1, $2, 'coordinator')`, [stekId, personId])

const database = openDatabase(poolOf(connection))
const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const house = {
  database,
  newId,
  log: quiet,
  clock: { now: () => Temporal.Now.instant() },
  settings: { timeZone: 'Europe/Brussels' },
} as unknown as House
const inStek = <T>(work: Parameters<typeof database.inStek<T>>[2]) => database.inStek({ personId }, stekId, work)
let size = 0

const lap = (what: string, from: number) => process.env.STEK_LAPS && console.error(what, Math.round(performance.now() - from))
async function takeOver(): Promise<{ seconds: number; written: number }> {
  const started = performance.now()
  const importId = newId()
  const now = Temporal.Now.instant()
  await inStek((tx) => beginImport(tx, { stekId, importId, personId, source: 'bench', organisationId: null, now }))
  const reading = new Reading(new Staging({ stekId, importId, newId, now, write: inStek }))
  size = 0
  await reading.file({ name: 'file', fileName: `lijst.${sort}`, bytes: bytes((more) => (size += more)) })
  const was = await reading.end()
  lap('read', started)
  await inStek((tx) => keepState(tx, stekId, importId, { ...was, state: 'comparing', mapping: guessed(was.headers) }))
  const work = importKind(house)
  await work.run({ stekId, importId, personId })
  lap('compared', started)
  const verdicts = await inStek((tx) => verdictsOf(tx, stekId, importId))
  await inStek((tx) => keepState(tx, stekId, importId, { state: 'writing' }))
  await work.run({ stekId, importId, personId })
  lap('written', started)
  const written = verdicts
    .filter(({ kind, verdict }) => kind === 'service' && verdict !== 'same')
    .reduce((sum, { count }) => sum + count, 0)
  return { seconds: (performance.now() - started) / 1000, written }
}

const first = await takeOver()
const again = await takeOver()
if (first.written !== SERVICES || again.written !== 0) throw new Error(`wrote ${first.written}, and then ${again.written}`)
await database.close()
await owner.end()
// Kilobytes on Linux, bytes on macOS.
const most = process.resourceUsage().maxRSS
console.log(
  JSON.stringify({ first: first.seconds, again: again.seconds, written: first.written, megabytes: most / 1024, size: size / 1024 / 1024 }),
)
