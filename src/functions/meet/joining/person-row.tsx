import type { SignUp } from '../../../programme/sign-up/queries.ts'
import type { Subject } from '../../../programme/sign-up/subject.ts'
import type { Refusals, Typed } from '../../../ui/fields.tsx'
import type { T } from '../../../ui/words.ts'

/** What the list of one moment shows. */
export type ListProps = {
  t: T
  token: string
  subject: Subject
  people: readonly SignUp[]
  /** The code of who was just put down, to say and to write on a card. */
  code: { signUpId: string; words: string } | undefined
  typed: Typed
  refusals: Refusals
  gentle: boolean
  /** Rides whose people do not know yet how the moment stands; for who arranges them. */
  rides: number
  now: Temporal.Instant
  zone: string
}

/** One row of the list; with `call`, a number to call and the tick that it was done. */
export function Person({ t, token, one, zone, call = false }: ListProps & { one: SignUp; call?: boolean }) {
  const at = one.toldAt?.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' }).replace(':', '.')
  return (
    <li>
      <b>
        <bdi>{one.name || t('joining-desk.list.erased')}</bdi>
      </b>
      {one.people > 1 && <span>{t('joining-desk.list.people', { count: one.people })}</span>}
      {one.byDesk && <span class="soft">{t('joining-desk.list.byDesk')}</span>}
      {call && <a href={`tel:${one.phone.replace(/[^+\d]/g, '')}`}>{one.phone}</a>}
      {call && at && <span class="soft">{t('joining-desk.list.calledAt', { time: at })}</span>}
      <form method="post" class="noprint">
        <input type="hidden" name="_token" value={token} />
        <input type="hidden" name="wie" value={one.signUpId} />
        <button type="submit" class="act" name="doe" value={call ? 'gebeld' : 'weg'}>
          {t(call ? 'joining-desk.list.called' : 'joining-desk.list.remove')}
          <span class="unseen"> {one.name}</span>
        </button>
      </form>
    </li>
  )
}
