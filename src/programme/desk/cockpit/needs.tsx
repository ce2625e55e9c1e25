import type { Work } from '../../../place/person/at-work.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { Icon } from '../../../ui/icons.tsx'
import type { Offer } from '../../offer/offer.ts'
import { deskPaths } from '../paths.ts'
import type { ClashAhead } from './rules.ts'

/** The offers without a moment in the coming two weeks; nothing when there are none. */
export function Gaps({ work, gaps }: { work: Work; gaps: readonly Offer[] }) {
  const { t, stek } = work
  if (gaps.length === 0) return null
  return (
    <section class="warn">
      <p>
        <b>{t('desk.needs.gaps', { count: gaps.length })}</b>
      </p>
      <div class="acts">
        {gaps.map(({ offerId, title }) => (
          <a class="act" href={deskPaths.offer(stek.slug, offerId)}>
            <bdi>{title}</bdi>
          </a>
        ))}
      </div>
    </section>
  )
}

/** The rooms that are wanted twice in the coming two weeks; nothing when there are none. */
export function Clashes({ work, clashes }: { work: Work; clashes: readonly ClashAhead[] }) {
  if (clashes.length === 0) return null
  return (
    <section class="warn">
      {clashes.map(({ date, room, titles }) => (
        <p class="beside">
          <Icon name="alert-triangle" />
          {work.t('desk.needs.clash', { date: saidIn('nl').long(date), room, titles: saidIn('nl').list(titles) })}
        </p>
      ))}
    </section>
  )
}

/** The offers to be confirmed this week: one tap each, or one for all. */
export function Due({ work, due, sleutel, zone }: { work: Work; due: readonly Offer[]; sleutel: string; zone: string }) {
  const { t, stek, frame } = work
  if (due.length === 0) return null
  const action = deskPaths.confirm(stek.slug)
  const hidden = (
    <>
      <input type="hidden" name="_token" value={frame.token} />
      <input type="hidden" name="sleutel" value={sleutel} />
    </>
  )
  return (
    <div class="part" id="klopt-nog">
      <h3>{t('desk.needs.due', { count: due.length })}</h3>
      <ul class="todo">
        {due.map(({ offerId, title, confirmedAt }) => (
          <li>
            <span>
              <bdi>
                <b>{title}</b>
              </bdi>{' '}
              <span class="soft">
                {confirmedAt
                  ? t('desk.needs.lastConfirmed', {
                      date: saidIn('nl').longWithYear(confirmedAt.toZonedDateTimeISO(zone).toPlainDate().toString()),
                    })
                  : t('desk.needs.neverConfirmed')}
              </span>
            </span>
            <span class="acts">
              <form method="post" action={action}>
                {hidden}
                <button type="submit" class="act" name="offer" value={offerId}>
                  <Icon name="check" />
                  {t('desk.needs.stillRight')}
                  <span class="unseen">: {title}</span>
                </button>
              </form>
              <a class="act" href={deskPaths.offer(stek.slug, offerId)}>
                <Icon name="pencil" />
                {t('desk.offer.change')}
                <span class="unseen">: {title}</span>
              </a>
            </span>
          </li>
        ))}
      </ul>
      {due.length > 1 && (
        <form method="post" action={action}>
          {hidden}
          {due.map(({ offerId }) => (
            <input type="hidden" name="offer" value={offerId} />
          ))}
          <button type="submit" class="second">
            <Icon name="checks" />
            {t('desk.needs.allStillRight')}
          </button>
        </form>
      )}
    </div>
  )
}
