import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** All text of a PDF as a reader copies it, on one line; for tests. Arabic words come in the order of the paper, not of speech. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const task = getDocument({ data: bytes, verbosity: 0 })
  const document = await task.promise
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, at) => document.getPage(at + 1)))
  const texts = await Promise.all(pages.map((page) => page.getTextContent()))
  await task.destroy()
  return texts
    .flatMap(({ items }) => items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')))
    .join('')
    .replace(/\s+/g, ' ')
}
