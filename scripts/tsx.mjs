// Lets the pinned Node import .tsx: esbuild turns the tags into calls, once per file content; the result is kept on disk.
// Plain .ts needs nothing: Node strips the types itself.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire, enableCompileCache, registerHooks } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const cache = join(root, 'node_modules', '.cache', 'stek-tsx')
const require = createRequire(import.meta.url)
try {
  enableCompileCache(join(root, 'node_modules', '.cache', 'v8'))
  mkdirSync(cache, { recursive: true })
} catch {
  // A read-only checkout only starts a little slower.
}

function transformed(path) {
  const source = readFileSync(path, 'utf8')
  const kept = join(cache, `${createHash('sha256').update(path).update(source).digest('hex').slice(0, 32)}.mjs`)
  try {
    return readFileSync(kept, 'utf8')
  } catch {
    const esbuild = require('esbuild')
    const { code } = esbuild.transformSync(source, {
      loader: 'tsx',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      target: 'esnext',
      sourcemap: 'inline',
      sourcefile: path,
    })
    try {
      const fresh = `${kept}.${process.pid}`
      writeFileSync(fresh, code)
      renameSync(fresh, kept)
    } catch {
      // Not kept: transformed again next time.
    }
    return code
  }
}

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.split('?')[0].endsWith('.tsx')) return next(url, context)
    return { format: 'module', source: transformed(fileURLToPath(url.split('?')[0])), shortCircuit: true }
  },
})
