/** The addresses of the tally; each names its stek. @source contract of addresses, docs/operations.md */
export const tallyPaths = {
  list: (stek: string) => `/werk/tellen?stek=${stek}`,
  moment: (stek: string, slotId: string, plannedDate: string, told?: string) =>
    `/werk/tellen/${slotId}/${plannedDate}?stek=${stek}${told ? `&gedaan=${told}` : ''}`,
  rows: (stek: string) => `/werk/tellen/rijen?stek=${stek}`,
  /** What a phone asks: a fresh token for its forms and, when it names a moment, its sums. */
  stand: (stek: string, slotId?: string, plannedDate?: string) =>
    `/werk/tellen/stand?stek=${stek}${slotId ? `&slot=${slotId}&datum=${plannedDate}` : ''}`,
  /** Where a phone brings its taps. */
  post: (stek: string) => `/werk/tellen/post?stek=${stek}`,
  script: () => '/assets/tellen.js',
  /** The script that keeps the pages on the phone. */
  keeper: () => '/assets/tellen-bewaren.js',
  /** The addresses that the keeper may answer. */
  scope: () => '/werk/tellen',
} as const
