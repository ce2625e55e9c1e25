import type { Work } from '../../../../place/person/at-work.ts'
import { TextField } from '../../../../ui/fields.tsx'
import { Icon } from '../../../../ui/icons.tsx'
import type { FoundService } from '../guide.ts'
import type { Handover } from '../handover.ts'
import { handoverPaths } from '../paths.ts'
import { lastDayWords, whenWords } from '../words.ts'

type Props = {
  work: Work
  words: string
  found: readonly FoundService[]
  open: readonly Handover[]
  zone: string
  mayAsk: boolean
}

/** Those with a last answer first: they may ask something of somebody; each part as it came. */
const answeredFirst = (open: readonly Handover[]): readonly Handover[] => {
  const isAnswered = ({ outcome }: Handover) => outcome !== null && outcome !== 'not-yet'
  return [...open.filter(isAnswered), ...open.filter((handover) => !isAnswered(handover))]
}

/** Choose a service for a new slip; below it the slips that go on, without who they are for. */
export function ListPage({ work, words, found, open, zone, mayAsk }: Props) {
  const { t, stek } = work
  return (
    <>
      <h1>{t('handover-desk.title')}</h1>
      <section class="part">
        <h2>{t('handover-desk.choose.title')}</h2>
        <form method="get" action="/werk/overdracht" class="search">
          <input type="hidden" name="stek" value={stek.slug} />
          <TextField t={t} name="q" label={t('handover-desk.choose.search')} typed={{ q: words }} autoComplete="off" />
          <button type="submit" class="second">
            <Icon name="search" />
            {t('handover-desk.choose.send')}
          </button>
        </form>
        {found.length === 0 && <p>{t(words ? 'handover-desk.choose.nothing' : 'handover-desk.choose.empty')}</p>}
        <ul class="found">
          {found.map(({ serviceId, name, organisation }) => (
            <li>
              <a href={handoverPaths.make(stek.slug, serviceId)}>
                <b>{name}</b>
                <span class="soft">{organisation}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section class="part">
        <h2>{t('handover-desk.open.title')}</h2>
        <p class="soft">{t('handover-desk.open.text')}</p>
        {open.length === 0 && <p>{t('handover-desk.open.none')}</p>}
        <ul class="todo">
          {answeredFirst(open).map((handover) => (
            <li>
              <OpenOne work={work} handover={handover} zone={zone} />
            </li>
          ))}
        </ul>
        <p class="acts">
          <a class="act" href="/code">
            <Icon name="phone" />
            {t('handover-desk.open.phone')}
          </a>
          {mayAsk && (
            <a class="act" href={handoverPaths.doors(stek.slug)}>
              {t('handover-desk.doors.link')}
            </a>
          )}
        </p>
      </section>
    </>
  )
}

/** One slip that goes on: to where, when, what became of it. */
function OpenOne({ work, handover, zone }: { work: Work; handover: Handover; zone: string }) {
  const { t, stek, frame } = work
  const { service, outcome, barrier, message } = handover
  const away = (wat: 'alles' | 'bericht', words: string) => (
    <form method="post" action={handoverPaths.takeAway(stek.slug)}>
      <input type="hidden" name="_token" value={frame.token} />
      <input type="hidden" name="briefje" value={handover.handoverId} />
      <input type="hidden" name="wat" value={wat} />
      <button type="submit" class="act">
        {words}
      </button>
    </form>
  )
  return (
    <>
      <b>{service ? service.name : t('handover-desk.open.noService')}</b>
      <span>
        {whenWords(t, 'nl', handover)} · {t(`handover-desk.companion.${handover.companion}`)}
      </span>
      {service?.stopped && <span class="warn">{t('handover-desk.open.stopped')}</span>}
      <span>
        {outcome ? t(`handover-desk.outcome.${outcome}`) : t('handover-desk.outcome.none')}
        {barrier && `: ${t(`handover.barrier.${barrier}`)}`}
        {handover.passedTo && `: ${handover.passedTo}`}
      </span>
      {message && <span>{t(message.readAt ? 'handover-desk.open.messageRead' : 'handover-desk.open.messageWaits')}</span>}
      <span class="soft">{t('handover-desk.open.until', { day: lastDayWords('nl', handover.endsAt, zone) })}</span>
      <div class="acts">
        {outcome === 'no-help' &&
          (handover.keptAt ? (
            <span class="mild">{t('handover-desk.open.kept')}</span>
          ) : (
            <form method="post" action={handoverPaths.bounced(stek.slug)}>
              <input type="hidden" name="_token" value={frame.token} />
              <input type="hidden" name="briefje" value={handover.handoverId} />
              <button type="submit" class="act">
                <Icon name="speakerphone" />
                {t('handover-desk.open.keep')}
              </button>
            </form>
          ))}
      </div>
      <details>
        <summary>{t('handover-desk.open.erase')}</summary>
        <p class="soft">{t('handover-desk.open.eraseText')}</p>
        <p class="acts">
          {message && !message.readAt && away('bericht', t('handover-desk.open.takeMessage'))}
          {away('alles', t('handover-desk.open.takeAll'))}
        </p>
      </details>
    </>
  )
}
