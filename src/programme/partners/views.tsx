import { paths as placePaths } from '../../place/paths.ts'
import { Icon } from '../../ui/icons.tsx'
import { type Document, inLanguage, publicPage } from '../../ui/page.tsx'
import { tight } from '../../ui/styles.ts'
import type { T } from '../../ui/words.ts'
import type { BoardInWords } from '../board/board.ts'
import { comesBackFrom, rhythmSentences } from '../board/rhythm.ts'
import { functionPictograms } from '../offer/offer.ts'
import { paths } from '../paths.ts'

const partnersCss = tight(`
.list{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));list-style:none;margin:0;padding:0}
.list>li{background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:1rem 1.25rem;display:grid;grid-template-columns:auto 1fr;gap:.2rem .9rem;align-content:start}
.list svg{inline-size:2.4rem;block-size:2.4rem;grid-row:span 3}
.list h2,.list h3{font-size:1.25rem}
.list a{display:inline-block;padding-block:.15rem}
.list svg{color:var(--c,var(--soft))}
.said{white-space:pre-line;max-inline-size:42rem}
.reach{display:grid;gap:.3rem}
`)

type Props = { t: T; board: BoardInWords; baseUrl: string }
type Partner = BoardInWords['partners'][number]

const offersOfPartner = (board: BoardInWords, partner: Partner) => board.offers.filter(({ partnerId }) => partnerId === partner.partnerId)

/** Who makes the stek. @source ACCESSIBLE-3 */
export function partnersPage({ t, board, baseUrl }: Props): Document {
  const { stek, language } = board
  return publicPage({
    t,
    language,
    path: placePaths.partners(stek.slug),
    title: t('programme.partners.title', { stek: stek.name }),
    css: partnersCss,
    baseUrl,
    links: [{ href: inLanguage(language, placePaths.stek(stek.slug)), words: stek.name }],
    head: (
      <>
        <p>
          <a href={inLanguage(language, placePaths.stek(stek.slug))}>
            <bdi>{stek.name}</bdi>
          </a>
        </p>
        <h1>{t('programme.partners.title', { stek: stek.name })}</h1>
        <p class="soft">{t('programme.partners.intro')}</p>
      </>
    ),
    children: (
      <ul class="list">
        {board.partners.map((partner) => (
          <li>
            <Icon name={partner.pictogram} />
            <h2>
              <a href={inLanguage(language, placePaths.partner(stek.slug, partner.slug))}>
                <bdi>{partner.name}</bdi>
              </a>
            </h2>
            <p dir="auto">{firstSentence(partner.what)}</p>
            <p class="soft">
              {offersOfPartner(board, partner).map(({ title }, at) => (
                <>
                  {at > 0 && ' · '}
                  <bdi>{title}</bdi>
                </>
              ))}
            </p>
          </li>
        ))}
      </ul>
    ),
  })
}

const firstSentence = (text: string): string => /^.*?[.!?؟](?=\s|$)/s.exec(text)?.[0] ?? text

/** One partner: what it does here and how to reach it. */
export function partnerPage({ t, board, partner, today, baseUrl }: Props & { partner: Partner; today: string }): Document {
  const { stek, language } = board
  const offers = offersOfPartner(board, partner)
  return publicPage({
    t,
    language,
    path: placePaths.partner(stek.slug, partner.slug),
    title: `${partner.name} · ${stek.name}`,
    css: partnersCss,
    baseUrl,
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'Organization',
      name: partner.name,
      ...(partner.website ? { url: partner.website } : {}),
    },
    links: [
      { href: inLanguage(language, placePaths.partners(stek.slug)), words: t('programme.partners.back') },
      { href: inLanguage(language, placePaths.guideOfPartner(stek.slug, partner.slug)), words: t('guide.title'), icon: 'search' },
      {
        href: inLanguage(language, paths.feed(stek.slug, { partner: partner.slug })),
        words: t('programme.activity.calendar'),
        icon: 'calendar',
      },
    ],
    head: (
      <>
        <p>
          <a href={inLanguage(language, placePaths.partners(stek.slug))}>{t('programme.partners.back')}</a>
        </p>
        <h1>
          <bdi>{partner.name}</bdi>
        </h1>
      </>
    ),
    children: (
      <>
        {partner.what && (
          <p class="said" dir="auto">
            {partner.what}
          </p>
        )}
        <section>
          <h2>{t('programme.partners.offers')}</h2>
          {offers.length === 0 && <p class="soft">{t('programme.partners.noOffers')}</p>}
          <ul class="list">
            {offers.map((offer) => (
              <li class={offer.functions[0]}>
                <Icon name={offer.pictogram} fallback={functionPictograms[offer.functions[0] ?? 'meet']} />
                <h3>
                  <a href={inLanguage(language, paths.activity(stek.slug, offer.slug))}>
                    <bdi>{offer.title}</bdi>
                  </a>
                </h3>
                {board.slots

                  .filter((slot) => slot.offerId === offer.offerId && comesBackFrom(slot, today))
                  .map((slot) => (
                    <p>{rhythmSentences(t, language, slot, today)}</p>
                  ))}
                <p class="soft" dir="auto">
                  {offer.summary}
                </p>
              </li>
            ))}
          </ul>
        </section>
        <Reach t={t} partner={partner} />
      </>
    ),
  })
}

function Reach({ t, partner }: { t: T; partner: Partner }) {
  if (!partner.howToReach && !partner.website && !partner.phone && !partner.email) return null
  return (
    <section class="reach">
      <h2>{t('programme.partners.reach')}</h2>
      {partner.howToReach && <p dir="auto">{partner.howToReach}</p>}
      {partner.phone && (
        <p>
          <a href={`tel:${partner.phone.replace(/[^+\d]/g, '')}`}>
            <bdi>{partner.phone}</bdi>
          </a>
        </p>
      )}
      {partner.email && (
        <p>
          <a href={`mailto:${partner.email}`}>
            <bdi>{partner.email}</bdi>
          </a>
        </p>
      )}
      {partner.website && (
        <p>
          <a href={partner.website} rel="noreferrer">
            {t('programme.partners.website')}
          </a>
        </p>
      )}
    </section>
  )
}
