import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startSetFor } from './rows.ts'

const newId = () => crypto.randomUUID()
const stek = { stek_id: 's', slug: 'elders', municipality: 'Elders', partners: {}, sites: [] }
const rowsOf = (table: string, of: Parameters<typeof startSetFor>[0] = stek) =>
  startSetFor(of, newId).find((one) => one.table === table)?.rows ?? []

test('a stek elsewhere in Flanders gets no organisation of another region, and every line each stek needs', () => {
  const said = JSON.stringify([rowsOf('organisation'), rowsOf('service')])
  assert.doesNotMatch(said, /Antwerpen|Voorkempen|Noorderkempen|Kalmthout|Wuustwezel|Achterbroek|Fietsbieb|\{m\}/)
  const phones = rowsOf('service').map(({ phone }) => phone)
  for (const phone of ['112', '1733', '1813', '106', '1712', '102', '116 000', '1700', '070 245 245', '078 170 170', '00800 2123 2123'])
    assert.ok(phones.includes(phone), phone)
})

test('where the partner is, its own name and website stand there', () => {
  const caw = (partners: Record<string, string>) => rowsOf('organisation', { ...stek, partners }).find(({ slug }) => slug === 'caw')
  assert.deepEqual(
    [caw({})?.name, caw({})?.partner_id, caw({ 'caw-antwerpen': 'p' })?.name, caw({ 'caw-antwerpen': 'p' })?.partner_id],
    ['CAW (Centrum Algemeen Welzijnswerk)', null, 'CAW Antwerpen', 'p'],
  )
  const own = (partners: Record<string, string>) => rowsOf('organisation', { ...stek, partners }).find(({ slug }) => slug === 'saamo')
  assert.deepEqual([own({})?.website, own({ saamo: 'p' })?.website], [null, 'https://www.saamo.be/provincie-antwerpen'])
})
