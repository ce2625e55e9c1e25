import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { ClearFailure } from '../config/clear-failure.ts'
import { type Fonts, readFonts } from './fonts.ts'
import { type Json, mapTexts, printable } from './printable.ts'

/** A document as PDF/UA-1 (ISO 14289-1) and the number of its pages. */
export type Sheets = { pages: number; pdf: Uint8Array }

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
export type Typesetter = { typeset(job: PrintJob): Promise<Sheets> }

/** A longer job (as JSON) is refused: a usual week takes 20 000 characters, 120 lines with long texts 120 000. */
const MOST_CHARACTERS = 500_000

/** For how many documents more a piece of layout that nobody used again is remembered: two are 5 ms faster, ten take 20 MB more. */
const REMEMBERED = 2

/**
 * A typesetter that loads its compiler and fonts (about 50 MB) only when the first document is asked for.
 * `typeset` throws a ClearFailure when a font or the compiler is missing or the job is too large; the next request tries again.
 * Compiling blocks the process for about 15 ms a page.
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

function layOut({ compiler, fonts }: Press, job: PrintJob): Sheets {
  const typed = mapTexts(job.typed, (text) => printable(text, fonts.coverage))
  try {
    return write(compiler, job.template, JSON.stringify({ typed, made: job.made }))
  } finally {
    compiler.evictCache(REMEMBERED)
  }
}

// In one call, without taking the laid out document into JavaScript: each would keep 1 MB until the next large garbage collection.
function write(compiler: NodeCompiler, template: string, job: string): Sheets {
  if (job.length > MOST_CHARACTERS) throw new ClearFailure('This is too much for one sheet of paper.')
  try {
    const pdf = compiler.pdf({ mainFilePath: template, inputs: { job } }, { pdfStandard: 'ua-1' })
    return { pages: pagesOf(pdf), pdf }
  } catch (cause) {
    // A bug in a template. The compiler puts its sentences in `message` or in `code`.
    const { message = '', code = '' } = cause as { message?: string; code?: string }
    throw new Error(`${template}: ${message} ${code}`, { cause })
  }
}

/** The number of pages by the root of the page tree, which the compiler writes first and in the clear (ISO 32000-1, 7.7.3.2). */
function pagesOf(pdf: Buffer): number {
  const count = /\/Type\s*\/Pages\s*\/Count\s+(\d+)/.exec(pdf.toString('latin1', 0, 4096))?.[1]
  if (count === undefined) throw new Error('a PDF without a page tree at its start')
  return Number(count)
}
