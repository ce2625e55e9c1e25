import type { Language } from '../../platform/i18n/languages.ts'
import { saidIn } from '../../platform/i18n/said.ts'
import { Icon } from '../../ui/icons.tsx'
import { inLanguage } from '../../ui/page.tsx'
import { tight } from '../../ui/styles.ts'
import type { T } from '../../ui/words.ts'
import type { BoardInWords } from '../board/board.ts'
import type { ShownMoment } from '../board/shown.ts'
import { priceSentence } from '../offer/price-words.ts'
import { paths } from '../paths.ts'
import { signUpPaths } from '../sign-up/paths.ts'
import type { Outing } from './outing.ts'

/** How an outing looks: one card that says it all, with two large buttons under it. */
export const outingCss = tight(`
.outing{background:var(--card);border:2px solid var(--ink);border-radius:var(--r);padding:1rem 1.25rem;display:grid;gap:.75rem}
.outing h2{display:flex;gap:.5rem;align-items:center}
.outing h2 svg{color:var(--c)}
.outing dl{display:grid;gap:.3rem 1rem;margin:0;grid-template-columns:minmax(7rem,auto) 1fr}
.outing dt{color:var(--soft)}.outing dd{margin:0;overflow-wrap:anywhere}
.outing .ways{display:flex;flex-wrap:wrap;gap:.75rem}
@media(max-width:30rem){.outing dl{grid-template-columns:1fr}.outing dd{margin-block-end:.5rem}}
`)

type Props = { t: T; language: Language }

/** What to know of an outing beside its price: bring, ride together, wheelchair, weather; as names and words. */
export function outingFacts({ t, language }: Props, outing: Outing): { name: string; words: string; typed: boolean }[] {
  const { whatToBring, seats, wheelchair, weatherDecidedBy } = outing
  const weather = weatherDecidedBy && t('outing.weatherBy', { time: saidIn(language).clock(weatherDecidedBy) })
  return [
    { name: t('joining.about.bring'), words: whatToBring, typed: true },
    { name: t('outing.together'), words: seats ? t('outing.seats', { count: seats }) : '', typed: false },
    { name: t('outing.wheelchair'), words: t(`outing.wheelchairs.${wheelchair}`), typed: false },
    { name: t('outing.weather'), words: weather || '', typed: false },
  ].filter(({ words }) => words !== '')
}

/** The card of an outing on the page of its offer: where and when, price and who carries the rest, how to come along. @source MEET-5 */
export function OutingCard(
  props: Props & { board: BoardInWords; offer: BoardInWords['offers'][number]; outing: Outing; next?: ShownMoment },
) {
  const { t, language, board, offer, outing, next } = props
  const words = saidIn(language)
  const stek = board.stek.slug
  const inDutch = language === 'nl' ? undefined : 'nl'
  const facts = [
    ...(outing.meetingPoint ? [{ name: t('joining.about.meetingPoint'), words: outing.meetingPoint, typed: true }] : []),
    ...(next
      ? [
          { name: t('outing.when'), words: `${words.long(next.moment.date)}, ${words.clock(next.moment.startTime)}`, typed: false },
          { name: t('outing.back'), words: t('outing.backAbout', { time: words.clock(next.moment.endTime) }), typed: false },
        ]
      : []),
    {
      name: t('joining.about.price'),
      words: [
        priceSentence(t, language, offer),
        offer.costCarrierId && t('programme.activity.carriedBy', { partner: board.partner(offer.costCarrierId).name }),
      ]
        .filter(Boolean)
        .join(' '),
      typed: false,
    },
    ...outingFacts(props, outing),
  ]
  return (
    <section class={`outing ${offer.functions[0] ?? 'meet'}`}>
      <h2>
        <Icon name="map-2" />
        {t('outing.title')}
      </h2>
      <dl>
        {facts.flatMap((fact) => [
          <dt>{fact.name}</dt>,
          <dd lang={fact.typed ? inDutch : undefined}>
            <bdi>{fact.words}</bdi>
          </dd>,
        ])}
      </dl>
      {next && (
        <p class="ways noprint">
          <a class="big" href={inLanguage(language, signUpPaths.join(stek, next.moment.slotId, next.moment.plannedDate))}>
            {t('joining.link')}
          </a>
          <a class="lift" href={inLanguage(language, paths.ride(stek, next.moment.slotId, next.moment.plannedDate))}>
            <Icon name="car" />
            {t('rides.needed')}
          </a>
        </p>
      )}
    </section>
  )
}

/** The line of an outing on the card of a moment: where people meet and at what time, and what the weather decides. */
export function OutingLine({ t, language, outing, startTime }: Props & { outing: Outing; startTime: string }) {
  const { clock } = saidIn(language)
  return (
    <>
      {outing.meetingPoint && <p>{t('outing.meetLine', { place: outing.meetingPoint, time: clock(startTime) })}</p>}
      {outing.weatherDecidedBy && <p>{t('outing.weatherBy', { time: clock(outing.weatherDecidedBy) })}</p>}
    </>
  )
}
