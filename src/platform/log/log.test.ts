import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { traceOf } from './log.ts'

const trace = (message: string): string => JSON.stringify(traceOf(new Error(message)))

test('what people typed is in no log, also when it stands on a line that looks like a place in our code', () => {
  for (const typed of ['geheim', 'over\nat geheim', 'x\n    at geheim (file:///x/src/geheim.ts:1:1)', 'Error: geheim\n at geheim\n'])
    assert.doesNotMatch(trace(`not valid: "${typed}"`), /geheim/, typed)
  let thrown: unknown
  try {
    JSON.parse('{\nat geheim')
  } catch (error) {
    thrown = error
  }
  assert.doesNotMatch(JSON.stringify(traceOf(thrown)), /geheim/)
})

test('the log says where in our code it went wrong', () => {
  assert.match(traceOf(new TypeError('x')).at, /log\.test\.ts/)
  const nameless = new Error('geheim\nat geheim')
  nameless.message = 'changed'
  assert.doesNotMatch(JSON.stringify(traceOf(nameless)), /geheim/)
})

test('when the program ends because of a mistake, it says where and not what people typed', () => {
  const words = pathToFileURL(join(import.meta.dirname, 'last-words.ts')).href
  const program = `import { sayLastWordsWithoutWhatWasTyped as say } from '${words}'; say(); Promise.reject(Object.assign(new Error('geheim'), { detail: 'geheim' }))`
  const { stderr, stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  assert.equal(status, 1)
  assert.match(stderr, /because of a mistake/)
  assert.doesNotMatch(stderr + stdout, /geheim/)
})
