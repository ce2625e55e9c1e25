import type { Proposal } from '../tables.ts'

/** The columns of a service that a field of a proposal fills by itself; the place and the note are for a worker to read. */
const COLUMNS: Readonly<Record<string, string>> = {
  ...{ what: 'what', phone: 'phone', email: 'email', website: 'website', forWhom: 'for_whom' },
  ...{ conditions: 'conditions', cost: 'cost', bring: 'bring', howToReach: 'how_to_reach' },
}
const EMPTY_IS_NULL = new Set(['phone', 'email', 'website'])

/** Whether a field of a proposal can be taken over with a press. */
export const canTakeOver = (field: string): boolean => field in COLUMNS || field === 'hours'

/** What the accepted fields of a proposal write into the row of the service. */
export const takenOver = (proposal: Proposal, accepted: readonly string[]): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(proposal)
      .filter(([field]) => accepted.includes(field) && field in COLUMNS)
      .map(([field, text]) => [COLUMNS[field] ?? field, text === '' && EMPTY_IS_NULL.has(field) ? null : text]),
  )
