import { isDeepStrictEqual } from 'node:util'
import type { T, TextKey } from '../../../../../ui/words.ts'
import { hoursAsTyped } from '../../desk/hours/typed-hours.ts'
import { type Reason, reasonKey, type StagedHours } from '../shape/entity.ts'
import { plainText } from '../shape/fields.ts'

const IN_IMPORTS = new Set([
  ...['id', 'street', 'postcode', 'town', 'bus', 'directions', 'latitude', 'longitude', 'step_free', 'part_of', 'kbo_number', 'ended'],
])
const STEP_FREE: Readonly<Record<string, string>> = { yes: 'ja', partly: 'deels', no: 'nee' }
const NAMES: Readonly<Record<string, string>> = {
  ...{
    for_whom: 'forWhom',
    how_to_reach: 'howToReach',
    ask_for: 'askFor',
    also_called: 'alsoCalled',
    is_free: 'free',
    ipdc_uri: 'ipdcUri',
  },
}

/** What a column of ours is called at the desk; a column without a name there keeps its own. */
export function columnLabel(t: T, column: string): string {
  if (IN_IMPORTS.has(column)) return t(`guidedesk.imports.columnLabel.${column}` as TextKey)
  try {
    return t(`guidedesk.label.${NAMES[column] ?? column}` as TextKey)
  } catch {
    return column
  }
}

/** A reason as a sentence; of a list of JSON, which has no rows, in its words. */
export const reasonWords = (t: T, { why, ...more }: Reason, ofObjects: boolean): string => {
  const reason = { ...more, why: ofObjects && why === 'doubleId' ? 'doubleItem' : why }
  const { column } = reason.values ?? {}
  return t(reasonKey(reason), { ...reason.values, ...(typeof column === 'string' ? { column: columnLabel(t, column) } : {}) })
}

function inWords(column: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (column === 'hours' && Array.isArray(value))
    return hoursAsTyped(
      (value as StagedHours[]).map((hours) => ({
        ...hours,
        byAppointment: hours.by_appointment,
        fromDate: hours.from_date,
        untilDate: hours.until_date,
      })),
    )
  if (Array.isArray(value)) return value.join(', ')
  if (column === 'step_free') return typeof value === 'string' ? (STEP_FREE[value] ?? '') : ''
  return plainText(typeof value === 'boolean' ? (value ? 'ja' : 'nee') : value).slice(0, 300)
}

/** What a list would change of a row, column by column. */
export const differencesOf = (
  data: Record<string, unknown>,
  now: Record<string, unknown>,
): readonly { column: string; was: string; becomes: string }[] =>
  Object.entries(data)
    .filter(
      ([column, value]) => column !== 'checked_on' && column !== 'translations' && !isDeepStrictEqual(value ?? null, now[column] ?? null),
    )
    .map(([column, value]) => ({ column, was: inWords(column, now[column]), becomes: inWords(column, value) }))
