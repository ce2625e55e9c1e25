/** An id for a test, from a number. */
export const uuid = (n: number): string => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** A service of HSDS with an organisation, a place and hours; `more` says what is different. */
export const service = (n: number, more: object = {}): object => ({
  id: uuid(n),
  name: `Dienst ${n}`,
  status: 'active',
  description: 'Hulp',
  organization: { id: uuid(900), name: 'Welzijnspunt', description: 'Helpt', phones: [{ id: uuid(901), number: '03 123 45 67' }] },
  schedules: [{ id: uuid(800 + n), freq: 'WEEKLY', byday: 'MO,TH', opens_at: '09:00', closes_at: '12:00:00' }],
  service_at_locations: [
    {
      id: uuid(700 + n),
      location: {
        id: uuid(600),
        location_type: 'physical',
        name: 'Huis',
        addresses: [{ id: uuid(601), address_1: 'Dorp 1', city: 'Wuustwezel', postal_code: '2990' }],
      },
      schedules: [{ id: uuid(750 + n), freq: 'WEEKLY', byday: 'FR', opens_at: '13:30Z', closes_at: '16:00' }],
    },
  ],
  ...more,
})

/** Services as a file to send. */
export const json = (services: readonly object[]): { name: string; content: string }[] => [
  { name: 'lijst.json', content: JSON.stringify(services) },
]
