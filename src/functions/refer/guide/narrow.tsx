import { type Language, languages } from '../../../platform/i18n/languages.ts'
import { Icon } from '../../../ui/icons.tsx'
import { inLanguage } from '../../../ui/page.tsx'
import { referPaths } from '../paths.ts'
import type { Speaking } from './card.tsx'
import { type Asked, queryOf } from './form.ts'
import { guideThemes } from './service.ts'
import { languageName } from './words.ts'

/** Languages people ask for at services here, besides those of the product. */
const moreLanguages = ['tr', 'es', 'pl', 'ro', 'ru', 'fa', 'ps', 'ti', 'so', 'pt']

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

/** What a list can be narrowed to, folded away. */
export function Narrow({ speaking: { t, language }, asked }: { speaking: Speaking; asked: Asked }) {
  const named = spokenLanguages(language)
  return (
    <details class="narrow">
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

/** What was chosen besides words, each with the way to leave it out again. */
export function Chosen({ speaking: { t, language, stek }, asked }: { speaking: Speaking; asked: Asked }) {
  const all: readonly { name: 'thema' | 'taal' | 'open' | 'bus'; what: string | undefined }[] = [
    { name: 'thema', what: asked.thema && t(`guide.themes.${asked.thema}`) },
    { name: 'taal', what: asked.taal && languageName(asked.taal, language) },
    { name: 'open', what: asked.open && t('guide.filter.open') },
    { name: 'bus', what: asked.bus && t('guide.filter.bus') },
  ]
  const chosen = all.filter(({ what }) => what)
  if (chosen.length === 0) return null
  return (
    <ul class="chosen" aria-label={t('guide.filter.chosen')}>
      {chosen.map(({ name, what = '' }) => (
        <li>
          <a
            href={inLanguage(language, referPaths.guide(stek.slug) + queryOf(asked, { [name]: undefined, blad: 1 }))}
            aria-label={t('guide.filter.without', { what })}
          >
            {what}
            <Icon name="x" />
          </a>
        </li>
      ))}
    </ul>
  )
}
