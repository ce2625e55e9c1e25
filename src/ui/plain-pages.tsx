import type { Language } from '../platform/i18n/languages.ts'
import { type Document, inLanguage, publicPage } from './page.tsx'
import type { T } from './words.ts'

/** A page of a heading and a sentence, with a way on. */
export const plainPage = (t: T, language: Language, title: string, text: string, more?: string): Document =>
  publicPage({
    t,
    language,
    title,
    path: '/',
    noIndex: true,
    head: <h1>{title}</h1>,
    children: (
      <>
        <p>{text}</p>
        {more && <p class="soft">{more}</p>}
        <p>
          <a class="big" href={inLanguage(language, '/')}>
            {t('shell.notFound.back')}
          </a>
        </p>
      </>
    ),
  })

/** What is shown for an address that leads nowhere; something of another stek looks the same. */
export const notFoundPage = (t: T, language: Language): Document =>
  plainPage(t, language, t('shell.notFound.title'), t('shell.notFound.text'))

/** What is shown when the program made a mistake: whom to ask, and a code that says nothing about who asked. */
export const brokenPage = (t: T, language: Language, id: string): Document =>
  plainPage(t, language, t('shell.broken.title'), t('shell.broken.text'), t('shell.broken.code', { code: id.slice(-8) }))
