// `npm run model` writes docs/model.md from src/model and from what the sources and tests say;
// `npm run model -- --check` exits 1 when the page on disk is not that page, or when a promise has no proof.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { conditions } from '../src/model/conditions.ts'
import { functions } from '../src/model/functions.ts'
import { type ModelItem, model } from '../src/model/model.ts'
import { type Evidence, type Findings, gather, type SourceFile } from './model-evidence.ts'

/** Where the page stands, from the project's root. */
export const pagePath = 'docs/model.md'

/** The TypeScript below src and the migrations of the project in this folder, in the order of their paths. */
export function readProject(root: string): SourceFile[] {
  const found = globSync(['src/**/*.ts', 'src/**/*.tsx', 'migrations/*.sql'], { cwd: root }).map((path) => path.split(sep).join('/'))
  return found.toSorted().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

const upheld = { code: 'the code', people: 'people', both: 'people and the code' } as const
const plain = (text: string) => text.replaceAll(/[\\`*_<>[\]]/g, '\\$&')
const link = (path: string) => `[${plain(path)}](../${path})`
const list = (paths: readonly string[], none: string) => (paths.length ? paths.map(link).join(', ') : none)

const modelWords = new Map<string, string>([...functions, ...conditions].map(({ code, modelWord }) => [code, modelWord]))
const heading = (group: ModelItem['group']) => (modelWords.has(group) ? `${group} (*${modelWords.get(group)}*)` : group)

function block(item: ModelItem, evidence: Evidence | undefined): string {
  const { claimedBy = [], upheldIn = [], provedBy = [] } = evidence ?? {}
  const proof = provedBy.map(({ path, name }) => `\n  - ${link(path)}: ${plain(name)}`).join('')
  return [
    `### ${item.id}`,
    '',
    `> ${item.dutch}`,
    '',
    item.english,
    '',
    `- Source: chapter ${item.chapter}`,
    `- Upheld by: ${upheld[item.upheldBy]}`,
    `- What the software does: ${item.software}`,
    `- Claimed by: ${list(claimedBy, 'no module yet')}`,
    `- Upheld in: ${list(upheldIn, 'nowhere yet')}`,
    `- Proved by:${proof || (item.upheldBy === 'people' ? ' nothing; only people can do this' : ' no test yet')}`,
  ].join('\n')
}

/** The whole page in Markdown, the same for the same findings: no date, no counting of what is not there. */
export function pageOf({ of }: Findings): string {
  const claimed = model.filter((item) => of.get(item.id)?.claimedBy.length).length
  const proved = model.filter((item) => of.get(item.id)?.provedBy.length).length
  const groups = [...new Set(model.map((item) => item.group))]
  return `${[
    '# The STEK model, and what became of it',
    '',
    'Written by `npm run model` from `src/model`, the `claims.ts` of each module, the `@source` of the docstrings, the comments of the',
    'migrations and the names of the tests. Do not edit by hand.',
    '',
    'The source is *Aan de slag met model de STEK in plattelandscontext* (SAAMO provincie Antwerpen, 30-11-2023); the words are our own.',
    '"What the software does" is the goal; it is there when a module claims the item, and then a test proves it.',
    'What only people can uphold (trust, warmth) has no test: the software makes room for it.',
    '',
    `${model.length} items, ${claimed} claimed by a module, ${proved} with a test of their own.`,
    ...groups.flatMap((group) => [
      '',
      `## ${heading(group)}`,
      ...model.filter((item) => item.group === group).flatMap((item) => ['', block(item, of.get(item.id))]),
    ]),
  ].join('\n')}\n`
}

/** A sentence when the page in this folder is not the one that belongs to these findings, else undefined. */
export function staleness(root: string, findings: Findings): string | undefined {
  let onDisk = ''
  try {
    onDisk = readFileSync(join(root, pagePath), 'utf8').replaceAll('\r\n', '\n')
  } catch {
    return `${pagePath} is not there. Run "npm run model" and keep what it writes.`
  }
  return onDisk === pageOf(findings) ? undefined : `${pagePath} is out of date. Run "npm run model" and keep what it writes.`
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..')
  const findings = gather(readProject(root))
  const check = process.argv.includes('--check')
  if (!check) writeFileSync(join(root, pagePath), pageOf(findings))
  const wrong = [staleness(root, findings), ...findings.problems].filter((sentence) => sentence !== undefined)
  for (const sentence of wrong) console.error(sentence)
  if (wrong.length) process.exitCode = 1
  else console.log(check ? `${pagePath} is up to date.` : `${pagePath} is written.`)
}
