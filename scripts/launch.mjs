// Starts a program of this project on the pinned Node, whatever Node (20 or later) runs this file.
// Installs the packages first when they are missing or older than package-lock.json. Plain JavaScript, no packages.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const windows = process.platform === 'win32'
const stamp = join(root, 'node_modules', '.stek-installed')

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

/** The pinned Node binary, or undefined when the package is there but its install script did not run. */
function pinnedNode() {
  const file = windows ? 'node.exe' : 'node'
  const packed = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  return [
    join(root, 'node_modules', 'node', 'bin', file),
    join(root, 'node_modules', 'node', 'node_modules', packed, 'bin', file),
    join(root, 'node_modules', packed, 'bin', file),
  ].find((path) => existsSync(path))
}

function npm(...words) {
  // npm itself must not run on the pinned Node: use the one that started us.
  const result = spawnSync('npm', words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: windows })
  return result.status === 0
}

function installed() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return true
  console.log('Installing packages (only the first time, or after a change) …')
  if (!npm('ci', '--no-fund', '--no-audit', '--loglevel=error')) return false
  writeFileSync(stamp, lockHash())
  return true
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Stek needs Node 20 or later to start; this is ${process.versions.node}.`)
  process.exit(1)
}
if (!installed()) {
  console.error('The packages could not be installed. Is there a connection to the npm registry? Run "npm ci" to see more.')
  process.exit(1)
}
let node = pinnedNode()
if (!node && npm('rebuild', 'node')) node = pinnedNode()
if (!node) {
  console.error('The pinned Node was not put in place by its install script. Allow install scripts for "node" and run "npm ci".')
  process.exit(1)
}

// How much garbage may wait before it is cleared away, on a computer that has one gigabyte: by default the heap may grow fourfold first, and a large list
// took 400 MB. Growing twofold it takes 330 and no more time; in smaller steps a page of the rights check waits for the clearing.
const small = ['--max-semi-space-size=16', '--heap-growing-percent=100']
const [program, ...words] = process.argv.slice(2)
const child = spawn(node, [...small, '--import', join(root, 'scripts', 'tsx.mjs'), resolve(root, program), ...words], {
  stdio: 'inherit',
  env: { ...process.env, NODE: node, PATH: `${dirname(node)}${windows ? ';' : ':'}${process.env.PATH ?? ''}` },
})
// The terminal sends Ctrl-C to the whole group; another process may send SIGTERM only to us. Pass both on, once.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM'))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
