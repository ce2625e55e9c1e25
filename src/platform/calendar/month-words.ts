const TONGUES = ['nl', 'fr', 'en', 'uk', 'ar']
const STEM = 3

type Names = { months: Map<string, number>; weekdays: Map<string, number> }
let names: Names | undefined

const bare = (word: string): string => word.toLowerCase().replace(/\.$/, '')

/** Names of months and weekdays as a calendar writes them in our languages, long and short; made at first use. */
function known(): Names {
  if (names) return names
  const months = new Map<string, number>()
  const weekdays = new Map<string, number>()
  for (const tongue of TONGUES) {
    for (const width of ['long', 'short'] as const) {
      const monthParts = new Intl.DateTimeFormat(tongue, { timeZone: 'UTC', day: 'numeric', month: width })
      const weekdayName = new Intl.DateTimeFormat(tongue, { timeZone: 'UTC', weekday: width })
      for (let number = 1; number <= 12; number++) {
        const part = monthParts.formatToParts(Date.UTC(2001, number - 1, 1)).find(({ type }) => type === 'month')
        if (part && !months.has(bare(part.value))) months.set(bare(part.value), number)
        // 1 January 2001 was a Monday.
        if (number <= 7) weekdays.set(bare(weekdayName.format(Date.UTC(2001, 0, number))), number)
      }
    }
  }
  names = { months, weekdays }
  return names
}

/** The number of a word in a list, also when it is the beginning of exactly one number's words ("sept", "novem"). */
function numberOf(word: string, list: Map<string, number>): number | undefined {
  const wanted = bare(word)
  const exact = list.get(wanted)
  if (exact) return exact
  if (wanted.length < STEM) return undefined
  const meant = new Set([...list].filter(([name]) => name.startsWith(wanted)).map(([, number]) => number))
  return meant.size === 1 ? [...meant][0] : undefined
}

/** The month (1-12) that a word names in Dutch, French, English, Ukrainian or Arabic, written out or shortened; else undefined. */
export const monthNumber = (word: string): number | undefined => numberOf(word, known().months)

/** The weekday (1 is Monday, 7 is Sunday) that a word names in the same languages; else undefined. */
export const weekdayNumber = (word: string): number | undefined => numberOf(word, known().weekdays)
