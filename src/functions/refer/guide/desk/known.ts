import type { Known } from '../../freshness/score.ts'
import type { WholeService } from './queries.ts'

/** What the score of one entry is made of. */
export const knownOf = ({ row, organisation, hours, places }: WholeService): Known => ({
  checkedOn: row.checked_on,
  checkEveryMonths: row.check_every_months,
  contact: {
    phone: Boolean(row.phone || organisation.phone),
    otherwise: Boolean(row.email || organisation.email || row.website || organisation.website),
  },
  what: row.what !== '',
  ways: row.ways,
  hours: hours.length,
  places: places.length,
  languages: row.languages.length,
  isFree: row.is_free,
  cost: row.cost !== '',
  forWhom: row.for_whom !== '',
})
