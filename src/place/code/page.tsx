import type { ComponentChildren } from 'preact'
import type { Language } from '../../platform/i18n/languages.ts'
import { ErrorSummary, Form, type Refusals, TextField, type Typed } from '../../ui/fields.tsx'
import { type Document, inLanguage, publicPage } from '../../ui/page.tsx'
import { formCss, tight } from '../../ui/styles.ts'
import type { T } from '../../ui/words.ts'
import { codePaths } from './paths.ts'

/** What each page behind a code is given. */
export type PageProps = { t: T; language: Language }

const codeCss =
  formCss +
  tight(`
main .main{min-block-size:4.5rem;font-size:1.25rem;padding-inline:1.75rem}
.gentle{background:var(--refer-t);border-radius:var(--r);padding:1rem 1.25rem}
`)

/** A page behind a code, or about one: nothing in between may keep it, and search engines leave it. */
export const codeDocument = (
  { t, language }: PageProps,
  page: { path?: string; title: string; css?: string; above?: ComponentChildren; children: ComponentChildren },
): Document =>
  publicPage({
    t,
    language,
    path: page.path ?? codePaths.ask(),
    title: page.title,
    css: codeCss + (page.css ?? ''),
    noIndex: true,
    head: (
      <>
        {page.above}
        <h1>{page.title}</h1>
      </>
    ),
    children: page.children,
  })

/** The page that asks for a code; `closed` when the half hour of a page behind one was over. */
export const codePage = (props: PageProps & { token: string; typed: Typed; refusals: Refusals; closed: boolean }): Document => {
  const { t, token, typed, refusals } = props
  return codeDocument(props, {
    title: t('code.title'),
    children: (
      <>
        {props.closed && <p class="gentle">{t('code.closed')}</p>}
        <p>{t('code.text')}</p>
        <ErrorSummary refusals={refusals} t={t} title={t('code.refused.title')} />
        <Form token={token} action={inLanguage(props.language, codePaths.ask())}>
          <TextField
            t={t}
            name="code"
            label={t('code.field')}
            hint={t('code.hint')}
            typed={typed}
            refusals={refusals}
            autoComplete="off"
            exact
          />
          <button type="submit" class="big main">
            {t('code.send')}
          </button>
        </Form>
      </>
    ),
  })
}
