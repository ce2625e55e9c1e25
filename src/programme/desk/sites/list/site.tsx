import type { Room, Site } from '../../../../place/site/site.ts'
import type { Stek } from '../../../../place/stek/stek.ts'
import { saidIn } from '../../../../platform/i18n/said.ts'
import { Icon } from '../../../../ui/icons.tsx'
import type { T } from '../../../../ui/words.ts'
import { stepFreeWords, toiletWords } from '../../../board/access.ts'
import { deskPaths } from '../../paths.ts'
import { Act, Facts } from './parts.tsx'
import { gapsOfSite } from './rules.ts'

function SiteGaps({ t, site }: { t: T; site: Site }) {
  const gaps = gapsOfSite(site)
  if (gaps.length === 0) {
    return (
      <p class="soft note">
        <Icon name="check" />
        {t('places.site.complete')}
      </p>
    )
  }
  return <p class="mild">{t('places.site.gaps', { gaps: saidIn('nl').list(gaps.map((gap) => t(`places.site.gap.${gap}`))) })}</p>
}

/** One site: what visitors read about it, its rooms, and what they cannot read yet. @source MEET-1 */
export function OfSite({ t, stek, site, rooms }: { t: T; stek: Stek; site: Site; rooms: readonly Room[] }) {
  const own = rooms.filter(({ siteId }) => siteId === site.siteId)
  const address = [site.street, [site.postcode, site.town].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const access = [stepFreeWords(t, site), toiletWords(t, site)].filter(Boolean).join(' ')
  return (
    <li>
      <h3>
        <Icon name="map-pin" />
        <bdi>{site.name}</bdi>
      </h3>
      <Facts
        facts={[
          [t('places.site.fact.address'), address],
          [t('places.site.label.directions'), site.directions],
          [t('places.site.group.in'), access],
          [t('places.site.label.bus'), site.bus],
          [t('places.site.label.bike'), site.bike],
          [t('places.site.label.parking'), site.parking],
          [
            t('places.site.fact.rooms'),
            own.length > 0 && (
              <ul class="rooms">
                {own.map((room) => (
                  <li>
                    <a href={deskPaths.room(stek.slug, room.roomId)}>
                      <bdi>{room.name}</bdi>
                      <span class="unseen">: {t('places.act.change')}</span>
                    </a>
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
      <SiteGaps t={t} site={site} />
      <div class="acts">
        <Act href={deskPaths.site(stek.slug, site.siteId)} icon="pencil" words={t('places.act.change')} about={site.name} />
        <Act href={deskPaths.newRoom(stek.slug, site.siteId)} icon="plus" words={t('places.act.addRoom')} about={site.name} />
      </div>
    </li>
  )
}
