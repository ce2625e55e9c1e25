import type { Work } from '../../../place/person/at-work.ts'
import type { House } from '../../../platform/http/house.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { Icon } from '../../../ui/icons.tsx'
import { exceptionsFrom } from '../../exception/queries.ts'
import type { Slot } from '../../moments/moment.ts'
import { isPlannedOn } from '../../moments/pauses.ts'

/** Says for which later days something was arranged that a changed slot will no longer have; nothing when it keeps them all. */
export async function lostNote(house: House, work: Work, next: Slot, from: string, settled?: string) {
  const arranged = await house.database.reading(work.stek.stekId, (tx) => exceptionsFrom(tx, work.stek.stekId, next.slotId, from))
  const lost = arranged.filter(({ onDate }) => onDate !== settled && !isPlannedOn(next, onDate))
  if (lost.length === 0) return undefined
  const dates = saidIn('nl').list(lost.map(({ onDate }) => saidIn('nl').long(onDate)))
  return (
    <p class="mild beside">
      <Icon name="alert-triangle" />
      {work.t('desk.moment.lost', { dates })}
    </p>
  )
}
