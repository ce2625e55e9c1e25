import { inLanguage } from '../../../ui/page.tsx'
import { referPaths } from '../paths.ts'
import { CallInstead } from './calls.tsx'
import { ServiceCard, type Speaking } from './card.tsx'
import type { Asked } from './form.ts'
import type { Service } from './service.ts'
import { inWords } from './words.ts'

/** When nothing was found, or nothing was understood: whom one can ask anything, and where to look further. */
export function Nothing({
  speaking,
  asked,
  empty,
  broad,
}: {
  speaking: Speaking
  asked: Asked
  empty: boolean
  broad: readonly Service[]
}) {
  const { t } = speaking
  const narrowed = Boolean(asked.thema || asked.taal || asked.open || asked.bus)
  // What was narrowed down stays so: desks that do not fit are links, not results.
  const asCards = empty && !narrowed
  return (
    <>
      {empty && (
        <section>
          <h2>{t('guide.nothing.title')}</h2>
          <p>{t(narrowed ? 'guide.nothing.narrow' : 'guide.nothing.text')}</p>
        </section>
      )}
      {broad.length > 0 && (
        <section>
          <h2>{t('guide.nothing.broad')}</h2>
          <ul class={asCards ? 'found' : 'plainlist'}>
            {broad.map((service) =>
              asCards ? <ServiceCard speaking={speaking} service={service} /> : <BroadLink speaking={speaking} service={service} />,
            )}
          </ul>
        </section>
      )}
      <CallInstead speaking={speaking} />
      <section>
        <h2>{t('guide.nothing.elsewhere')}</h2>
        <ul class="plainlist">
          <li>
            <a href="https://www.rechtenverkenner.be" rel="noreferrer">
              {t('guide.elsewhere.rights')}
            </a>
          </li>
          <li>
            <a href="https://www.desocialekaart.be" rel="noreferrer">
              {t('guide.elsewhere.map')}
            </a>
          </li>
        </ul>
      </section>
    </>
  )
}

function BroadLink({ speaking: { language, stek }, service }: { speaking: Speaking; service: Service }) {
  return (
    <li>
      <a href={inLanguage(language, referPaths.service(stek.slug, service.slug))}>
        <bdi>{inWords(service, language).name}</bdi>
      </a>
    </li>
  )
}
