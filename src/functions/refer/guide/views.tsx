import { paths as placePaths } from '../../../place/paths.ts'
import { type Language, languages } from '../../../platform/i18n/languages.ts'
import { Icon } from '../../../ui/icons.tsx'
import { type Document, inLanguage, publicPage } from '../../../ui/page.tsx'
import { referPaths } from '../paths.ts'
import { CallInstead, CalmBox } from './calls.tsx'
import { ServiceCard, type Speaking } from './card.tsx'
import { type Asked, asksSomething, queryOf } from './form.ts'
import { guideCss } from './look.ts'
import { AskInStek, OtherWays } from './other-ways.tsx'
import type { FoundPage } from './read.ts'
import { type GuideTheme, guideThemes, type Service } from './service.ts'
import { languageName } from './words.ts'

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

/** Languages people ask for at services here, besides those of the product. */
const moreLanguages = ['tr', 'es', 'pl', 'ro', 'ru', 'fa', 'ps', 'ti', 'so', 'pt']

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
    title: t('guide.titleAt', { stek: stek.name }),
    description: t('guide.intro'),
    css: guideCss,
    noIndex: asks,
    ...(asks ? {} : { baseUrl }),
    links: [{ href: link(placePaths.stek(stek.slug)), words: stek.name, icon: 'home' }],
    head: (
      <>
        <p>
          <a href={link(placePaths.stek(stek.slug))}>
            <bdi>{stek.name}</bdi>
          </a>
        </p>
        <h1>{t('guide.title')}</h1>
        <p class="soft">{t('guide.intro')}</p>
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
                aria-describedby="hint"
              />
              <button class="go" type="submit">
                <Icon name="search" />
                {t('guide.search.button')}
              </button>
            </div>
            <p class="hint" id="hint">
              {t('guide.search.hint')}
            </p>
          </div>
          {asks && <Narrow speaking={speaking} asked={asked} />}
        </form>
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

const choices = new Map<Language, { code: string; name: string }[]>()

/** The languages one can choose, by their name in the language of the page. */
function spokenLanguages(language: Language): readonly { code: string; name: string }[] {
  const known = choices.get(language)
  if (known) return known
  const spoken: readonly string[] = [...languages.filter((code) => code !== 'nl'), ...moreLanguages]
  const collator = new Intl.Collator(language)
  const named = spoken
    .map((code) => ({ code, name: languageName(code, language) }))
    .toSorted((one, other) => collator.compare(one.name, other.name))
  choices.set(language, named)
  return named
}

function Narrow({ speaking: { t, language }, asked }: { speaking: Speaking; asked: Asked }) {
  const named = spokenLanguages(language)
  return (
    <details class="narrow" open={Boolean(asked.thema || asked.taal || asked.open || asked.bus)}>
      <summary>{t('guide.filter.title')}</summary>
      <div class="fields">
        <label>
          {t('guide.filter.theme')}
          <select name="thema">
            <option value="">{t('guide.filter.any')}</option>
            {guideThemes.map((theme) => (
              <option value={theme} selected={asked.thema === theme}>
                {t(`guide.themes.${theme}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('guide.filter.language')}
          <select name="taal">
            <option value="">{t('guide.filter.any')}</option>
            {named.map(({ code, name }) => (
              <option value={code} selected={asked.taal === code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label class="tick">
          <input type="checkbox" name="open" value="nu" checked={asked.open === 'nu'} />
          {t('guide.filter.open')}
        </label>
        <label class="tick">
          <input type="checkbox" name="bus" value="nu" checked={asked.bus === 'nu'} />
          {t('guide.filter.bus')}
        </label>
        <button class="go" type="submit">
          {t('guide.filter.button')}
        </button>
      </div>
    </details>
  )
}

function Found({ speaking, asked, found }: { speaking: Speaking; asked: Asked; found: FoundPage }) {
  const { t, language, stek } = speaking
  const page = (blad: number) => inLanguage(language, referPaths.guide(stek.slug) + queryOf(asked, { blad }))
  return (
    <section>
      <h2>{t('guide.results.title')}</h2>
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

function Nothing({ speaking, asked, empty, broad }: { speaking: Speaking; asked: Asked; empty: boolean; broad: readonly Service[] }) {
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
        <bdi>{service.translations[language]?.name ?? service.name}</bdi>
      </a>
    </li>
  )
}
