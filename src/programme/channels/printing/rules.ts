/** That a flyer or poster was printed, when, and what the programme said then. */
export type Printing = {
  printingId: string
  channel: 'flyer-a5' | 'flyer-a4' | 'poster-a3'
  language: string
  fingerprint: string
  printedAt: Temporal.Instant
}

/**
 * The printings that should be done again: of each kind of paper in each language the last printing, when it is no longer right.
 * An older printing of the same paper was replaced and is not mentioned. `right` comes from `rightPaper`. Latest first.
 * @source MEET-3
 */
export function outdatedPrintings(printings: readonly Printing[], right: ReadonlySet<string>): Printing[] {
  const latestFirst = [...printings].sort((one, other) => Temporal.Instant.compare(other.printedAt, one.printedAt))
  const last = new Map<string, Printing>()
  for (const printing of latestFirst) {
    const paper = `${printing.channel} ${printing.language}`
    if (!last.has(paper)) last.set(paper, printing)
  }
  return [...last.values()].filter(({ fingerprint }) => !right.has(fingerprint))
}
