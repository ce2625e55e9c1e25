import { paths as placePaths } from '../../place/paths.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { saidIn } from '../../platform/i18n/said.ts'
import { Icon } from '../../ui/icons.tsx'
import { type Document, inLanguage, publicPage } from '../../ui/page.tsx'
import { tight } from '../../ui/styles.ts'
import type { T, TextKey } from '../../ui/words.ts'
import type { BoardInWords } from '../board/board.ts'
import { eventOf, graphOf, organizationOf } from '../board/json-ld.ts'
import { comesBackFrom, rhythmSentences } from '../board/rhythm.ts'
import type { ShownDay, ShownMoment } from '../board/shown.ts'
import { tagCss, WhyNot } from '../moment-card/views.tsx'
import { functionPictograms } from '../offer/offer.ts'
import { priceSentence } from '../offer/price-words.ts'
import { OutingCard, outingCss } from '../outing/views.tsx'
import { paths } from '../paths.ts'
import { signUpPaths } from '../sign-up/paths.ts'

const activityCss = tight(`
.about{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr))}
.about section{background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:1rem 1.25rem;display:grid;gap:.3rem;align-content:start}
.about h2{font-size:1.2rem;display:flex;gap:.5rem;align-items:center}
.about h2 svg{color:var(--c)}
.kinds{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;padding:0;margin:.75rem 0 0}
.kinds li{display:inline-flex;gap:.4rem;align-items:center;background:var(--t);border-radius:99px;padding:.3rem .9rem;font-weight:600}
.kinds svg{color:var(--c)}
@media screen and (max-width:34rem){.about{background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:.25rem 1.1rem;gap:0}.about section{background:none;border:0;border-radius:0;padding:.7rem 0;gap:.1rem}.about section+section{border-block-start:1px solid var(--line)}.coming .date{min-inline-size:100%}}
.coming{list-style:none;margin:.75rem 0 0;padding:0;display:grid;gap:.5rem}
.coming li{display:flex;flex-wrap:wrap;gap:.1rem 1rem;align-items:baseline;background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:.75rem 1rem}
.coming .date{font-weight:700;min-inline-size:16rem}
.coming p{flex-basis:100%}
.lift{display:inline-flex;gap:.4rem;align-items:center;min-block-size:2.75rem;margin-inline-start:auto}

.coming .join{font-weight:700;min-block-size:2.75rem;display:inline-flex;align-items:center}
.off .date{text-decoration:line-through}
.said{white-space:pre-line;max-inline-size:42rem}
@media print{.about{display:block;columns:2;column-gap:8mm}.about h2{font-size:12pt;margin:0}.about section{border:0;padding:0;break-inside:avoid;margin-block-end:4mm}.lift,.join{display:none!important}.coming{columns:2;column-gap:8mm;display:block}.coming li{border:0;padding:.1rem 0;break-inside:avoid}.coming .date{min-inline-size:0}}
`)

/** Everything the page of one offer shows. */
export type ActivityProps = {
  t: T
  board: BoardInWords
  offer: BoardInWords['offers'][number]
  days: readonly ShownDay[]
  ended: boolean
  today: string
  baseUrl: string
}

/** One offer: what, when, where, for how much, whom you meet. */
export function activityPage(props: ActivityProps): Document {
  const { t, board, offer, days, baseUrl } = props
  const { stek, language } = board
  const outing = board.outings.find(({ offerId }) => offerId === offer.offerId)
  const next = days.flatMap(({ moments }) => moments).find((one) => one.state === 'coming' && !one.movedTo && !one.moment.cancellation)
  return publicPage({
    t,
    language,
    path: paths.activity(stek.slug, offer.slug),
    title: `${offer.title} · ${stek.name}`,
    description: offer.summary || undefined,
    css: tagCss + activityCss + (outing ? outingCss : ''),
    baseUrl,
    jsonLd: graphOf(
      organizationOf(board, baseUrl),
      ...days.flatMap(({ moments }) => moments.filter(({ movedTo }) => !movedTo).map((one) => eventOf(board, one, baseUrl))).slice(0, 12),
    ),
    links: [
      { href: inLanguage(language, placePaths.stek(stek.slug)), words: stek.name },
      {
        href: inLanguage(language, paths.feed(stek.slug, { activiteit: offer.slug })),
        words: t('programme.activity.calendar'),
        icon: 'calendar',
      },
    ],
    head: (
      <>
        <p>
          <a href={inLanguage(language, placePaths.stek(stek.slug))}>
            <bdi>{stek.name}</bdi>
          </a>
        </p>
        <h1>
          <bdi>{offer.title}</bdi>
        </h1>
        <ul class="kinds">
          {offer.functions.map((code) => (
            <li class={code}>
              <Icon name={functionPictograms[code]} />
              {t(`programme.functions.${code}.name`)}
            </li>
          ))}
        </ul>
      </>
    ),
    children: (
      <>
        {(offer.summary || offer.description) && (
          <div class="said" dir="auto">
            {[offer.summary, offer.description].filter(Boolean).join('\n\n')}
          </div>
        )}
        {outing && <OutingCard t={t} language={language} board={board} offer={offer} outing={outing} next={next} />}
        <Facts {...props} isOuting={outing !== undefined} />
        <section>
          <h2>{t('programme.activity.nextMoments')}</h2>
          {props.ended && <p class="plain">{t('programme.activity.ended')}</p>}
          {!props.ended && days.length === 0 && <p class="plain">{t('programme.activity.noMoments')}</p>}
          <ul class="coming">
            {days.flatMap(({ moments }) =>
              moments.map((shown) => (
                <Coming t={t} language={language} stek={stek.slug} shown={shown} manySites={board.sites.length > 1} />
              )),
            )}
          </ul>
        </section>
      </>
    ),
  })
}

type ComingProps = { t: T; language: Language; stek: string; shown: ShownMoment; manySites: boolean }

function Coming({ t, language, stek, shown, manySites }: ComingProps) {
  const { moment, offer, site, state, movedTo } = shown
  const words = saidIn(language)
  const off = moment.cancellation !== null || movedTo !== undefined
  return (
    <li class={off ? 'off' : undefined}>
      <span class="date">{words.long(movedTo ? moment.plannedDate : moment.date)}</span>{' '}
      <span class="time">{words.range(moment.startTime, moment.endTime)}</span>
      {state === 'now' && <span class="tag now">{t('programme.moment.now')}</span>}
      {!off && (manySites || moment.changes.includes('place')) && <span>{site.name}</span>}
      {!off && state === 'coming' && offer.takingPart === 'sign-up' && (
        <a class="join" href={inLanguage(language, signUpPaths.join(stek, moment.slotId, moment.plannedDate))}>
          {t('joining.link')}
        </a>
      )}
      {off && <WhyNot t={t} language={language} shown={shown} />}
      {!off && state === 'coming' && (
        <a class="lift" href={inLanguage(language, paths.ride(stek, moment.slotId, moment.plannedDate))}>
          <Icon name="car" />
          {t('rides.needed')}
        </a>
      )}
    </li>
  )
}

function Fact({ icon, title, children }: { icon: string; title: string; children: preact.ComponentChildren }) {
  return (
    <section>
      <h2>
        <Icon name={icon} />
        {title}
      </h2>
      {children}
    </section>
  )
}

function Facts({ t, board, offer, today, isOuting }: ActivityProps & { isOuting: boolean }) {
  const { language, stek } = board
  const words = saidIn(language)
  const site = board.site(offer.siteId)
  const partner = board.partner(offer.partnerId)
  const slots = board.slots.filter((slot) => slot.offerId === offer.offerId && comesBackFrom(slot, today))
  return (
    <div class={`about ${offer.functions[0] ?? 'meet'}`}>
      {slots.length > 0 && (
        <Fact icon="clock" title={t('programme.activity.when')}>
          {slots.map((slot) => (
            <p>{rhythmSentences(t, language, slot, today)}</p>
          ))}
        </Fact>
      )}
      <Fact icon="map-pin" title={t('programme.activity.where')}>
        <p dir="auto">{[site.name, site.street, site.town].filter(Boolean).join(', ')}</p>
        {site.directions && (
          <p class="soft" dir="auto">
            {site.directions}
          </p>
        )}
        {site.bus && (
          <p class="soft" dir="auto">
            {site.bus}
          </p>
        )}
      </Fact>
      {!isOuting && (
        <Fact icon="coin-euro" title={t('programme.activity.price')}>
          <p>{priceSentence(t, language, offer)}</p>
          {offer.costCarrierId && (
            <p class="soft">{t('programme.activity.carriedBy', { partner: board.partner(offer.costCarrierId).name })}</p>
          )}
        </Fact>
      )}
      <Fact icon="door-enter" title={t('programme.activity.takingPart')}>
        <p>{t(offer.takingPart === 'walk-in' ? 'programme.activity.walkIn' : 'programme.activity.signUp')}</p>
      </Fact>
      {(offer.whoYouMeet || offer.professionalsOnly || offer.confidential) && (
        <Fact icon="users" title={t('programme.activity.who')}>
          {offer.whoYouMeet && <p dir="auto">{offer.whoYouMeet}</p>}
          {offer.professionalsOnly && <p class="soft">{t('programme.activity.professionals')}</p>}
          {offer.confidential && <p class="soft">{t('programme.activity.confidential')}</p>}
        </Fact>
      )}
      <Fact icon="heart-handshake" title={t('programme.activity.by')}>
        <p>
          <a href={inLanguage(language, placePaths.partner(stek.slug, partner.slug))}>
            <bdi>{partner.name}</bdi>
          </a>
        </p>
      </Fact>
      <Fact icon="language" title={t('programme.activity.languages')}>
        <p>{words.list(offer.spokenLanguages.map((code) => t(`programme.spoken.${code}` as TextKey)))}</p>
      </Fact>
      <Fact icon="friends" title={t('programme.activity.audience')}>
        <p>{t(`programme.audience.${offer.audience}` as TextKey)}</p>
      </Fact>
      {offer.themes.length > 0 && (
        <Fact icon="message-2" title={t('programme.activity.themes')}>
          {offer.themes.map((theme) => (
            <p>{t(`programme.themes.${theme}` as TextKey)}</p>
          ))}
        </Fact>
      )}
    </div>
  )
}
