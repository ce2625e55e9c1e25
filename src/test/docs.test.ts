import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { projectFile } from './database.ts'

const root = join(import.meta.dirname, '../..')
const pages = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
]

test('every link in the documents leads somewhere', () => {
  assert.ok(pages.length > 15)
  const dead = pages.flatMap((page) =>
    [...projectFile(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
      .map(([, target]) => target ?? '')
      .filter((target) => !existsSync(join(root, dirname(page), target)))
      .map((target) => `${page}: ${target}`),
  )
  assert.deepEqual(dead, [])
})

test('the documents name only commands that exist', () => {
  const { scripts } = JSON.parse(projectFile('package.json')) as { scripts: Record<string, string> }
  const unknown = pages.flatMap((page) =>
    [...projectFile(page).matchAll(/\bnpm run ([a-z:-]+)/g)]
      .filter(([, name]) => !((name ?? '') in scripts))
      .map(([said]) => `${page}: ${said}`),
  )
  assert.deepEqual(unknown, [])
})

test('the documents name only files that exist', () => {
  const gone = pages
    .filter((page) => page !== 'docs/model.md')
    .flatMap((page) =>
      [...projectFile(page).matchAll(/`((?:src|scripts|bench|migrations|data|docs)\/[\w./-]+\.\w+)`/g)]
        .filter(([, file]) => !file?.includes('NNNN') && !existsSync(join(root, file ?? '')))
        .map(([, file]) => `${page}: ${file}`),
    )
  assert.deepEqual(gone, [])
})
