import type { ComponentChildren } from 'preact'
import type { Language } from '../platform/i18n/languages.ts'
import type { Typed } from './fields.tsx'
import { type Document, inLanguage, publicPage } from './page.tsx'
import { formCss } from './styles.ts'
import { TypedSoFar } from './typed-so-far.tsx'
import type { T } from './words.ts'

/** A page of a heading and a sentence, with a way on. */
export const plainPage = (t: T, language: Language, title: string, text: string, more?: ComponentChildren): Document =>
  publicPage({
    t,
    language,
    title,
    path: '/',
    noIndex: true,
    css: formCss,
    head: <h1>{title}</h1>,
    children: (
      <>
        <p>{text}</p>
        {more}
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

/** What is the matter when a request could not be done: the disk is full, the database is away, or we made a mistake. */
export type Trouble = 'full' | 'away' | 'mistake'

/** What is shown then: what to do, a code that says nothing about who asked, and what was typed. */
export const brokenPage = (t: T, language: Language, trouble: Trouble, id: string, typed: Typed = {}): Document =>
  plainPage(
    t,
    language,
    t('shell.broken.title'),
    t(trouble === 'mistake' ? 'shell.broken.text' : `shell.broken.${trouble}`),
    <>
      <p class="soft">{t('shell.broken.code', { code: id.slice(-8) })}</p>
      <TypedSoFar t={t} typed={typed} />
    </>,
  )
