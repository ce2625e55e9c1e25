import { paths as placePaths } from '../../../../place/paths.ts'
import type { Language } from '../../../../platform/i18n/languages.ts'
import { saidIn } from '../../../../platform/i18n/said.ts'
import { boardForPage } from '../../../../programme/board/board.ts'
import { paths } from '../../../../programme/paths.ts'
import { asDutch } from '../../../../ui/dutch.ts'
import { ErrorSummary, Form, type Refusals, type Typed } from '../../../../ui/fields.tsx'
import { Icon } from '../../../../ui/icons.tsx'
import { type Document, inLanguage, publicPage } from '../../../../ui/page.tsx'
import { formCss } from '../../../../ui/styles.ts'
import type { T } from '../../../../ui/words.ts'
import { rideCss } from '../look.ts'
import { placesToLeave, type RideMoment, type RideState } from '../moment.ts'
import { callHref } from '../words.ts'
import { AskFields } from './fields.tsx'

type Props = { t: T; language: Language; ride: RideMoment; state: RideState }

/** The frame of the pages about a ride: what it goes to, when and where, and other ways to come. */
function page({ t, language, ride, state }: Props, title: string, children: preact.ComponentChildren): Document {
  const { stek, moment, board } = ride
  const words = saidIn(language)
  const read = boardForPage(board, language)
  const offer = read.offer(moment.offerId)
  return publicPage({
    t,
    language,
    title: `${title} · ${stek.name}`,
    path: paths.ride(stek.slug, moment.slotId, moment.plannedDate),
    css: formCss + rideCss,
    noIndex: true,
    links: [{ href: inLanguage(language, placePaths.stek(stek.slug)), words: read.stek.name }],
    head: (
      <>
        <p>
          <a href={inLanguage(language, paths.activity(stek.slug, offer.slug))}>
            <bdi>{offer.title}</bdi>
          </a>
        </p>
        <h1>{title}</h1>
        <p>
          {t('rides.when', { date: words.longWithYear(moment.date), time: words.range(moment.startTime, moment.endTime) })}{' '}
          <bdi>{read.site(moment.siteId).name}</bdi>
        </p>
      </>
    ),
    children: (
      <>
        {state !== 'open' && <p class="errors">{state === 'cancelled' ? t('rides.cancelled') : t('rides.over')}</p>}
        {children}
        <LessMobile t={t} guide={inLanguage(language, `${placePaths.guide(stek.slug)}?q=minder+mobielen+centrale`)} />
      </>
    ),
  })
}

function Call({ t, phone }: { t: T; phone: string | null }) {
  if (!phone) return <p>{t('rides.askThere')}</p>
  return (
    <>
      <p>{t('rides.call')}</p>
      <p>
        <a class="call" href={callHref(phone)}>
          <Icon name="phone" />
          <bdi>{phone}</bdi>
        </a>
      </p>
    </>
  )
}

/** The other way to get somewhere for who moves with difficulty; facts with the date on which they were read, and where the guide tells more. */
function LessMobile({ t, guide }: { t: T; guide: string }) {
  return (
    <section class="aside" aria-labelledby="mmc">
      <h2 id="mmc">{t('rides.mmc.title')}</h2>
      <p>{t('rides.mmc.what')}</p>
      <p>
        <b>{t('rides.mmc.ahead')}</b>
      </p>
      <p>{t('rides.mmc.who')}</p>
      <p>{t('rides.mmc.cost')}</p>
      <p>
        <a href={guide}>{t('rides.mmc.more')}</a>
      </p>
      <p class="hint">{t('rides.mmc.checked')}</p>
    </section>
  )
}

/** The form for a visitor, or the number to call when rides are not asked here. */
export function askPage(props: Props & { token: string; typed: Typed; refusals: Refusals }): Document {
  const { t, language, ride, state, token, typed, refusals } = props
  const { stek, moment } = ride
  const places = placesToLeave(ride.places)
  if (state !== 'open' || places.length === 0)
    return page(props, t('rides.title'), state === 'open' ? <Call t={t} phone={stek.phone} /> : null)
  return page(
    props,
    t('rides.title'),
    <>
      <p>{t('rides.intro')}</p>
      <ErrorSummary refusals={refusals} t={t} />
      <Form token={token} action={inLanguage(language, paths.ride(stek.slug, moment.slotId, moment.plannedDate))}>
        <AskFields
          t={t}
          typed={typed}
          refusals={refusals}
          places={places.map((place) => ({ ...place, name: asDutch(language, place.name) }))}
        />
        <p class="hint">{t('rides.kept')}</p>
        <button type="submit" class="big wide">
          <Icon name="car" />
          {t('rides.send')}
        </button>
      </Form>
      <Call t={t} phone={stek.phone} />
    </>,
  )
}

/** What a visitor reads, and can be read aloud, after asking. */
export const askedPage = (props: Props): Document =>
  page(
    props,
    props.t('rides.done.title'),
    <>
      <p class="yes" role="status">
        {props.t('rides.done.text')}
      </p>
      <p>{props.t('rides.done.next')}</p>
      <p>{props.t('rides.done.change')}</p>
      <Call t={props.t} phone={props.ride.stek.phone} />
    </>,
  )
