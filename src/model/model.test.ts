import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { gather } from '../../scripts/model-evidence.ts'
import { readProject, staleness } from '../../scripts/model-page.ts'
import { conditions } from './conditions.ts'
import { functions } from './functions.ts'
import { isModelId, model } from './model.ts'

const root = resolve(import.meta.dirname, '../..')
const ids = model.map((item) => item.id)

test('every item of the model is there exactly once, in the order of the model', () => {
  const counts = {
    MEET: 5,
    LEARN: 5,
    REFER: 5,
    POLITICISE: 5,
    ACCESSIBLE: 3,
    COLLABORATE: 2,
    PARTICIPATE: 2,
    AUTONOMY: 2,
    PRACTICE: 11,
    CONTEXT: 5,
  }
  const expected = Object.entries(counts).flatMap(([group, count]) => Array.from({ length: count }, (_, index) => `${group}-${index + 1}`))
  assert.deepEqual(ids, expected)
})

test('every item says what it asks in one short Dutch line, where that comes from and what the software does', () => {
  for (const item of model) {
    assert.equal(item.id.replace(/-\d+$/, '').toLowerCase(), item.group)
    assert.match(item.chapter, /^\d(\.\d+)+(, \d(\.\d+)+)*$/, item.id)
    for (const text of [item.dutch, item.english, item.software]) assert.match(text, /^\p{Lu}[^\n]*[^\s.?][.?]$/u, item.id)
    assert.ok(item.dutch.length <= 110, `${item.id} is too long for a poster`)
    for (const sentence of item.dutch.split(/[.?!:]/))
      assert.ok(sentence.trim().split(/\s+/).length <= 16, `${item.id} has a long sentence`)
    assert.doesNotMatch(item.dutch, /\b(u|uw|cliënt\w*|gebruiker\w*|doelgroep)\b/i, item.id)
  }
})

test('every function and every condition has its own items, and a visitor can name each function', () => {
  assert.deepEqual(
    functions.map(({ code }) => code),
    [...new Set(model.filter(({ kind }) => kind === 'function').map(({ group }) => group))],
  )
  assert.deepEqual(
    conditions.map(({ code }) => code),
    [...new Set(model.filter(({ kind }) => kind === 'condition').map(({ group }) => group))],
  )
  for (const { visitorWords, modelWord } of functions) assert.notEqual(visitorWords.toLowerCase(), modelWord)
})

test('only an id of the model counts as one', () => {
  assert.ok(isModelId('MEET-5'))
  for (const wrong of ['MEET-6', 'MEET-05', 'meet-5', 'MEET-5 ', 'MEET', '']) assert.equal(isModelId(wrong), false, wrong)
})

test('what a finished module promises in code is proven by a test, and docs/model.md tells it as it is today', () => {
  const findings = gather(readProject(root))
  assert.deepEqual(findings.problems, [])
  assert.equal(staleness(root, findings), undefined)
})

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const runs = (text: string, length: number) => {
  const all = words(text)
  return all.slice(length - 1).map((_, index) => all.slice(index, index + length).join(' '))
}
const sentences = (text: string) =>
  text
    .split(/[.!?:;•“”"]+/)
    .map((sentence) => words(sentence).join(' '))
    .filter(Boolean)

test('the words are our own: no sentence and no eight words in a row come from the source', (t) => {
  const folder = resolve(root, '../shared/seed')
  if (!existsSync(folder)) return t.diagnostic('skipped: not present')
  const source = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
  assert.ok(words(source).length > 1000)
  const takenRuns = new Set(runs(source, 8))
  const takenSentences = new Set(sentences(source))
  const ours = [
    ...model.map(({ id, dutch }) => [id, dutch] as const),
    ...functions.map(({ code, visitorWords }) => [code, visitorWords] as const),
  ]
  for (const [id, dutch] of ours) {
    for (const run of runs(dutch, 8)) assert.ok(!takenRuns.has(run), `${id}: "${run}"`)
    for (const sentence of sentences(dutch)) assert.ok(!takenSentences.has(sentence), `${id}: "${sentence}"`)
  }
})
