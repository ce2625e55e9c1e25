import type { Work } from '../../place/person/at-work.ts'
import type { House } from '../../platform/http/house.ts'
import { Icon } from '../../ui/icons.tsx'
import type { T } from '../../ui/words.ts'
import type { Moment } from '../moments/moment.ts'
import { type Reach, reachOf } from '../sign-up/news.ts'
import { signUpsFor } from '../sign-up/queries.ts'
import { tellMoment } from '../sign-up/telling.ts'

/** Who signed up for a moment and has to hear of a change, and what sends them the mails. */
export type Tells = { reach: Reach; tell(): Promise<unknown> }

/** The people to tell when a moment changes; undefined when nobody signed up. `hears` says who, by what they know. */
export async function tellsOf(
  house: House,
  work: Work,
  { slotId, plannedDate }: Moment,
  hears: (knows: string) => boolean = () => true,
): Promise<Tells | undefined> {
  const { stekId } = work.stek
  const people = await house.database.inStek(work.actor, stekId, (tx) => signUpsFor(tx, stekId, slotId, plannedDate))
  const reached = people.filter(({ knows }) => hears(knows))
  if (reached.length === 0) return undefined
  return { reach: reachOf(reached), tell: () => tellMoment(house, stekId, slotId, plannedDate) }
}

/** How many hear of it and how, with a tick that sends the mails together with the change. */
export function TellChoice({ t, reach }: { t: T; reach: Reach }) {
  const { mail, call, none } = reach
  return (
    <div class="plain tell">
      <p>
        <b>{t('desk.tell.title', { count: mail + call + none })}</b>
      </p>
      <ul>
        {mail > 0 && <li>{t('desk.tell.mail', { count: mail })}</li>}
        {call > 0 && <li>{t('desk.tell.call', { count: call })}</li>}
        {none > 0 && <li>{t('desk.tell.none', { count: none })}</li>}
      </ul>
      {mail > 0 && (
        <label class="pick">
          <input type="checkbox" name="verwittig" value="ja" checked />
          <Icon name="mail" />
          {t('desk.tell.now')}
        </label>
      )}
    </div>
  )
}
