import { isDeepStrictEqual } from 'node:util'
import type { T, TextKey } from '../../../../../ui/words.ts'
import { hoursAsTyped } from '../../desk/hours/typed-hours.ts'
import { type Reason, reasonKey, type StagedHours } from '../shape/entity.ts'
import { plainText } from '../shape/fields.ts'
import type { Target } from '../shape/from-columns.ts'
import type { Import } from './queries.ts'

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

/** What a column of ours is called in a list: as the list itself calls it, or as the desk does. */
function columnIn(t: T, { shape, headers, mapping }: ListNames, column: string): string {
  const at = shape === 'columns' ? mapping[(NAMES[column] ?? column) as Target] : undefined
  return (at === undefined ? '' : headers[at]?.trim()) || columnLabel(t, column)
}

/** Whether a list is of JSON, which has no rows that one could look up. */
export const isOfObjects = ({ shape }: Pick<Import, 'shape'>): boolean => shape === 'hsds' || shape === 'ipdc'

type ListNames = Pick<Import, 'shape' | 'headers' | 'mapping'>

/** A reason as sentences: in which column, and in which row of a table beside it, what stands there and how it should look. */
export function reasonWords(t: T, { why, values = {} }: Reason, list: ListNames): string {
  const reason = { why: isOfObjects(list) && why === 'doubleId' ? 'doubleItem' : why, values }
  const column = typeof values.column === 'string' ? columnIn(t, list, values.column) : ''
  const said = t(reasonKey(reason), { ...values, column })
  if (why === 'hours') return `${said} ${t(`guidedesk.wrong.hours.${values.kind ?? 'times'}` as TextKey, { line: values.value ?? '' })}`
  return typeof values.table === 'string' ? `${values.table}.csv, ${t('guidedesk.imports.row', { row: values.line ?? 0 })}: ${said}` : said
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
