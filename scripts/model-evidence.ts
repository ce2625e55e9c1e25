// Looks up in the project's own files what became of each item of the model: who claims it, where the code upholds it,
// which tests prove it. Reads text only, so that half a module still shows up and nothing has to start.
import { isModelId, type ModelId, model } from '../src/model/model.ts'

/** A file as found: the path from the project's root with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** What became of one item. */
export interface Evidence {
  readonly claimedBy: readonly string[]
  readonly upheldIn: readonly string[]
  /** The test names come without the ids they start with. */
  readonly provedBy: readonly { readonly path: string; readonly name: string }[]
}

/** Everything that was found, and in plain sentences everything that is wrong with it. */
export interface Findings {
  readonly of: ReadonlyMap<ModelId, Evidence>
  readonly problems: readonly string[]
}

const groups = [...new Set(model.map((item) => item.id.slice(0, item.id.lastIndexOf('-'))))].join('|')
const id = `\\b(?:${groups})-\\d+\\b`
const idsIn = (text: string): string[] => text.match(new RegExp(id, 'g')) ?? []

/** The ids behind every `@source` of a source text; what else stands on that line is left alone. */
export const sourcesIn = (text: string): string[] => [...text.matchAll(/@source\b(.*)/g)].flatMap(([, rest = '']) => idsIn(rest))

/** The ids named in the comments of a migration: the guards that hold whatever the code does. */
export const guardsIn = (sql: string): string[] => [...sql.matchAll(/--(.*)/g)].flatMap(([, comment = '']) => idsIn(comment))

/** The ids in the list `claims` of a claims.ts, spelled out between quotes; empty when there is no such list. */
export function claimsIn(text: string): string[] {
  const list = /export const claims\b[^=]*=\s*\[([^\]]*)\]/.exec(text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, ''))?.[1] ?? ''
  return [...list.matchAll(/['"]([^'"]+)['"]/g)].map(([, word = '']) => word)
}

/** The tests whose name starts with one or more ids (`MEET-5 …`, `MEET-1, ACCESSIBLE-1 …`); skipped and to-do tests prove nothing. */
export function testsIn(text: string): { ids: string[]; name: string }[] {
  const call = /^(?!\s*(?:\/\/|\*)).*?\b(?:test|it)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1(?!\s*,\s*\{[^}]*\b(?:skip|todo)\b)/gm
  const lead = new RegExp(`^(?:${id}(?:\\s*(?:,|:|/|&|and)?\\s*))+`)
  return [...text.matchAll(call)].flatMap(([, , raw = '']) => {
    const name = raw.replaceAll(/\\(.)/g, '$1')
    const start = lead.exec(name)?.[0]
    return start ? [{ ids: idsIn(start), name: name.slice(start.length) }] : []
  })
}

type Proof = Evidence['provedBy'][number]
const empty = () => ({ claimedBy: [] as string[], upheldIn: [] as string[], provedBy: [] as Proof[] })
const isTest = (path: string) => /\.test\.tsx?$/.test(path)

/**
 * What the files say about every item of the model. Files of src/model itself say nothing: data is no proof of itself. What
 * stands in src/test upholds nothing, but its tests count.
 * Problems: nothing to read, an id that does not exist, a list of claims that cannot be read, a claimed item of the code without a
 * test, and a test that says it proves what only people can do.
 */
export function gather(files: readonly SourceFile[]): Findings {
  const evidence = new Map(model.map((item) => [item.id, empty()]))
  const problems: string[] = []
  const read = files.filter(({ path }) => !path.startsWith('src/model/') && (isTest(path) || !path.startsWith('src/test/')))
  if (read.length === 0) problems.push('No source files were read, so nothing is known about the model.')

  for (const { path, text } of read) {
    const note = (found: string, write: (of: ReturnType<typeof empty>) => void) => {
      const known = isModelId(found) ? evidence.get(found) : undefined
      if (known) write(known)
      else problems.push(`${path} names ${found}, which is not in the model.`)
    }
    if (isTest(path)) {
      for (const { ids, name } of testsIn(text)) for (const proved of new Set(ids)) note(proved, (of) => of.provedBy.push({ path, name }))
      continue
    }
    // A room is claimed too (room_claim): a file of that name is about the model only when it exports the list.
    if (path.endsWith('/claims.ts') && /export const claims\b/.test(text)) {
      const claims = claimsIn(text)
      if (claims.length === 0) problems.push(`${path} has a list "claims" without ids between quotes.`)
      for (const claimed of new Set(claims)) note(claimed, (of) => of.claimedBy.push(path))
    }
    for (const upheld of new Set(path.endsWith('.sql') ? guardsIn(text) : sourcesIn(text))) note(upheld, (of) => of.upheldIn.push(path))
  }

  for (const item of model) {
    const of = evidence.get(item.id)
    if (item.upheldBy !== 'people' && of?.claimedBy.length && !of.provedBy.length)
      problems.push(`${of.claimedBy.join(' and ')} claims ${item.id}, but no test has a name that starts with ${item.id}.`)
    if (item.upheldBy === 'people' && of?.provedBy.length)
      problems.push(
        `${of.provedBy[0]?.path} has a test named after ${item.id}, which only people can uphold: name the test after what it shows.`,
      )
  }
  return { of: evidence, problems }
}
