/** What is known of an entry of the guide, as far as it matters for how good the entry is. */
export type Known = {
  checkedOn: string | null
  checkEveryMonths: number
  contact: { phone: boolean; otherwise: boolean }
  what: boolean
  ways: readonly string[]
  hours: number
  places: number
  languages: number
  isFree: boolean | null
  cost: boolean
  forWhom: boolean
}

/** Something of an entry that wants mending. */
export type Want =
  | 'neverChecked'
  | 'overdue'
  | 'noContact'
  | 'noPhone'
  | 'noHours'
  | 'noPlace'
  | 'noWhat'
  | 'noWays'
  | 'noLanguage'
  | 'noPrice'
  | 'noForWhom'

/** The day on which an entry wants to be looked at again; undefined when nobody ever did. */
export const dueOn = ({ checkedOn, checkEveryMonths }: Pick<Known, 'checkedOn' | 'checkEveryMonths'>): string | undefined =>
  checkedOn === null ? undefined : Temporal.PlainDate.from(checkedOn).add({ months: checkEveryMonths }).toString()

/** Whether an entry wants to be looked at: nobody ever did, or its months are over. */
export function isDue(known: Pick<Known, 'checkedOn' | 'checkEveryMonths'>, today: string): boolean {
  const due = dueOn(known)
  return due === undefined || due <= today
}

/** How many whole weeks an entry is overdue; an entry that was never looked at counts as a year. */
export function weeksOverdue(known: Pick<Known, 'checkedOn' | 'checkEveryMonths'>, today: string): number {
  const due = dueOn(known)
  if (due === undefined) return 52
  return Math.max(0, Math.floor(Temporal.PlainDate.from(due).until(Temporal.PlainDate.from(today)).days / 7))
}

const REMOTE = ['phone', 'online', 'home-visit']

/** What an entry loses for each thing that is amiss, out of a hundred: first what sends people to a shut door or a dead number. */
const COSTS: Readonly<Record<Want, number>> = {
  neverChecked: 30,
  overdue: 15,
  noContact: 25,
  noPhone: 10,
  noHours: 15,
  noPlace: 10,
  noWhat: 8,
  noWays: 4,
  noLanguage: 3,
  noPrice: 3,
  noForWhom: 2,
}

/**
 * How good an entry is, from 0 to 100, and what to mend, the worst first. An entry without fault has 100. Being overdue weighs
 * heavier with every week, up to as much as never having been looked at.
 * @source REFER-3
 */
export function scoreOf(known: Known, today: string): { score: number; wants: readonly Want[] } {
  const remote = known.ways.length > 0 && known.ways.every((way) => REMOTE.includes(way))
  const wanted: Readonly<Record<Want, boolean>> = {
    neverChecked: known.checkedOn === null,
    overdue: known.checkedOn !== null && isDue(known, today),
    noContact: !known.contact.phone && !known.contact.otherwise,
    noPhone: !known.contact.phone && known.contact.otherwise,
    noHours: known.hours === 0 && (known.ways.length === 0 || known.ways.includes('walk-in') || known.ways.includes('phone')),
    noPlace: known.places === 0 && !remote,
    noWhat: !known.what,
    noWays: known.ways.length === 0,
    noLanguage: known.languages === 0,
    noPrice: known.isFree === null && !known.cost,
    noForWhom: !known.forWhom,
  }
  const cost = (want: Want): number => COSTS[want] + (want === 'overdue' ? Math.min(15, weeksOverdue(known, today)) : 0)
  const wants = (Object.keys(COSTS) as Want[]).filter((want) => wanted[want]).sort((one, other) => cost(other) - cost(one))
  return { score: Math.max(0, 100 - wants.reduce((sum, want) => sum + cost(want), 0)), wants }
}
