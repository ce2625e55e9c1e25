import type { PaperDay, PaperLine } from './paper.ts'

/** Lines on one flyer or poster; that there are more is said with the address, nothing is cut off silently. */
export const MOST_LINES = 120

/** Rows and characters that stay together on a page: at most about half an A5 page, so that a block always fits on one. */
const MOST_ROWS = 3
const MOST_CHARACTERS = 500

/** Rows of one day that stay together on a page; each block names its day again. */
export type Block = { weekday: string; lines: PaperLine[] }

/** The week cut into blocks, at most `MOST_LINES` lines in all; `more` tells that lines were left out. */
export function blocksOf(week: readonly PaperDay[]): { blocks: Block[]; more: boolean } {
  const rows = week.flatMap(({ weekday, lines }) => lines.map((line) => ({ weekday, line })))
  const blocks: Block[] = []
  for (const { weekday, line } of rows.slice(0, MOST_LINES)) {
    const last = blocks.at(-1)
    if (last?.weekday === weekday && fits(last, line)) last.lines.push(line)
    else blocks.push({ weekday, lines: [line] })
  }
  return { blocks, more: rows.length > MOST_LINES }
}

const fits = ({ lines }: Block, line: PaperLine): boolean =>
  lines.length < MOST_ROWS && [...lines, line].reduce((sum, one) => sum + charactersOf(one), 0) <= MOST_CHARACTERS

const charactersOf = ({ title, who, note, site, rhythm, tags }: PaperLine): number =>
  [title, who, note, site, rhythm, ...tags].reduce((sum, text) => sum + (text?.length ?? 0), 0)
