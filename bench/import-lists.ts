/** How many services a list of the bench holds. */
export const SERVICES = 25_000

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

/** The bytes of a list of made-up services as they would come in, made while they are read. */
export async function* listOf(sort: 'hsds' | 'csv'): AsyncGenerator<Buffer> {
  yield Buffer.from(
    sort === 'csv'
      ? 'Naam;Organisatie;Omschrijving;Telefoon;Openingsuren;Straat;Postcode;Gemeente;Gratis\r\n'
      : '{"total_items":25000,"contents":[',
  )
  for (let from = 0; from < SERVICES; from += 50) {
    const many = Array.from({ length: 50 }, (_, n) => from + n)
    yield Buffer.from(
      sort === 'csv'
        ? many.map((n) => `${row(n)}\r\n`).join('')
        : many.map((n) => (n > 0 ? ',' : '') + JSON.stringify(service(n))).join(''),
    )
  }
  if (sort === 'hsds') yield Buffer.from(']}')
}
