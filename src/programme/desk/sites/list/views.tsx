import type { Partner } from '../../../../place/partner/partner.ts'
import type { Room, Site } from '../../../../place/site/site.ts'
import type { Stek } from '../../../../place/stek/stek.ts'
import { saidIn } from '../../../../platform/i18n/said.ts'
import { Icon } from '../../../../ui/icons.tsx'
import { tight } from '../../../../ui/styles.ts'
import type { T } from '../../../../ui/words.ts'
import { deskPaths } from '../../paths.ts'
import { Act, Facts } from './parts.tsx'
import { gapsOfPartner } from './rules.ts'
import { OfSite } from './site.tsx'

/** What the list of places adds to the looks of the desk. */
export const placesCss = tight(`
.todo h3{display:flex;gap:.6rem;align-items:center;overflow-wrap:anywhere}
.todo .facts{grid-template-columns:minmax(7rem,10rem) 1fr}
.partner>div{display:grid;gap:.3rem;min-inline-size:0}
.partner>.act{justify-self:start}
@media(min-width:40rem){.todo>.partner{grid-template-columns:1fr auto;align-items:center}.partner>.mild{grid-column:1/-1}}
.rooms{list-style:none;margin:-.5rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:0 1.25rem}
.rooms a{display:inline-block;padding-block:.5rem}
@media(max-width:30rem){.todo .facts{grid-template-columns:1fr}}
`)

type Props = { t: T; stek: Stek; sites: readonly Site[]; rooms: readonly Room[]; partners: readonly Partner[] }

function OfStek({ t, stek }: Props) {
  return (
    <section class="part" aria-labelledby="stek">
      <h2 id="stek">{t('places.stek.title')}</h2>
      <div class="plain part">
        <Facts
          facts={[
            [t('places.stek.label.name'), stek.name],
            [t('places.stek.label.welcome'), stek.welcome],
            [t('places.stek.label.phone'), stek.phone && <bdi>{stek.phone}</bdi>],
            [t('places.stek.label.priceLimit'), saidIn('nl').money(stek.priceLimitInCents)],
          ]}
        />
        <div class="acts">
          <Act href={deskPaths.ofStek(stek.slug)} icon="pencil" words={t('places.act.change')} about={stek.name} />
        </div>
      </div>
    </section>
  )
}

const firstSentence = (text: string): string => /^.*?[.!?؟](?=\s|$)/s.exec(text)?.[0] ?? text

function OfPartner({ t, stek, partner }: Props & { partner: Partner }) {
  const gaps = gapsOfPartner(partner)
  return (
    <li class="partner">
      <div>
        <h3>
          <Icon name={partner.pictogram} />
          <bdi>{partner.name}</bdi>
        </h3>
        <p class="soft" dir="auto">
          {firstSentence(partner.what)}
        </p>
      </div>
      <Act href={deskPaths.partner(stek.slug, partner.partnerId)} icon="pencil" words={t('places.act.change')} about={partner.name} />
      {gaps.length > 0 && (
        <p class="mild">{t('places.partner.gaps', { gaps: saidIn('nl').list(gaps.map((gap) => t(`places.partner.gap.${gap}`))) })}</p>
      )}
    </li>
  )
}

/** The stek, its sites with their rooms, and its partners; what visitors cannot read yet is said with each. */
export function Places(props: Props) {
  const { t, stek, sites, partners } = props
  return (
    <>
      <OfStek {...props} />
      <section class="part" aria-labelledby="sites">
        <h2 id="sites">{t('places.site.title')}</h2>
        {sites.length === 0 && <p class="soft">{t('places.site.none')}</p>}
        <ul class="todo">
          {sites.map((site) => (
            <OfSite t={t} stek={stek} site={site} rooms={props.rooms} />
          ))}
        </ul>
        <div class="acts">
          <Act href={deskPaths.newSite(stek.slug)} icon="plus" words={t('places.act.addSite')} />
        </div>
      </section>
      <section class="part" aria-labelledby="partners">
        <h2 id="partners">{t('places.partner.title')}</h2>
        {partners.length === 0 && <p class="soft">{t('places.partner.none')}</p>}
        <ul class="todo">
          {partners.map((partner) => (
            <OfPartner {...props} partner={partner} />
          ))}
        </ul>
        <div class="acts">
          <Act href={deskPaths.newPartner(stek.slug)} icon="plus" words={t('places.act.addPartner')} />
        </div>
      </section>
    </>
  )
}
