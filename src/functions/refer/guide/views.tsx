import { paths as placePaths } from '../../../place/paths.ts'
import { Icon } from '../../../ui/icons.tsx'
import { type Document, inLanguage, publicPage } from '../../../ui/page.tsx'
import { referPaths } from '../paths.ts'
import { CalmBox } from './calls.tsx'
import { ServiceCard, type Speaking } from './card.tsx'
import { type Asked, asksSomething, queryOf } from './form.ts'
import { guideCss } from './look.ts'
import { Chosen, Narrow } from './narrow.tsx'
import { Nothing } from './nothing.tsx'
import { AskInStek, OtherWays } from './other-ways.tsx'
import type { FoundPage } from './read.ts'
import { type GuideTheme, guideThemes, type Service } from './service.ts'
import { inWords } from './words.ts'

const pictograms: Record<GuideTheme, string> = {
  'welfare-health': 'heart-handshake',
  'building-housing': 'home',
  'economy-work': 'briefcase',
  education: 'school',
  'citizen-government': 'file-text',
  mobility: 'bus',
  'environment-energy': 'bulb',
  'culture-sport-leisure': 'ball-football',
}

type Props = {
  speaking: Speaking
  asked: Asked
  found: FoundPage | undefined
  /** The broad desks that help with any question, for when nothing was found. */
  broad: readonly Service[]
  baseUrl: string
}

/** `/{stek}/wegwijzer`: one box to say what you look for, the themes, and what was found. @source REFER-3 */
export function guidePage({ speaking, asked, found, broad, baseUrl }: Props): Document {
  const { t, language, stek } = speaking
  const link = (path: string) => inLanguage(language, path)
  const asks = asksSomething(asked)
  return publicPage({
    t,
    language,
    path: referPaths.guide(stek.slug) + queryOf(asked),
    title: [headingOf(speaking, asked, found), t('guide.titleAt', { stek: stek.name })].filter(Boolean).join(' · '),
    description: t('guide.intro'),
    css: guideCss,
    noIndex: asks,
    ...(asks ? {} : { baseUrl }),
    links: [{ href: link(placePaths.stek(stek.slug)), words: stek.name, icon: 'home' }],
    head: (
      <>
        <p class="noprint">
          <a href={link(placePaths.stek(stek.slug))}>
            <bdi>{stek.name}</bdi>
          </a>
        </p>
        <h1>{t('guide.title')}</h1>
        {!asks && <p class="soft">{t('guide.intro')}</p>}
        <form method="get" action={link(referPaths.guide(stek.slug))} autocomplete="off">
          <div class="ask">
            <label for="q">{t('guide.search.label')}</label>
            <div class="line">
              <input
                type="search"
                id="q"
                name="q"
                value={asked.q}
                autocomplete="off"
                spellcheck={false}
                dir="auto"
                enterkeyhint="search"
                aria-describedby={asks ? undefined : 'hint'}
              />
              <button class="go" type="submit">
                <Icon name="search" />
                {t('guide.search.button')}
              </button>
            </div>
            {!asks && (
              <p class="hint" id="hint">
                {t('guide.search.hint')}
              </p>
            )}
          </div>
          {asks && <Narrow speaking={speaking} asked={asked} />}
        </form>
        <Chosen speaking={speaking} asked={asked} />
      </>
    ),
    children: (
      <>
        {found?.calm && <CalmBox speaking={speaking} calm={found.calm} />}
        {found && found.count > 0 && <Found speaking={speaking} asked={asked} found={found} />}
        {found && (found.count === 0 || !found.understood) && (
          <Nothing speaking={speaking} asked={asked} empty={found.count === 0} broad={broad} />
        )}
        {!found && <OtherWays speaking={speaking} />}
        {!(found && found.count > 0) && <Themes speaking={speaking} />}
        {asks && <AskInStek speaking={speaking} />}
      </>
    ),
  })
}

/** What was asked without words, in a few words: a theme, or a partner; undefined when words were typed. */
function subjectOf({ t, language }: Speaking, { q, thema, van }: Asked, { services }: FoundPage): string | undefined {
  if (q) return undefined
  if (thema) return t(`guide.themes.${thema}`)
  return van && services[0] ? t('guide.results.partner', { partner: inWords(services[0], language).giver.name }) : undefined
}

/** What a page with an answer is about, for its title; never the words somebody typed, which would stay in the history of a shared phone. */
function headingOf(speaking: Speaking, asked: Asked, found: FoundPage | undefined): string {
  const { t } = speaking
  if (!found) return ''
  if (found.count === 0) return t('guide.nothing.title')
  return subjectOf(speaking, asked, found) ?? t('guide.results.found', { number: found.count })
}

function Themes({ speaking: { t, language, stek } }: { speaking: Speaking }) {
  return (
    <section>
      <h2>{t('guide.themes.title')}</h2>
      <ul class="doors">
        {guideThemes.map((theme) => (
          <li>
            <a href={inLanguage(language, `${referPaths.guide(stek.slug)}?thema=${theme}`)}>
              <Icon name={pictograms[theme]} />
              {t(`guide.themes.${theme}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Found({ speaking, asked, found }: { speaking: Speaking; asked: Asked; found: FoundPage }) {
  const { t, language, stek } = speaking
  const page = (blad: number) => inLanguage(language, referPaths.guide(stek.slug) + queryOf(asked, { blad }))
  return (
    <section>
      <h2>{subjectOf(speaking, asked, found) ?? t('guide.results.title')}</h2>
      <p class="soft">{t('guide.results.count', { number: found.count })}</p>
      <ul class="found">
        {found.services.map((service) => (
          <ServiceCard speaking={speaking} service={service} />
        ))}
      </ul>
      {found.pages > 1 && (
        <p class="turn">
          {asked.blad > 1 && (
            <a class="big" href={page(asked.blad - 1)} rel="prev">
              {t('guide.results.before')}
            </a>
          )}
          {asked.blad < found.pages && (
            <a class="big" href={page(asked.blad + 1)} rel="next">
              {t('guide.results.next')}
            </a>
          )}
          <span>{t('guide.results.page', { number: asked.blad, pages: found.pages })}</span>
        </p>
      )}
    </section>
  )
}
