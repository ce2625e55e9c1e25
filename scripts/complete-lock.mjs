// Adds to package-lock.json the optional packages of other platforms that npm left out because the registry at hand does not hold them.
// Without them `npm ci` refuses the lock file. Run after `npm install`: node scripts/complete-lock.mjs
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(import.meta.dirname, '..', 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))

/** Whether a package asked for at `path` is in the lock file, looking outward as Node does. */
function isLocked(path, name) {
  for (let base = path; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true
    if (!base) return false
    if (!base.includes('/node_modules/')) return Boolean(lock.packages[`node_modules/${name}`])
  }
}

/** The platform a package is for: from the registry, else from its name. */
function platformOf(name) {
  const [, os, cpu] = /-(android|darwin|linux|win32|freebsd|openharmony)-(arm64|x64|arm|ia32|riscv64|s390x|ppc64)/.exec(name) ?? []
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }
    return { os, cpu, ...JSON.parse(execFileSync('npm', ['view', name, 'os', 'cpu', 'libc', '--json'], options)) }
  } catch {
    return { os, cpu }
  }
}

const list = (value) => (value === undefined ? undefined : [value].flat())
for (const [path, asking] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(asking.optionalDependencies ?? {})) {
    if (!/^\d+\.\d+\.\d+/.test(version) || isLocked(path, name)) continue
    const { os, cpu, libc } = platformOf(name)
    lock.packages[`node_modules/${name}`] = { version, cpu: list(cpu), dev: asking.dev, libc: list(libc), optional: true, os: list(os) }
    console.log(`added ${name}@${version}`)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
