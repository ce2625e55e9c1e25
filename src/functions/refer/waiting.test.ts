import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { deskPaths } from '../../programme/desk/paths.ts'
import { formIn, wordsOn } from '../../test/desk-world.ts'
import { type HandoverWorld, handoverWorld } from '../../test/handover-world.ts'
import { dueIn } from './rights/desk/rules.ts'
import { shelfOnDisk } from './rights/shelf-now.ts'

let world: HandoverWorld
before(async () => {
  world = await handoverWorld()
})
after(() => world.close())

const cockpit = async (kind: keyof HandoverWorld['visits']) =>
  wordsOn(await (await world.visits[kind].get(deskPaths.cockpit('wuustwezel'))).text())

const says = async (code: string, typed: Record<string, string>) => {
  const { visit, html, address } = await world.opens(code)
  const k = new URL(address, 'http://here').searchParams.get('k') ?? ''
  await visit.post(address, { ...formIn(html), k, ...typed, wat: 'antwoord' })
}

test('PRACTICE-10 a slip that got an answer is one line on the first page at work, until it ends by itself or somebody kept why it bounced', async () => {
  assert.doesNotMatch(await cockpit('volunteer'), /briefje/)
  const arrived = await world.slip()
  const refused = await world.slip()
  const later = await world.slip()
  assert.doesNotMatch(await cockpit('volunteer'), /briefje/, 'without an answer nothing waits')
  await says(arrived.service, { outcome: 'arrived' })
  await says(later.service, { outcome: 'not-yet' })
  await says(refused.service, { outcome: 'no-help', barrier: 'waiting-list' })
  assert.match(await cockpit('volunteer'), /Wat wacht .*2 briefjes met een antwoord/)
  await world.visits['community-worker'].post('/werk/overdracht/botst?stek=wuustwezel', { briefje: refused.handoverId })
  assert.match(await cockpit('volunteer'), /1 briefje met een antwoord/)
  world.test.clock.pass({ days: 8 })
  assert.doesNotMatch(await cockpit('volunteer'), /briefje/)
  world.test.clock.moveTo('2026-11-24T09:00:00+01:00')
})

test('PRACTICE-10 what organisations say and whom to call are lines that lead to their list, for who keeps the guide', async () => {
  const ask = (answer: string | null, way: 'mail' | 'phone' = 'mail') =>
    world.test.owner.query(
      `insert into freshness_request (stek_id, request_id, service_id, way, asked_on, token_hash, expires_on, answer, answered_at)
       select stek_id, $1, service_id, $5, '2026-11-23', $2, '2026-12-31', $3, case when $3::text is null then null else timestamptz '2026-11-23T12:00:00Z' end
       from service where service_id = $4`,
      [world.test.house.newId(), way === 'mail' ? randomBytes(32) : null, answer, world.services.social, way],
    )
  assert.doesNotMatch(await cockpit('coordinator'), /te bellen|voor de wegwijzer/)
  await ask(null)
  assert.doesNotMatch(await cockpit('coordinator'), /te bellen/, 'a mail that is out waits for the organisation, not for a worker')
  await ask(null, 'phone')
  await ask('changed')
  const html = await (await world.visits.coordinator.get(deskPaths.cockpit('wuustwezel'))).text()
  assert.match(wordsOn(html), /1 organisatie stelt iets voor voor de wegwijzer/)
  assert.match(wordsOn(html), /1 dienst van de wegwijzer te bellen deze week/)
  for (const shows of ['proposals', 'phone']) {
    const href = new RegExp(`href="(/werk/wegwijzer\\?[^"]*toon=${shows}[^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    assert.match(wordsOn(await (await world.visits.coordinator.get(href)).text()), /Sociale dienst/)
  }
  assert.doesNotMatch(await cockpit('volunteer'), /voor de wegwijzer|te bellen/)
})

test('amounts that are too old to show, or that change this month, are one line for who leads the stek, and stand first at their desk', async () => {
  const due = dueIn(shelfOnDisk().rights, '2026-11-24')
  assert.ok(due.length > 1)
  assert.match(await cockpit('community-worker'), new RegExp(`Bedragen van ${due.length} rechten na te kijken`))
  for (const kind of ['partner-worker', 'volunteer', 'funder'] as const) assert.doesNotMatch(await cockpit(kind), /Bedragen van/)
  const desk = wordsOn(await (await world.visits['community-worker'].get(deskPaths.rights('wuustwezel'))).text())
  assert.match(desk, new RegExp(`Eerst na te kijken \\(${due.length}\\) ${due[0]?.texts.nl.name}.*De andere rechten`))
})

test('an amount is due from the first day of the month in which it changes, until somebody looked', () => {
  const right = shelfOnDisk().rights.find(({ amounts, recheck }) => Object.keys(amounts ?? {}).length > 0 && recheck.months.includes(1))
  assert.ok(right)
  const looked = (checked: string) => {
    const amounts = Object.fromEntries(
      Object.entries(right.amounts ?? {}).map(([name, amount]) => [
        name,
        { ...amount, steps: amount.steps.map((step) => ({ ...step, checked })) },
      ]),
    )
    return [{ ...right, amounts }]
  }
  assert.equal(dueIn(looked('2026-12-15'), '2026-12-31').length, 0)
  assert.equal(dueIn(looked('2026-12-15'), '2027-01-01').length, 1)
  assert.equal(dueIn(looked('2027-01-02'), '2027-01-03').length, 0)
  assert.equal(dueIn(looked('2027-01-02'), '2028-01-03').length, 1, 'a year later it is too old to show')
})
