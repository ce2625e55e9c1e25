import { type Document, isAlias, isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { ClearFailure } from '../../../../platform/config/clear-failure.ts'

/** What is wrong in a file, and at which line. */
export type Wrong = { file: string; line: number; why: string }

/** A YAML text with the way back from a place in it to its line. */
export type Opened = { file: string; value: unknown; lineOf(path: readonly PropertyKey[]): number }

/** Says everything that is wrong at once, a line each: `leefloon.yaml:12: …`. */
export const refused = (wrong: readonly Wrong[]): ClearFailure =>
  new ClearFailure(wrong.map(({ file, line, why }) => `${file}:${line}: ${why}`).join('\n'))

function lineAt(document: Document, counter: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && !isAlias(node) && node.range) return counter.linePos(node.range[0]).line
  }
  return 1
}

/** Opens a YAML text; throws a ClearFailure with file and line when it is no YAML, or has one key twice. */
export function openYaml(file: string, text: string): Opened {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  if (document.errors.length > 0)
    throw refused(
      document.errors.map(({ pos, message }) => ({ file, line: counter.linePos(pos[0]).line, why: message.split('\n')[0] ?? '' })),
    )
  return { file, value: document.toJS(), lineOf: (path) => lineAt(document, counter, path) }
}

type Issue = z.core.$ZodIssue

/** Of a choice of shapes, the complaint that got deepest into the text, which is the one that helps. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors.flat().map((one) => deepest({ ...one, path: [...issue.path, ...one.path] } as Issue))
  return inner.reduce((best, one) => (one.path.length > best.path.length ? one : best), issue)
}

/** Reads what was opened by a shape; throws a ClearFailure that names file and line of everything that does not fit. */
export function readBy<Shape extends z.ZodType>(shape: Shape, opened: Opened): z.infer<Shape> {
  const read = shape.safeParse(opened.value)
  if (read.success) return read.data
  throw refused(
    read.error.issues.map((issue) => {
      const { path, message } = deepest(issue)
      const where = path.length > 0 ? `${path.join('.')}: ` : ''
      return { file: opened.file, line: opened.lineOf(path), why: `${where}${message}` }
    }),
  )
}
