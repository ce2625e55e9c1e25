import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF as a reader sees it; tests open what we print with a program that is not ours. */
export type OpenedPdf = {
  /** Width and height of each page in whole millimetres. */
  sizes: [number, number][]
  /** The text of each page in the order in which it was written, lines joined by a space. */
  texts: string[]
  /** The same for a page that is read from right to left: each line ordered from its right edge. */
  rightToLeft: string[]
  /** Each piece of text with where it begins and ends across its page, in points from the left. */
  pieces: { text: string; left: number; right: number }[]
  title: string
  language: string
  marked: boolean
  /** Whether the metadata declare PDF/UA-1 (ISO 14289-1, 5). */
  accessible: boolean
  /** Each element of the structure tree of all pages in the order of reading. */
  elements: { role: string; alt?: string; language?: string }[]
}

type Run = { str: string; dir: string; transform: number[]; width: number }
type Element = { role?: string; alt?: string; lang?: string; children?: Element[] }

/** Where a line may break, and where the direction of reading changes; nobody sees or copies these on purpose. */
const INVISIBLE = /[\u200b\u202a-\u202e]/g

const millimetres = (points: number) => Math.round((points / 72) * 25.4)

/** Opens a PDF with pdf.js and reads what the tests ask about. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const document = await task.promise
  const { info, metadata } = await document.getMetadata()
  const marks = (await document.getMarkInfo()) as unknown as Map<string, boolean> | null
  const opened: OpenedPdf = {
    sizes: [],
    texts: [],
    rightToLeft: [],
    pieces: [],
    title: String((info as { Title?: string }).Title ?? ''),
    language: String((info as { Language?: string }).Language ?? ''),
    marked: marks?.get('Marked') === true,
    accessible: /<pdfuaid:part>1</.test(String(metadata?.getRaw())),
    elements: [],
  }
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    const items = (await page.getTextContent()).items.filter((item) => 'str' in item) as (Run & { hasEOL: boolean })[]
    const runs = items.map((run) => ({ ...run, str: run.str.replace(INVISIBLE, '') }))
    opened.sizes.push([millimetres(right - left), millimetres(top - bottom)])
    opened.texts.push(runs.map((run) => run.str + (run.hasEOL ? ' ' : '')).join(''))
    opened.rightToLeft.push(fromTheRight(runs))
    opened.pieces.push(...runs.map(({ str, transform: [, , , , x = 0], width }) => ({ text: str, left: x, right: x + width })))
    opened.elements.push(...flat((await page.getStructTree()) as Element))
  }
  await task.destroy()
  return opened
}

const flat = ({ role, alt, lang, children = [] }: Element): OpenedPdf['elements'] => [
  ...(role ? [{ role, ...(alt ? { alt } : {}), ...(lang ? { language: lang } : {}) }] : []),
  ...children.flatMap(flat),
]

/** Runs on one line (baselines less than 4 points apart: Amiri raises some letters) from right to left. */
function fromTheRight(runs: Run[]): string {
  const lines: Run[][] = []
  for (const run of runs.filter(({ str }) => str !== '')) {
    const line = lines.find(([first]) => Math.abs((first?.transform[5] ?? 0) - (run.transform[5] ?? 0)) < 4)
    if (line) line.push(run)
    else lines.push([run])
  }
  return lines
    .map((line) =>
      line
        .sort((one, other) => (other.transform[4] ?? 0) - (one.transform[4] ?? 0))
        .map(({ str }) => str)
        .join(''),
    )
    .join(' ')
}
