import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { formIn } from '../../../test/desk-world.ts'
import { codesOn, handoverWorld } from '../../../test/handover-world.ts'
import { Visit } from '../../../test/work.ts'
import { endHandovers } from './jobs.ts'
import { handoverPaths } from './paths.ts'

type App = ConstructorParameters<typeof Visit>[0]
const folder = mkdtempSync(join(tmpdir(), 'stek-log-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const MESSAGE = 'Zeldzaamwoord over mijn huurschuld. Mijn zus Griselda tolkt.'
const CONTACT = { first_name: 'Eufrasia', how: 'aan het loketje achteraan' }

/** Everything people do with slips, well and badly, and what of it may stand in no log. */
async function everything(app: App, desk: Visit, slug: string, serviceId: string): Promise<string[]> {
  const told: string[] = [serviceId, 'Zeldzaamwoord', 'huurschuld', 'Griselda', ...Object.values(CONTACT), 'baba baba baba 11']
  const list = `/werk/overdracht?stek=${slug}`
  const text = async (answer: Response | Promise<Response>) => (await answer).text()
  const opens = async (code: string) => {
    const visit = new Visit(app)
    const address = (await visit.post('/uk/code', { code })).headers.get('location') ?? ''
    told.push(new URL(address, 'http://here').searchParams.get('k') ?? 'none')
    return { visit, address, form: formIn(await text(visit.get(address))) }
  }
  const slip = async () => {
    const form = formIn(await text(desk.get(handoverPaths.make(slug, serviceId))))
    await desk.post(list, { ...form, date: 'gisterenavond', theme: '' })
    const sent = await Promise.all([1, 2, 3].map(() => desk.post(list, { ...form, date: '', time: '', theme: 'welfare-health' })))
    const made = sent[0]?.headers.get('location') ?? ''
    const page = await text(desk.get(made))
    const [own = '', service = ''] = codesOn(page)
    const seal = new URL(made, 'http://here').searchParams.get('k') ?? ''
    const name = /<dd>([^<]+)<\/dd>/.exec(page)?.[1] ?? ''
    told.push(own, service, seal, String(form.sleutel), name)
    await text(new Visit(app).get(`/ar${handoverPaths.slip(seal)}`))
    await text(new Visit(app).get(`/uk${handoverPaths.slipPdf(seal)}`))
    return { own, service, seal }
  }
  const message = async (seal: string) => {
    const address = handoverPaths.message(slug, seal)
    await desk.post(address, { text: `${MESSAGE} 85.07.30-033.28`, step: 'look' })
    const look = formIn(await text(desk.post(address, { ...formIn(await text(desk.get(address))), text: MESSAGE, step: 'look' })))
    await desk.post(address, { ...look, step: 'save' })
    const yes = { ...look, zin1: 'ja', readable: 'once', given: 'spoken', agreed: 'yes', step: 'save' }
    await Promise.all([1, 2, 3].map(() => desk.post(address, yes)))
  }

  await text(desk.get(`${list}&q=huurschuld+Griselda`))
  const one = await slip()
  await message(one.seal)
  for (const code of ['baba baba baba 11', 'Griselda', one.own.slice(0, -2)]) await new Visit(app).post('/code', { code })
  await new Visit(app, { 'Sec-Fetch-Site': 'cross-site' }).post('/code', { code: one.own })
  await new Visit(app, {}).post('/code', { code: one.own, _token: 'Griselda' })
  const torn = await opens(one.service)
  for (const wat of ['lees', 'lees', 'antwoord']) await torn.visit.post(torn.address, { ...torn.form, wat })
  await torn.visit.post(torn.address, { ...torn.form, wat: 'antwoord', outcome: 'no-help', barrier: 'digital' })
  const mine = await opens(one.own)
  await mine.visit.post(mine.address, { ...mine.form, wat: 'bericht-weg' })
  await message(one.seal)
  const other = await slip()
  await message(other.seal)
  const ids = new Set([...(await text(desk.get(list))).matchAll(/name="briefje" value="([^"]+)"/g)].map(([, id]) => id ?? ''))
  told.push(...ids)
  for (const briefje of ids) await desk.post(`/werk/overdracht/botst?stek=${slug}`, { briefje })
  const again = await opens(other.own)
  await again.visit.post(again.address, { ...again.form, wat: 'alles-weg' })
  for (const briefje of ids) await desk.post(`/werk/overdracht/weg?stek=${slug}`, { briefje, wat: 'alles' })
  await desk.post(handoverPaths.contacts(slug, serviceId), { ...CONTACT, agreed: 'yes' })
  assert.ok(ids.size >= 2 && told.every((one) => one.length > 3), `the journeys were walked: ${told.map(({ length }) => length)}`)
  return told
}

/** No line holds any of it, however it is written. */
function holdsNothing(log: string, told: readonly string[]) {
  const plain = log.toLowerCase()
  for (const secret of told)
    for (const way of [
      secret,
      secret.replaceAll(' ', ''),
      secret.replaceAll(' ', '+'),
      encodeURIComponent(secret),
      Buffer.from(secret).toString('hex'),
    ])
      assert.ok(!plain.includes(way.toLowerCase()), `"${way}" stands in the log`)
}

test('REFER-4 whole handovers, also with a database that fails halfway: no code, word, name or service of a slip is in any line of the log', async () => {
  const lines: string[] = []
  const keep = (event: unknown, what: string) => lines.push(JSON.stringify(event), what)
  const world = await handoverWorld({ log: { info: keep, warn: keep, error: keep } })
  try {
    const desk = world.visits['community-worker']
    const told = await everything(world.app, desk, 'wuustwezel', world.services.social)
    for (const table of ['handover_message', 'sharing_consent', 'service_contact', 'handover']) {
      const kept = await world.slip()
      await world.message(kept.seal, MESSAGE, [1])
      told.push(kept.own, kept.service, kept.seal, kept.handoverId)
      const torn = await world.opens(kept.service)
      await world.test.owner.query(`alter table ${table} rename to ${table}_away`)
      const before = lines.length
      const codes = [
        await new Visit(world.app).post('/code', { code: kept.own }),
        await world.message(kept.seal, MESSAGE, [1]).catch(() => undefined),
      ]
      for (const wat of ['lees', 'antwoord'])
        codes.push(await torn.visit.post(torn.address, { ...formIn(torn.html), wat, outcome: 'arrived' }))
      codes.push(await desk.post('/werk/overdracht/weg?stek=wuustwezel', { briefje: kept.handoverId, wat: 'alles' }))
      codes.push(await desk.post(handoverPaths.contacts('wuustwezel', world.services.social), { ...CONTACT, agreed: 'yes' }))
      await endHandovers(world.test.house).catch(() => {})
      await world.test.owner.query(`alter table ${table}_away rename to ${table}`)
      assert.ok(lines.length > before && codes.some((code) => code?.status === 500), `${table}: something failed and was logged`)
    }
    holdsNothing(lines.join('\n'), [...told, 'Sociale dienst', 'sociale-dienst', 'Noor'])
  } finally {
    await world.close()
  }
})

test('REFER-4 the whole program at its most talkative writes nothing of a slip, and neither does its database', async () => {
  const data = join(folder, 'data')
  const program = spawn('node', [join(import.meta.dirname, '../../../../scripts/launch.mjs'), 'src/main.ts'], {
    env: { ...process.env, STEK_TEST_SERVER: '', STEK_LOG: 'debug', PORT: '0', STEK_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [program.stdout, program.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
  try {
    for (const limit = Date.now() + 60_000; !/Aanmelden als financier/.test(said); await new Promise((wait) => setTimeout(wait, 50)))
      assert.ok(Date.now() < limit && program.exitCode === null, said)
    const [, url = ''] = /Stek is open at (\S+)/.exec(said) ?? []
    const [, link = ''] = /Aanmelden als opbouwwerker: (\S+)/.exec(said) ?? []
    const app = { request: (path: string, init?: RequestInit) => fetch(new URL(path, url), { ...init, redirect: 'manual' }) } as App
    const desk = new Visit(app)
    await desk.post(new URL(link).pathname)
    const found = await (await desk.get('/werk/overdracht?stek=wuustwezel&q=schulden')).text()
    const [, serviceId = ''] = /dienst=([0-9a-f-]{36})/.exec(found) ?? []
    const begun = said.length
    const told = await everything(app, desk, 'wuustwezel', serviceId)
    program.kill('SIGTERM')
    await once(program, 'exit')
    assert.match(said.slice(begun), /a form was refused/, 'the log was listening')
    holdsNothing(said.slice(begun) + readFileSync(join(data, 'postgres.log'), 'utf8'), told)
  } finally {
    program.kill('SIGKILL')
  }
})
