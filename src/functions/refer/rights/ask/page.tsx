import type { Language } from '../../../../platform/i18n/languages.ts'
import { asDutch } from '../../../../ui/dutch.ts'
import { Icon } from '../../../../ui/icons.tsx'
import { type Document, inLanguage, publicPage } from '../../../../ui/page.tsx'
import type { T } from '../../../../ui/words.ts'
import { rightsPaths } from '../paths.ts'
import type { InForce } from '../shelf-now.ts'
import { Check } from './check-view.tsx'
import { checkCss } from './look.ts'
import type { Shown } from './move.ts'
import { type Look, pictograms } from './parts.tsx'

/** What the island is called in an address. */
export const CHECK_SCRIPT = '/assets/rechten.js'

type Asked = { t: T; language: Language; inForce: InForce; shown: Shown; stek: Look['stek']; baseUrl?: string }

/** The page of the check: what it is and what it keeps (nothing) on top, then the question or the result. */
export function checkPage({ t, language, inForce, shown, stek, baseUrl }: Asked): Document {
  const action = inLanguage(language, rightsPaths.check())
  const prefix = language === 'nl' ? '' : `/${language}`
  const look: Look = { t, compiled: inForce.compiled, sayings: inForce.sayings(language), shown, action, prefix, stek, Icon }
  return publicPage({
    t,
    language,
    path: rightsPaths.check(stek?.slug),
    title: t('rights.title'),
    description: t('rights.intro'),
    css: checkCss,
    ...(baseUrl ? { baseUrl } : {}),
    noIndex: baseUrl === undefined,
    scripts: [CHECK_SCRIPT],
    links: stek ? [{ href: inLanguage(language, `/${stek.slug}`), words: asDutch(language, stek.name) }] : [],
    head: (
      <>
        <h1>{t('rights.title')}</h1>
        <div class="kept lead">
          {shown.answers.length === 0 && <p class="noprint">{t('rights.intro')}</p>}
          <p class="soft">
            {t('rights.kept')}{' '}
            <span data-script hidden>
              {t('rights.keptScript')}
            </span>
          </p>
        </div>
      </>
    ),
    children: (
      <>
        <div
          id="check"
          data-book={inLanguage(language, rightsPaths.book())}
          data-action={action}
          data-prefix={prefix}
          data-stek={stek?.slug}
          data-place={stek?.name}
        >
          <Check {...look} />
        </div>
        <span hidden>
          {pictograms.map((name) => (
            <Icon name={name} />
          ))}
        </span>
        <p class="noprint">
          <a class="second" href={inLanguage(language, rightsPaths.check(stek?.slug))}>
            {t('rights.again')}
          </a>
        </p>
      </>
    ),
  })
}
