import { paths as placePaths } from '../../../place/paths.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { asDutch } from '../../../ui/dutch.ts'
import { type Document, inLanguage, publicPage } from '../../../ui/page.tsx'
import { tight } from '../../../ui/styles.ts'
import type { T } from '../../../ui/words.ts'
import { type Agreements, sentencesIn } from './agreement.ts'

const css = tight(`
.agreed{list-style:none;counter-reset:one;margin:0;padding:0;display:grid;gap:.75rem}
.agreed li{counter-increment:one;display:grid;grid-template-columns:auto 1fr;gap:1rem;align-items:center;background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:.9rem 1.1rem;font-size:1.25rem;overflow-wrap:anywhere}
.agreed li::before{content:counter(one);font:700 1.5rem/1 ui-serif,Georgia,"Noto Serif",serif;color:var(--meet);background:var(--meet-t);border-radius:99px;inline-size:2.75rem;block-size:2.75rem;display:grid;place-items:center}
.house{display:grid;gap:.75rem}
@media print{.agreed li{font-size:16pt;margin-block-end:3mm}.house{break-after:page}.house:last-of-type{break-after:auto}}
`)

/** A site with its agreements, when it has some. */
export type AgreedSite = { name: string; agreements: Agreements }

/** `/{stek}/afspraken`: what people agreed with each other, per site, to read and to print. */
export function agreementsPage(props: {
  t: T
  language: Language
  stek: { slug: string; name: string }
  sites: readonly AgreedSite[]
  baseUrl: string
}): Document {
  const { t, language, stek, sites, baseUrl } = props
  const words = saidIn(language)
  const heard = (typed: string) => asDutch(language, typed)
  return publicPage({
    t,
    language,
    path: placePaths.agreements(stek.slug),
    title: `${t('welcome.agreements.title')}: ${stek.name}`,
    description: t('welcome.agreements.intro'),
    css,
    baseUrl,
    links: [{ href: inLanguage(language, placePaths.stek(stek.slug)), words: heard(stek.name), icon: 'home' }],
    head: (
      <>
        <h1>{t('welcome.agreements.title')}</h1>
        <p>{t(sites.length === 0 ? 'welcome.agreements.none' : 'welcome.agreements.intro')}</p>
      </>
    ),
    children: (
      <>
        {sites.map(({ name, agreements }) => {
          const { written, sentences } = sentencesIn(agreements, language)
          const { agreedOn, agreedWhere } = agreements
          return (
            <section class="house">
              <h2>
                <bdi>{heard(name)}</bdi>
              </h2>
              <ol class="agreed" lang={written === language ? undefined : written} dir={written === language ? undefined : 'ltr'}>
                {sentences.map((sentence) => (
                  <li>
                    <bdi>{sentence}</bdi>
                  </li>
                ))}
              </ol>
              <p class="soft">
                {agreedOn && t('welcome.agreements.agreedOn', { date: words.longWithYear(agreedOn) })}{' '}
                {agreedWhere && t('welcome.agreements.agreedAt', { where: heard(agreedWhere) })}
              </p>
            </section>
          )
        })}
        <p>{t('welcome.agreements.ask')}</p>
      </>
    ),
  })
}
