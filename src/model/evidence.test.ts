import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { claimsIn, gather, guardsIn, sourcesIn, testsIn } from '../../scripts/model-evidence.ts'
import { pageOf, readProject, staleness } from '../../scripts/model-page.ts'

const claims = (...ids: string[]) => ({
  path: 'src/programme/claims.ts',
  text: `export const claims: readonly ModelId[] = [\n${ids.map((id) => `  '${id}',`).join('\n')}\n]\n`,
})
const proof = (name: string) => ({ path: 'src/programme/offer/price.test.ts', text: `test('${name}', () => {})\n` })
const rules = { path: 'src/programme/offer/rules.ts', text: '/** Refuses it. @source LEARN-5, MEET-5 */\nexport const price = 1\n' }

test('a promise of the code without a test is named, with who made it', () => {
  assert.deepEqual(gather([claims('MEET-5'), rules]).problems, [
    'src/programme/claims.ts claims MEET-5, but no test has a name that starts with MEET-5.',
  ])
  assert.deepEqual(gather([claims('MEET-5'), rules, proof('coffee is cheap, MEET-5')]).problems.length, 1)
  assert.deepEqual(gather([claims('MEET-5'), rules, proof('MEET-5 coffee is cheap')]).problems, [])
})

test('a promise that only people can keep needs no test, and no test may say that it proves it', () => {
  assert.deepEqual(gather([claims('REFER-2')]).problems, [])
  assert.match(gather([claims('REFER-2'), proof('REFER-2 everybody is warm')]).problems[0] ?? '', /REFER-2, which only people can uphold/)
})

test('having read nothing is a failure, also when only the model itself was read', () => {
  assert.match(gather([]).problems[0] ?? '', /No source files were read/)
  assert.match(gather([{ path: 'src/model/meet.ts', text: '' }]).problems[0] ?? '', /No source files were read/)
})

test('an id that is not in the model is found wherever it stands', () => {
  const wrong = [claims('MEET-6'), proof('LEARN-9 is new'), { path: 'src/place/x.ts', text: '/** @source REFER-0 */' }]
  assert.deepEqual(
    gather(wrong).problems.map((sentence) => /names (\S+),/.exec(sentence)?.[1]),
    ['MEET-6', 'LEARN-9', 'REFER-0'],
  )
})

test('a list of claims that cannot be read is not taken for an empty promise, and a claim on a room is no promise', () => {
  assert.deepEqual(claimsIn("export const claims: readonly ModelId[] = ['MEET-1', // not 'MEET-2' yet\n  'MEET-3']"), ['MEET-1', 'MEET-3'])
  assert.match(
    gather([{ path: 'src/place/claims.ts', text: 'export const claims = other' }]).problems[0] ?? '',
    /a list "claims" without ids/,
  )
  assert.deepEqual(gather([{ path: 'src/programme/moments/claims.ts', text: 'export const claimsOf = 1' }]).problems, [])
})

test('a test counts by the ids its name starts with; skipped, to-do and commented tests do not count', () => {
  const text = [
    "test('MEET-1, ACCESSIBLE-1 the way is told', () => {})",
    '  await t.test("MEET-2: somebody\'s there", async () => {})',
    "it(\n  'LEARN-5 is free',\n  () => {})",
    "for (const day of week) test(`MEET-4 there is something on ' + day`, () => {})",
    "test.skip('MEET-3 later', () => {})",
    "test('MEET-3 later', { skip: true }, () => {})",
    "test('MEET-3 later', { todo: 'soon' }, () => {})",
    "// test('MEET-3 later', () => {})",
    "test('the price, see MEET-5', () => {})",
  ].join('\n')
  assert.deepEqual(testsIn(text), [
    { ids: ['MEET-1', 'ACCESSIBLE-1'], name: 'the way is told' },
    { ids: ['MEET-2'], name: "somebody's there" },
    { ids: ['LEARN-5'], name: 'is free' },
    { ids: ['MEET-4'], name: "there is something on ' + day" },
  ])
})

test('laws and standards beside an id are left alone', () => {
  assert.deepEqual(
    sourcesIn('/** Tells it.\n * @source regulation EU 2016/679, art. 13; REFER-4, REFER-5 */\n// MEET-1\n/** @source RFC 5545 */'),
    ['REFER-4', 'REFER-5'],
  )
  assert.deepEqual(guardsIn("-- LEARN-5: learning is free\nselect 'MEET-1'; -- (CONTEXT-1)"), ['LEARN-5', 'CONTEXT-1'])
})

test('the page says where a promise is kept and what proves it, and a changed word makes it stale', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stek-model-'))
  try {
    for (const { path, text } of [claims('MEET-5'), rules, proof('MEET-5 coffee is <cheap>')]) {
      mkdirSync(join(folder, path, '..'), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    mkdirSync(join(folder, 'docs'))
    const findings = gather(readProject(folder))
    const page = pageOf(findings)
    assert.match(page, /45 items, 1 claimed by a module, 1 with a test of their own\./)
    const block = page.slice(page.indexOf('### MEET-5'), page.indexOf('## learn'))
    assert.match(block, /Claimed by: \[src\/programme\/claims\.ts\]\(\.\.\/src\/programme\/claims\.ts\)/)
    assert.match(block, /Upheld in: \[src\/programme\/offer\/rules\.ts\]/)
    assert.match(block, /price\.test\.ts\): coffee is \\<cheap\\>/)

    assert.match(staleness(folder, findings) ?? '', /is not there/)
    writeFileSync(join(folder, 'docs/model.md'), page)
    assert.equal(staleness(folder, findings), undefined)
    writeFileSync(join(folder, 'docs/model.md'), page.replace('cheap', 'dear'))
    assert.match(staleness(folder, findings) ?? '', /out of date\. Run "npm run model"/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
