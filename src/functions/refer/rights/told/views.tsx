import type { Language } from '../../../../platform/i18n/languages.ts'
import { Choices, ErrorSummary, Form, type Refusals, Select, type Typed } from '../../../../ui/fields.tsx'
import { type Document, inLanguage, publicPage } from '../../../../ui/page.tsx'
import { formCss } from '../../../../ui/styles.ts'
import type { T } from '../../../../ui/words.ts'
import { rightsPaths } from '../paths.ts'
import { toldOutcomes } from './rules.ts'

type ToldPage = {
  t: T
  language: Language
  token: string
  typed: Typed
  refusals: Refusals
  thanked: boolean
  /** What went wrong besides the fields, as a sentence. */
  trouble?: string
  rights: readonly { id: string; name: string }[]
}

/** `/rechten/gelukt`: how it went, without a name; one number of a month grows. */
export function toldPage({ t, language, token, typed, refusals, thanked, trouble, rights }: ToldPage): Document {
  const address = inLanguage(language, rightsPaths.told())
  return publicPage({
    t,
    language,
    path: rightsPaths.told(),
    title: t('rights.told.title'),
    css: formCss,
    noIndex: true,
    links: [{ href: inLanguage(language, rightsPaths.check()), words: t('rights.name') }],
    head: <h1>{t('rights.told.title')}</h1>,
    children: thanked ? (
      <>
        <p class="plain" role="status">
          {t('rights.told.thanks')}
        </p>
        <p>
          <a class="big" href={address}>
            {t('rights.told.once')}
          </a>
        </p>
      </>
    ) : (
      <>
        <p>{t('rights.told.intro')}</p>
        <p class="plain">{t('rights.told.anonymous')}</p>
        {trouble && (
          <p class="errors" role="alert">
            {trouble}
          </p>
        )}
        <ErrorSummary refusals={refusals} t={t} />
        <Form token={token} action={address}>
          <Select
            name="recht"
            label={t('rights.told.right')}
            typed={typed}
            refusals={refusals}
            t={t}
            empty={t('rights.told.pick')}
            options={rights.map(({ id, name }) => ({ value: id, words: name }))}
          />
          <Choices
            name="uitkomst"
            label={t('rights.told.outcome')}
            typed={typed}
            refusals={refusals}
            t={t}
            options={toldOutcomes.map((value) => ({ value, words: t(`rights.told.outcomes.${value}`) }))}
          />
          <button class="big" type="submit">
            {t('rights.told.send')}
          </button>
        </Form>
      </>
    ),
  })
}
