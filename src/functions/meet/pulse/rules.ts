import { monthsBetween } from '../../../platform/calendar/whole-weeks.ts'
import { type Shown, stretches, sumOfShown, suppress } from '../../../platform/suppression/suppress.ts'

/** The three faces, from glad to not well. */
export const faces = ['glad', 'so-so', 'not-well'] as const

/** What could make somebody feel more welcome, and "nothing, it is good". @source PRACTICE-7 */
export const choices = ['cosier', 'warm-drink', 'music', 'greeted', 'time-to-talk', 'children', 'nothing'] as const

export type Face = (typeof faces)[number]
export type Choice = (typeof choices)[number]
export type Answer = Face | Choice

/** The drawing beside the words of an answer. */
export const pictograms: Record<Answer, string> = {
  glad: 'mood-happy',
  'so-so': 'mood-empty',
  'not-well': 'mood-sad',
  cosier: 'armchair',
  'warm-drink': 'coffee',
  music: 'music',
  greeted: 'hand-stop',
  'time-to-talk': 'messages',
  children: 'baby-carriage',
  nothing: 'thumb-up',
}

/** Between two presses on one tablet: long enough for the next person to come, short enough for a queue. */
export const PAUSE_IN_SECONDS = 6

/** How long the choice that belongs to a face may still be made. */
export const CHOICE_WITHIN_SECONDS = 120

/** So many days into the next month a month is told; until then sheets of paper may still come in. */
const SETTLED_AFTER_DAYS = 7

/** `2026-11` of a day. */
export const monthOf = (date: string): string => date.slice(0, 7)

const firstOf = (month: string) => Temporal.PlainDate.from(`${month}-01`)

/** Whether a month is settled on a day: told from then on, and never changed again. */
export const isSettled = (month: string, today: string): boolean =>
  Temporal.PlainDate.compare(Temporal.PlainDate.from(today), firstOf(month).add({ months: 1, days: SETTLED_AFTER_DAYS })) >= 0

/** How often each answer was given in one month at one site. */
export type MonthCount = { month: string; counts: Partial<Record<Answer, number>> }

/** A choice, or that who pressed a face made none. */
export type Made = Choice | 'none'

/**
 * What is told of one month, or of several that were too small alone. Faces and choices are two ways to divide the same people, so both rows
 * have the same total, and nothing is left over between them: who made no choice is a part like the others.
 */
export type Told = { from: string; until: string; faces: Shown<Face>; choices: Shown<Made> }

const together = <Key extends Answer>(rows: readonly MonthCount[], keys: readonly Key[]): Record<Key, number> =>
  Object.fromEntries(keys.map((key) => [key, rows.reduce((sum, { counts }) => sum + (counts[key] ?? 0), 0)])) as Record<Key, number>

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((so, count) => so + count, 0)

// What tells least is hidden along first: the face in the middle, who made no choice, and "nothing".
const hiddenAlong: readonly Face[] = ['so-so', 'not-well', 'glad']
const hiddenAlongOfChoices: readonly Made[] = ['none', 'nothing', ...choices.filter((choice) => choice !== 'nothing')]

/**
 * What may be told of a site, newest first: settled months only, each as soon as at least five people answered and one face can be shown;
 * a month that is too small is told together with the next. What is told never changes later, so that two looks cannot be subtracted.
 */
export function toldOf(counted: readonly MonthCount[], today: string): Told[] {
  const settled = counted.filter(({ month }) => isSettled(month, today)).sort((a, b) => (a.month < b.month ? -1 : 1))
  const [first, last] = [settled[0], settled.at(-1)]
  if (!first || !last) return []
  const byMonth = new Map(settled.map((row) => [row.month, row]))
  const rows = monthsBetween(first.month, last.month).map((month) => byMonth.get(month) ?? { month, counts: {} })
  const facesOf = (some: readonly MonthCount[]) => suppress(together(some, faces), hiddenAlong)
  const choicesOf = (some: readonly MonthCount[]) => {
    const made = together(some, choices)
    return suppress<Made>({ none: Math.max(0, sum(together(some, faces)) - sum(made)), ...made }, hiddenAlongOfChoices)
  }
  return stretches(rows, (some) => Object.values(facesOf(some).parts).some((count) => count !== null))
    .map(({ rows: some }) => ({
      from: some[0]?.month ?? '',
      until: some.at(-1)?.month ?? '',
      faces: facesOf(some),
      choices: choicesOf(some),
    }))
    .reverse()
}

/** What is told of a calendar quarter, as in `2026-Q3`. */
export type ToldQuarter = { quarter: string } & Pick<Told, 'faces' | 'choices'>

const quarterOf = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`

/**
 * The quarters of which each month is told on its own, newest first. An answer is there only when all three months show it, so that a
 * quarter tells nothing that its months do not.
 */
export function quartersOf(told: readonly Told[]): ToldQuarter[] {
  const alone = told.filter(({ from, until }) => from === until)
  return [...Map.groupBy(alone, ({ from }) => quarterOf(from))]
    .filter(([, months]) => months.length === 3)
    .map(([quarter, months]) => ({
      quarter,
      faces: sumOfShown(
        months.map((month) => month.faces),
        faces,
      ),
      choices: sumOfShown(
        months.map((month) => month.choices),
        hiddenAlongOfChoices,
      ),
    }))
    .sort((one, other) => (one.quarter < other.quarter ? 1 : -1))
}

/** What was counted from paper for one site and one day; numbers that could not be read are undefined. */
export type PaperDraft = { site: string; day: string | undefined; counts: Record<Answer, number | undefined> }

/** What stands in the way of counting a sheet: at which field, and why. */
export type PaperRefusal = { field: string; why: 'site' | 'day' | 'future' | 'shown' | 'number' | 'nothing' | 'choices' }

const MOST = 500

/** Judges a sheet: a day that was and whose month is not told yet, numbers from 0 to 500, no more choices than faces. */
export function refusalsOfPaper(draft: PaperDraft, today: string, siteIds: readonly string[]): PaperRefusal[] {
  const { day, counts } = draft
  const refusals: PaperRefusal[] = []
  if (!siteIds.includes(draft.site)) refusals.push({ field: 'site', why: 'site' })
  if (!day) refusals.push({ field: 'day', why: 'day' })
  else if (day > today) refusals.push({ field: 'day', why: 'future' })
  else if (isSettled(monthOf(day), today)) refusals.push({ field: 'day', why: 'shown' })
  const odd = [...faces, ...choices].filter((answer) => counts[answer] === undefined || (counts[answer] ?? 0) > MOST)
  for (const field of odd) refusals.push({ field, why: 'number' })
  if (odd.length > 0) return refusals
  const all = (answers: readonly Answer[]) => answers.reduce((so, answer) => so + (counts[answer] ?? 0), 0)
  if (all(faces) === 0) refusals.push({ field: 'glad', why: 'nothing' })
  else if (all(choices) > all(faces)) refusals.push({ field: 'cosier', why: 'choices' })
  return refusals
}
