import { saidIn } from '../../../../platform/i18n/said.ts'
import type { Moment } from '../../../../programme/moments/moment.ts'
import { shownCount } from '../../../../programme/tally/rules.ts'
import type { T } from '../../../../ui/words.ts'
import { tallyPaths } from '../paths.ts'

/** A moment in the list: what, where, and how many so far; `heads` is undefined when nobody counted yet. */
export type Countable = { moment: Moment; title: string; place: string; heads: number | undefined }

function One({ t, stek, one: { moment, title, place, heads } }: { t: T; stek: string; one: Countable }) {
  const hours = saidIn('nl').range(moment.startTime, moment.endTime)
  const words = (
    <span>
      <b>
        <bdi>{title}</bdi>
      </b>
      <bdi>
        {hours} · {place}
      </bdi>
    </span>
  )
  if (moment.cancellation)
    return (
      <div class="off">
        {words}
        <span class="so">{t('tally.cancelled')}</span>
      </div>
    )
  return (
    <a href={tallyPaths.moment(stek, moment.slotId, moment.plannedDate)} data-keep>
      {words}
      <span class="so">{heads === undefined ? t('tally.notYet') : t('tally.soFar', { number: shownCount(heads) })}</span>
    </a>
  )
}

/** The moments of one day to choose from. */
export function Day({ t, stek, title, moments }: { t: T; stek: string; title: string; moments: readonly Countable[] }) {
  if (moments.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul class="choose">
        {moments.map((one) => (
          <li>
            <One t={t} stek={stek} one={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}
