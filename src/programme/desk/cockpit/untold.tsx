import type { Work } from '../../../place/person/at-work.ts'
import type { House } from '../../../platform/http/house.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { Icon } from '../../../ui/icons.tsx'
import type { Board } from '../../board/board.ts'
import type { Moment } from '../../moments/moment.ts'
import { momentOf } from '../../moments/moments.ts'
import { newsFor } from '../../sign-up/news.ts'
import { signUpPaths } from '../../sign-up/paths.ts'
import { contactsFrom } from '../../sign-up/queries.ts'
import { subjectOf } from '../../sign-up/subject.ts'
import { todayIn } from '../read.ts'

/** A coming moment of which some who signed up and left a contact do not know yet how it stands. */
export type UntoldMoment = { moment: Moment; title: string; people: number }

/** The moments of which somebody still has to hear: off, on again, moved, whatever change made it so (a closure, an undo). */
export async function untoldMoments(house: House, work: Work, board: Board): Promise<UntoldMoment[]> {
  const { stekId } = work.stek
  const zone = house.settings.timeZone
  const now = house.clock.now()
  return house.database.inStek(work.actor, stekId, async (tx) => {
    const contacts = (await contactsFrom(tx, stekId, todayIn(house))).filter(({ email, phone }) => email !== '' || phone !== '')
    const found: UntoldMoment[] = []
    for (const list of Map.groupBy(contacts, ({ slotId, onDate }) => `${slotId} ${onDate}`).values()) {
      const [first] = list
      if (!first) continue
      const slot = board.slots.find(({ slotId }) => slotId === first.slotId)
      const onBoard = slot && momentOf(slot, first.onDate, board.exceptions, board.closures, zone)
      // A moment that its slot no longer has is not on the board.
      const moment = onBoard ?? (await subjectOf(tx, stekId, first.slotId, first.onDate, zone))?.moment
      if (!moment || Temporal.Instant.compare(moment.endsAt, now) <= 0) continue
      const people = list.filter(({ knows }) => newsFor(knows, moment)).length
      const title = board.offers.find(({ offerId }) => offerId === moment.offerId)?.title ?? ''
      if (people > 0) found.push({ moment, title, people })
    }
    return found.sort((one, other) => Temporal.Instant.compare(one.moment.startsAt, other.moment.startsAt))
  })
}

/** Says of which moments people still have to hear, with the way to tell them; nothing when all know. */
export function Untold({ work, untold }: { work: Work; untold: readonly UntoldMoment[] }) {
  const { t, stek } = work
  if (untold.length === 0) return null
  return (
    <section class="warn">
      {untold.map(({ moment, title, people }) => (
        <p class="acts">
          <b>{t('desk.tell.needs', { count: people, title, date: saidIn('nl').long(moment.date) })}</b>
          <a class="act" href={signUpPaths.list(stek.slug, moment.slotId, moment.plannedDate)}>
            <Icon name="mail" />
            {t('desk.tell.go')}
            <span class="unseen">: {title}</span>
          </a>
        </p>
      ))}
    </section>
  )
}
