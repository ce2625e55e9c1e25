import type { TextKey } from '../../../../../ui/words.ts'

/** Why a row is not taken over, or what to look at: the last part of its key in the texts, and what goes into the sentence. */
export type Reason = { why: string; values?: Record<string, string | number> }

/** The key of the sentence of a reason. */
export const reasonKey = (reason: Reason): TextKey => `guidedesk.imports.why.${reason.why}` as TextKey

/** Hours as they are staged: wall-clock times and, when they are of one place, its id in the list. */
export type StagedHours = {
  weekday: number
  opens: string
  closes: string
  by_appointment: boolean
  from_date: string | null
  until_date: string | null
  note: string
  place: string | null
}

/** A row of ours as a list tells it. Only the columns that the list knows are in `data`: the others stay as they are. */
export type Entity = {
  kind: 'organisation' | 'location' | 'service'
  /** Its id in the list. */
  key: string
  data: Record<string, unknown>
  refused: Reason[]
  noted: Reason[]
}

/** Hours in the order in which the database gives them, so that the same hours are the same text. */
export const sortedHours = (hours: readonly StagedHours[]): StagedHours[] =>
  [...hours].sort((one, other) => orderOf(one).localeCompare(orderOf(other), 'en'))

const orderOf = ({ weekday, opens, closes, place, from_date }: StagedHours): string =>
  [weekday, opens, closes, place ?? '', from_date ?? ''].join(' ')
