import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepsALeader, leads, mayDo, mayHandLink, ownPath, type Role, type RoleKind } from './rules.ts'

const role = (kind: RoleKind, stekId = 'kalmthout', partnerId: string | null = null): Role => ({
  stekId,
  stekSlug: stekId,
  stekName: stekId,
  kind,
  partnerId,
})
const somebody = (...roles: Role[]) => ({ roles })

test('community worker and coordinator lead their own stek, and no other', () => {
  for (const kind of ['community-worker', 'coordinator'] as const) {
    assert.equal(leads(somebody(role(kind)), 'kalmthout'), true)
    assert.equal(leads(somebody(role(kind)), 'wuustwezel'), false)
    assert.equal(mayDo(somebody(role(kind)), 'wuustwezel', 'programme.see'), false)
  }
})

test('a partner worker changes the offer of the own organisation only', () => {
  const worker = somebody(role('partner-worker', 'kalmthout', 'caw'))
  assert.equal(mayDo(worker, 'kalmthout', 'programme.change', { partnerId: 'caw' }), true)
  assert.equal(mayDo(worker, 'kalmthout', 'programme.change', { partnerId: 'ocmw' }), false)
  assert.equal(mayDo(worker, 'kalmthout', 'programme.change'), true)
  assert.equal(mayDo(worker, 'kalmthout', 'people.manage'), false)
  assert.equal(mayDo(worker, 'kalmthout', 'outbox.see'), false)
})

test('a volunteer sees programme and colleagues, a funder the programme, and neither changes anything', () => {
  const acts = ['programme.change', 'changes.see', 'place.change', 'people.manage', 'outbox.see'] as const
  for (const kind of ['volunteer', 'funder'] as const) {
    for (const act of acts) assert.equal(mayDo(somebody(role(kind)), 'kalmthout', act), false, `${kind} ${act}`)
    assert.equal(mayDo(somebody(role(kind)), 'kalmthout', 'programme.see'), true)
  }
  assert.equal(mayDo(somebody(role('volunteer')), 'kalmthout', 'people.see'), true)
  assert.equal(mayDo(somebody(role('funder')), 'kalmthout', 'people.see'), false)
})

test('several roles add up', () => {
  const both = somebody(role('volunteer'), role('partner-worker', 'kalmthout', 'caw'), role('coordinator', 'wuustwezel'))
  assert.equal(mayDo(both, 'kalmthout', 'changes.see'), true)
  assert.equal(mayDo(both, 'kalmthout', 'people.manage'), false)
  assert.equal(mayDo(both, 'wuustwezel', 'people.manage'), true)
})

test('nobody enters another stek through a shared colleague', () => {
  const leader = somebody(role('coordinator'))
  assert.equal(mayHandLink(leader, [role('volunteer')]), true)
  assert.equal(mayHandLink(leader, [role('volunteer'), role('coordinator', 'wuustwezel')]), false)
  assert.equal(mayHandLink(leader, []), false)
})

test('a stek keeps somebody who leads it', () => {
  const [els, jan] = [
    { personId: 'els', kind: 'coordinator' as const },
    { personId: 'jan', kind: 'volunteer' as const },
  ]
  assert.equal(keepsALeader([els, jan], els), false)
  assert.equal(keepsALeader([els, jan], jan), true)
  assert.equal(keepsALeader([els, { ...els, kind: 'community-worker' }], els), true)
})

test('after signing in one goes back to a page of ours, and nowhere else', () => {
  assert.equal(ownPath('/werk/programma?week=2026-W48'), '/werk/programma?week=2026-W48')
  for (const elsewhere of [
    undefined,
    '',
    'https://kwaad.example/werk',
    '//kwaad.example/werk',
    '/werkx',
    '/\\kwaad.example',
    '/werk\\..\\x',
    '/werk/../kwaad',
    '/werk/%2e%2e/kwaad',
    '/werk/\tx',
    '/werk/\nSet-Cookie: x',
    '/werk/aanmelden',
    '/kalmthout',
    `/werk/${'x'.repeat(600)}`,
  ]) {
    assert.equal(ownPath(elsewhere), '/werk', String(elsewhere))
  }
})
