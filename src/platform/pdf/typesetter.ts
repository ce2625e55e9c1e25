import type { NodeCompiler, NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { ClearFailure } from '../config/clear-failure.ts'
import { type Fonts, readFonts } from './fonts.ts'
import { type Json, mapTexts, printable, withoutMarks } from './printable.ts'

/** A document laid out on pages, with what the compiler warned about; `pdf()` writes it as PDF/UA-1 (ISO 14289-1). */
export type Typeset = { pages: number; warnings: string[]; pdf(): Uint8Array }

/** A job for the press. */
export type PrintJob = {
  /** Absolute path of the Typst file; it reads the job with `json(bytes(sys.inputs.job))` and may import files beside it. */
  template: string
  /** What people typed. Every text is made printable first and reaches the template as JSON, never as markup. */
  typed: Json
  /** What the program itself made and must arrive as it is: addresses behind links, drawings, measures. */
  made: Json
}

/** Lays out documents; made once, kept warm, used by every request. */
export type Typesetter = { typeset(job: PrintJob): Promise<Typeset> }

/** A job larger than this many bytes is refused: a week on paper is about 10 kB. */
const MOST_BYTES = 512 * 1024

/** After how many documents a remembered piece of layout that nobody used again is forgotten; keeps memory flat. */
const FORGET_AFTER = 4

/**
 * A typesetter that loads its compiler and fonts (about 50 MB) only when the first document is asked for.
 * `typeset` throws a ClearFailure when a font or the compiler is missing or the job is too large; the next request tries again.
 * Compiling blocks the process for 5 to 25 ms a page.
 */
export function openTypesetter(options: { fontFolder?: string; workspace: string }): Typesetter {
  let press: Promise<Press> | undefined
  return {
    async typeset(job) {
      press ??= openPress(options)
      press.catch(() => (press = undefined))
      return layOut(await press, job)
    },
  }
}

type Press = { compiler: NodeCompiler; fonts: Fonts }

async function openPress({ fontFolder, workspace }: { fontFolder?: string; workspace: string }): Promise<Press> {
  const fonts = readFonts(fontFolder)
  const typst = await import('@myriaddreamin/typst-ts-node-compiler').catch((cause: unknown) => {
    throw new ClearFailure('The part that makes PDF files is missing for this machine. Run "npm ci" to put it back.', { cause })
  })
  // Font files come before the fonts of the machine, which this compiler always looks at as well; templates turn fallback off.
  return { compiler: typst.NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fonts.files }] }), fonts }
}

function layOut({ compiler, fonts }: Press, job: PrintJob): Typeset {
  const texts = mapTexts(job.typed, (text) => printable(text, fonts.coverage))
  const first = compile(compiler, job, texts)
  const pdf = () => {
    try {
      return write(compiler, first)
    } catch {
      // Every character has a glyph, but no single font has this letter together with this mark: print the bare letters.
      return write(compiler, compile(compiler, job, mapTexts(texts, withoutMarks)))
    } finally {
      compiler.evictCache(FORGET_AFTER)
    }
  }
  return { pages: first.document.numOfPages, warnings: first.warnings, pdf }
}

type Compiled = { document: NonNullable<ReturnType<NodeCompiler['compile']>['result']>; warnings: string[] }

function compile(compiler: NodeCompiler, job: PrintJob, typed: Json): Compiled {
  const data = JSON.stringify({ typed, made: job.made })
  if (data.length > MOST_BYTES) throw new ClearFailure('This is too much for one sheet of paper.')
  const outcome = compiler.compile({ mainFilePath: job.template, inputs: { job: data } })
  if (!outcome.result) throw new Error(`${job.template} does not compile: ${sentences(compiler, outcome.takeError()).join('; ')}`)
  return { document: outcome.result, warnings: sentences(compiler, outcome.takeWarnings()) }
}

const write = (compiler: NodeCompiler, { document }: Compiled): Uint8Array => compiler.pdf(document, { pdfStandard: 'ua-1' })

const sentences = (compiler: NodeCompiler, error: NodeError | null): string[] =>
  error === null ? [] : compiler.fetchDiagnostics(error).map((one: { message?: string }) => one.message ?? 'unknown')
