import { paths as placePaths } from '../../../place/paths.ts'
import { paths as programmePaths } from '../../../programme/paths.ts'
import { Icon } from '../../../ui/icons.tsx'
import { inLanguage } from '../../../ui/page.tsx'
import { rightsPaths } from '../rights/paths.ts'
import type { Speaking } from './card.tsx'
import { dialled } from './words.ts'

/** The two other ways to help, beside searching: the rights check, and somebody to talk to. @source REFER-2 */
export function OtherWays({ speaking: { t, language, stek } }: { speaking: Speaking }) {
  const link = (path: string) => inLanguage(language, path)
  const ways = [
    { href: rightsPaths.check(stek.slug), icon: 'scale', name: t('rights.link'), what: t('rights.linkText') },
    {
      href: programmePaths.programme(stek.slug, { functie: 'refer' }),
      icon: 'users',
      name: t('guide.other.talk'),
      what: t('guide.other.talkText'),
    },
  ]
  return (
    <section>
      <h2>{t('guide.other.title')}</h2>
      <ul class="doors two-lines">
        {ways.map(({ href, icon, name, what }) => (
          <li>
            <a href={link(href)}>
              <Icon name={icon} />
              <span>
                <b>{name}</b>
                <span>{what}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Under what was found: nobody has to find it alone. */
export function AskInStek({ speaking: { t, language, stek } }: { speaking: Speaking }) {
  return (
    <section class="plain">
      <p>{t('guide.results.notThis')}</p>
      <p class="turn">
        <a class="big" href={inLanguage(language, placePaths.stek(stek.slug))}>
          {t('guide.ask.stek', { stek: stek.name })}
        </a>
        {stek.phone && (
          <a href={dialled(stek.phone)}>
            {t('guide.ask.phone')} <bdi>{stek.phone}</bdi>
          </a>
        )}
        <a href={inLanguage(language, rightsPaths.check(stek.slug))}>{t('rights.link')}</a>
      </p>
    </section>
  )
}
