import { paths as placePaths } from '../../place/paths.ts'
import type { Stek } from '../../place/stek/stek.ts'
import { translated } from '../../place/translated.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { asDutch } from '../../ui/dutch.ts'
import { Icon } from '../../ui/icons.tsx'
import { type Document, inLanguage, publicPage } from '../../ui/page.tsx'
import { tight } from '../../ui/styles.ts'
import type { T } from '../../ui/words.ts'
import { paths } from '../paths.ts'

const frontCss = tight(`
.steks{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));list-style:none;margin:1rem 0 0;padding:0}
.steks a{display:grid;grid-template-columns:auto 1fr;gap:.2rem 1rem;align-items:center;background:var(--sun);color:var(--on-sun);border-radius:var(--r);padding:1.35rem;text-decoration:none;min-block-size:7rem}
.steks a:hover b{text-decoration:underline}
.steks svg{inline-size:3rem;block-size:3rem;grid-row:span 2}
.steks b{font:700 1.6rem/1.2 ui-serif,Georgia,"Noto Serif",serif;align-self:end}
.steks span{align-self:start}
`)

/** The first page: choose your stek. */
export function frontPage(t: T, language: Language, steks: readonly Stek[], baseUrl: string): Document {
  return publicPage({
    t,
    language,
    path: '/',
    title: t('programme.front.title'),
    description: t('programme.front.welcome'),
    css: frontCss,
    baseUrl,
    head: (
      <>
        <h1>{t('programme.front.title')}</h1>
        <p class="soft">{t('programme.front.welcome')}</p>
      </>
    ),
    children: (
      <>
        <section>
          <h2>{t('programme.front.choose')}</h2>
          {steks.length === 0 && <p>{t('programme.front.empty')}</p>}
          <ul class="steks">
            {steks.map((stek) => (
              <li>
                <a href={inLanguage(language, placePaths.stek(stek.slug))}>
                  <Icon name="map-pin" />
                  <b>{asDutch(language, stek.municipality)}</b>
                  <span>{translated(stek, language, 'welcome', ['name']).name}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
        <p class="plain">{t('programme.front.free')}</p>
        <p class="plain">
          <a href={inLanguage(language, paths.rights())}>{t('rights.link')}</a>. {t('rights.linkText')}.
        </p>
      </>
    ),
  })
}
