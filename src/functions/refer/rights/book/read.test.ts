import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ClearFailure } from '../../../../platform/config/clear-failure.ts'
import { languages } from '../../../../platform/i18n/languages.ts'
import { compile, factsIn, type Node } from '../engine/compile.ts'
import { tryExamples } from './examples.ts'
import { bookOn } from './on-day.ts'
import { type Files, filesOnDisk, readShelf } from './read.ts'

const files = filesOnDisk()
const shelf = readShelf(files)
const TODAY = '2026-11-25'

/** The shipped files with one text in one of them changed. */
function changed(name: string, from: string | RegExp, to: string): Files {
  const rights = files.rights.map((one) => {
    if (!one.file.endsWith(`/${name}.yaml`)) return one
    const text = one.text.replace(from, to)
    assert.notEqual(text, one.text, 'the change did nothing')
    return { ...one, text }
  })
  return { ...files, rights }
}

const refusal = (broken: Files): string => {
  try {
    readShelf(broken)
  } catch (thrown) {
    assert.ok(thrown instanceof ClearFailure, String(thrown))
    return thrown.message
  }
  return assert.fail('it was not refused')
}

const lineOf = (broken: Files, name: string, text: string): number =>
  (broken.rights
    .find(({ file }) => file.endsWith(`/${name}.yaml`))
    ?.text.split('\n')
    .findIndex((line) => line.includes(text)) ?? -2) + 1

test('POLITICISE-3 at least eighteen rights are explained in every language, each with its source, a second source and examples', () => {
  assert.ok(shelf.rights.length >= 18)
  for (const { id, texts, rules, examples } of shelf.rights) {
    assert.deepEqual(Object.keys(texts).sort(), [...languages].sort())
    assert.ok(
      rules.every(({ source, checked }) => source.where !== source.second && checked),
      id,
    )
    assert.ok(
      examples.some(({ outcome }) => outcome === 'unknown'),
      `${id} has no example with missing answers`,
    )
  }
})

for (const { id } of shelf.rights)
  test(`the examples of ${id} come out as they say`, () => {
    const tried = tryExamples(shelf, TODAY, id)
    assert.ok(tried.length >= 2)
    for (const { name, got, wanted } of tried) assert.equal(got, wanted, name)
  })

test('no text ever says that somebody is entitled', () => {
  for (const { file, text } of files.rights)
    assert.doesNotMatch(text, /\brecht op\b|\brecht hebt\b|entitled|avez droit|as droit|يحق لك|لك الحق|маєте право/i, file)
})

test('days without a rule are refused, with file and line', () => {
  const broken = changed('leefloon', 'until: 2026-03-01', 'until: 2026-02-15')
  const line = lineOf(broken, 'leefloon', '- from: 2026-03-01')
  assert.match(
    refusal(broken),
    new RegExp(`^data/rights/leefloon\\.yaml:${line}: rules: nothing is in force from 2026-02-15 until 2026-02-28`),
  )
})

test('two rules in force are refused, with file and line', () => {
  const broken = changed('leefloon', 'until: 2026-03-01', 'until: 2026-06-01')
  const line = lineOf(broken, 'leefloon', '- from: 2026-03-01')
  assert.match(refusal(broken), new RegExp(`^data/rights/leefloon\\.yaml:${line}: rules: two are in force from 2026-03-01`))
  assert.match(
    refusal(changed('leefloon', '    until: 2026-03-01\n', '')),
    /two are in force from 2026-03-01: the one before goes on without end/,
  )
})

test('a gap between two amounts is refused too', () => {
  assert.match(
    refusal(changed('leefloon', 'until: 2025-02-01, value: 858.97', 'until: 2025-01-01, value: 858.97')),
    /amount cohabiting: nothing is in force/,
  )
})

test('a question, an answer, an amount or a right that is not there is refused at its line', () => {
  const broken = changed('huurpremie', 'waiting: long', 'waiting: forever')
  assert.match(refusal(broken), /huurpremie\.yaml:\d+: the question waiting has no answer forever/)
  assert.match(refusal(changed('huurpremie', '- waiting: long', '- patience: long')), /there is no question patience/)
  assert.match(
    refusal(changed('huurpremie', 'limit: sociale-huurwoning.single,', 'limit: sociale-huurwoning.none,')),
    /no amount sociale-huurwoning.none/,
  )
  assert.match(refusal(changed('huurpremie', 'related: [', 'related: [erfenis, ')), /huurpremie\.yaml:\d+: there is no right erfenis/)
  assert.match(
    refusal(changed('uitpas-kansentarief', '{ right: verhoogde-tegemoetkoming-statuut }', '{ right: uitpas-kansentarief }')),
    /circle/,
  )
})

test('POLITICISE-3 what a right does not open any more never leans on it, and says so', () => {
  const blocking = shelf.rights.filter(({ blocked }) => blocked)
  assert.ok(blocking.length >= 2)
  const { rights, facts } = compile(bookOn(shelf, TODAY))
  for (const { id, blocked, have, texts } of blocking) {
    assert.ok(Object.values(texts).every(({ trap }) => trap))
    for (const other of blocked ?? []) {
      const right = rights.find((one) => one.right.id === other)
      const leans = [...factsIn(right?.whole as Node)].map((fact) => facts.all[fact]?.id)
      assert.ok(leans.length > 0 && Object.keys(have ?? {}).every((fact) => !leans.includes(fact)), `${other} leans on ${id}`)
    }
  }
  assert.match(refusal(changed('verhoogde-tegemoetkoming-inkomen', 'blocked: [', 'blocked: [erfenis, ')), /there is no right erfenis/)
})

test('a source that says no date is called undated, never given one', () => {
  const undated = shelf.rights.flatMap(({ id, rules }) => (rules.some(({ source }) => source.on === 'undated') ? [id] : []))
  assert.ok(undated.includes('mindermobielencentrale') && !undated.includes('leefloon'))
  assert.match(refusal(changed('leefloon', 'on: 2026-03-01, second', 'on: recently, second')), /or undated/)
})

test('an income behind "not" is refused: near a limit would then become a no', () => {
  const broken = changed(
    'sociale-toeslag',
    '{ income: { limit: few, counts: nobody, clearly: 1.4 } }',
    '{ not: { income: { limit: few, counts: nobody, clearly: 1.4 } } }',
  )
  assert.match(refusal(broken), /cannot stand behind "not"/)
})

test('a text that misses in one language, a second key and a broken date are refused at their line', () => {
  assert.match(refusal(changed('leefloon', /^ {2}uk:.*\n/m, '')), /leefloon\.yaml:\d+: texts.uk/)
  assert.match(refusal(changed('leefloon', /^level: .*$/m, 'level: Federaal\nlevel: Lokaal')), /leefloon\.yaml:2: Map keys must be unique/)
  assert.match(
    refusal(changed('leefloon', 'checked: 2026-03-01', 'checked: maart 2026')),
    /leefloon\.yaml:\d+: rules.1.checked: a date is written as/,
  )
  assert.match(refusal(changed('leefloon', 'second: cpassivryrance.be }', '}')), /rules\.1\.source/)
})
