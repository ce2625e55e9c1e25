import { paths as placePaths } from '../../../place/paths.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { Around } from '../../../ui/around.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { inLanguage } from '../../../ui/page.tsx'
import type { Speaking } from './card.tsx'
import { Part } from './part.tsx'
import type { Service } from './service.ts'
import { dialled, dutchUnlessSaid, inWords, languageName } from './words.ts'

/** A service to show, and how it is spoken of. */
export type OfService = { speaking: Speaking; service: Service }

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** How one gets in touch: telephone first; when nobody knows a way, that one can look it up together. @source REFER-2 */
export function Contact({ speaking: { t, language, stek }, service }: OfService) {
  const said = inWords(service, language)
  const { giver } = said
  const phone = said.phone ?? giver.phone
  const email = said.email ?? giver.email
  const website = said.website ?? giver.website
  const ways = said.ways.map((way) => t(`guide.ways.${way}`))
  const isReached = phone || email || website || said.howToReach || said.places.length > 0
  return (
    <Part icon="phone" title={t('guide.service.reach')}>
      {phone && (
        <p>
          <a class="big" href={dialled(phone)}>
            <Icon name="phone" />
            <bdi>{phone}</bdi>
          </a>
        </p>
      )}
      {ways.length > 0 && <p>{capital(saidIn(language).list(ways))}</p>}
      {said.howToReach && (
        <p class="said" {...dutchUnlessSaid(service, language, 'how_to_reach')}>
          {said.howToReach}
        </p>
      )}
      {said.askFor && (
        <p>
          <Around say={(who) => t('guide.service.askFor', { who })}>
            <bdi {...dutchUnlessSaid(service, language, 'ask_for')}>{said.askFor}</bdi>
          </Around>
        </p>
      )}
      {!isReached && <p>{t('guide.service.noWay')}</p>}
      {email && (
        <p>
          <a href={`mailto:${email}`}>
            <bdi>{email}</bdi>
          </a>
        </p>
      )}
      {website && (
        <p>
          <a href={website} rel="noreferrer">
            {t('guide.service.website')}
          </a>
          <span class="onpaper">
            {' '}
            <bdi>{website.replace(/^https?:\/\//, '')}</bdi>
          </span>
        </p>
      )}
      <p>{t('guide.spoken', { languages: saidIn(language).list(said.languages.map((code) => languageName(code, language))) })}</p>
      {giver.partnerSlug && (
        <p class="noprint">
          <a href={inLanguage(language, placePaths.partner(stek.slug, giver.partnerSlug))}>{t('guide.service.partner')}</a>
        </p>
      )}
    </Part>
  )
}
