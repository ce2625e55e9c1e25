import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, normalize, relative } from 'node:path'
import { test } from 'node:test'

const source = join(import.meta.dirname, '..')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => file.replaceAll('\\', '/'))
const shipped = files.filter((file) => !file.startsWith('test/') && !/\.test\.tsx?$/.test(file))

/** From the top of the house to its ground; a room may only call rooms below its own floor. */
const floors = [['app'], ['practice', 'kompas'], ['functions', 'conditions'], ['programme'], ['place'], ['ui'], ['model', 'platform']]
const roomOf = (file: string): string => {
  const [first = '', second = ''] = file.split('/')
  if (!file.includes('/')) return 'app'
  return first === 'functions' || first === 'conditions' ? `${first}/${second}` : first
}
const floorOf = (room: string): number => floors.findIndex((rooms) => rooms.includes(room.split('/')[0] ?? ''))

const importsOf = (file: string): string[] =>
  [...readFileSync(join(source, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)]
    .map(([, path]) => relative(source, normalize(join(source, file, '..', path ?? ''))).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('..'))

test('the architecture test reads the whole house', () => {
  assert.ok(shipped.length > 100, `only ${shipped.length} files were read`)
  assert.ok(shipped.flatMap(importsOf).length > 300)
})

test('every file stands in a room of the house', () => {
  assert.deepEqual(
    shipped.filter((file) => floorOf(roomOf(file)) < 0),
    [],
  )
})

test('arrows point down only, and rooms on one floor meet by hyperlink', () => {
  const wrong = shipped.flatMap((file) =>
    importsOf(file)
      .filter((to) => {
        const [from, target] = [roomOf(file), roomOf(to)]
        if (from === target) return false
        if (floorOf(target) > floorOf(from)) return false
        return !(floorOf(target) === floorOf(from) && to.endsWith('/paths.ts'))
      })
      .map((to) => `${file} -> ${to}`),
  )
  assert.deepEqual(wrong, [])
})

test('nothing that ships leans on the tests', () => {
  assert.deepEqual(
    shipped.filter((file) => importsOf(file).some((to) => to.startsWith('test/') || /\.test\.tsx?$/.test(to))),
    [],
  )
})

test('rules are pure, routes hold no SQL, queries hold no HTML', () => {
  const holds = (ending: RegExp, forbidden: RegExp) =>
    shipped.filter(
      (file) => ending.test(file) && forbidden.test(readFileSync(join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
    )
  assert.deepEqual(holds(/(^|\/)rules\.ts$/, /\bawait\b|\bkysely\b|new Date\(|from 'hono'/), [])
  assert.deepEqual(holds(/(^|\/)routes\.tsx?$/, /\bsql`|selectFrom|insertInto|updateTable|deleteFrom/), [])
  assert.deepEqual(holds(/(^|\/)queries\.ts$/, /<\/|renderToString/), [])
})

test('files stay small: none above 300 lines, half of them below 80', () => {
  const lengths = shipped.map((file) => ({ file, lines: readFileSync(join(source, file), 'utf8').split('\n').length }))
  assert.deepEqual(
    lengths.filter(({ lines }) => lines > 300),
    [],
  )
  const sorted = lengths.map(({ lines }) => lines).sort((one, other) => one - other)
  assert.ok((sorted[Math.floor(sorted.length / 2)] ?? 0) < 80, 'the median file has 80 lines or more')
})

test('no file is named utils, helpers, common or manager', () => {
  assert.deepEqual(
    files.filter((file) => /\b(utils?|helpers?|common|manager)\b/.test(file)),
    [],
  )
})
