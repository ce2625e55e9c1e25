// Every check of the project, one after the other: types, format, lint, unused code, then all tests on one real database.
// The last line is the totals: "N passed, N failed".
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { shareServer } from '../src/test/database.ts'

const root = join(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules', '.bin', name)

/** Runs a tool on the pinned Node and tells whether it was content. */
function check(name: string, command: string, words: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const started = Date.now()
    const child = spawn(command, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: process.env })
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.on('error', (error) => {
      said += error.message
      resolve(false)
    })
    child.on('close', (code) => {
      console.log(`${code === 0 ? '✔' : '✖'} ${name} (${Date.now() - started} ms)`)
      if (code !== 0) console.log(said)
      resolve(code === 0)
    })
  })
}

const only = process.argv.slice(2)
let passed = 0
let failed = 0

if (only.length === 0) {
  const checks = [
    check('types', bin('tsc'), ['-p', '.']),
    check('format and markup (biome)', bin('biome'), ['check', '--error-on-warnings', '.']),
    check('lint (oxlint, type-aware)', bin('oxlint'), ['--type-aware', '--deny-warnings']),
    check('unused files, exports and packages (knip)', bin('knip'), []),
  ]
  const content = (await Promise.all(checks)).filter(Boolean).length
  passed += content
  failed += checks.length - content
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => join(root, 'src', file))
  .filter((file) => only.length === 0 || only.some((part) => file.includes(part)))
  .sort()

const server = await shareServer()
Object.assign(process.env, server.environment)
try {
  const stream = run({ files, concurrency: 2, execArgv: ['--import', join(root, 'scripts', 'tsx.mjs')], forceExit: false })
  stream.on('test:summary', (summary) => {
    if (summary.file !== undefined) return
    passed += summary.counts.passed
    failed += summary.counts.tests - summary.counts.passed - summary.counts.skipped - summary.counts.todo
  })
  await new Promise((resolve, reject) => {
    const shown = stream.compose(new spec())
    shown.on('end', resolve)
    shown.on('error', reject)
    shown.pipe(process.stdout, { end: false })
  })
} finally {
  await server.stop()
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
