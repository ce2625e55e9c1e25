import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { contentSecurityPolicy } from '../platform/http/security.ts'
import { directionOf, type Language, languages, ownNames } from '../platform/i18n/languages.ts'
import { unmarked, withDutchMarked } from './dutch.ts'
import { Icon, withSprite } from './icons.tsx'
import { baseCss } from './styles.ts'
import type { T } from './words.ts'

/** What the shell of a page needs to know; `path` is the address without language, with its query. */
export type Shell = {
  t: T
  language: Language
  title: string
  path: string
  description?: string
  /** CSS of the slice, behind the base style. */
  css?: string
  /** schema.org data; written so that it cannot end its element. */
  jsonLd?: object
  /** More links in the foot, as list of address and word. */
  links?: readonly { href: string; words: string; icon?: string }[]
  /** An absolute address for the links to other languages that search engines read. */
  baseUrl?: string
  noIndex?: boolean
  /** Optional scripts of our own that make the page nicer; it works without. */
  scripts?: readonly string[]
}

/** The address of `path` in a language: Dutch has no prefix. */
export const inLanguage = (language: Language, path: string): string =>
  language === 'nl' ? path : path === '/' ? `/${language}` : `/${language}${path}`

const asJson = (data: object) =>
  unmarked(JSON.stringify(data)).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')

/** A document of HTML with its style inside, and the policy that allows exactly that style. */
export type Document = { html: string; policy: string }

/** Puts the head and the sprite around a body; `lang` and direction follow the language, and words marked as Dutch get theirs. */
export function documentOf(shell: Omit<Shell, 't'>, body: VNode, scripts: readonly string[] = []): Document {
  const css = baseCss + (shell.css ?? '')
  const { html, sprite } = withSprite(() => renderToString(body))
  const head = unmarked(
    renderToString(
      <>
        <title>{shell.title}</title>
        {shell.description && <meta name="description" content={shell.description} />}
        {shell.noIndex && <meta name="robots" content="noindex" />}
        {shell.baseUrl &&
          languages.map((language) => (
            <link rel="alternate" hreflang={language} href={`${shell.baseUrl}${inLanguage(language, shell.path)}`} />
          ))}
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {scripts.map((src) => (
          <script type="module" src={src} />
        ))}
      </>,
    ),
  )
  const data = shell.jsonLd ? `<script type="application/ld+json">${asJson(shell.jsonLd)}</script>` : ''
  return {
    html: `<!doctype html><html lang="${shell.language}" dir="${directionOf(shell.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${head}<style>${css}</style></head><body>${withDutchMarked(html)}${sprite}${data}</body></html>`,
    policy: contentSecurityPolicy(css, { scripts: scripts.length > 0 }),
  }
}

/** The same page in each language, by its own name; `path` is without language. */
export function Languages({ t, language, path }: Pick<Shell, 't' | 'language' | 'path'>) {
  return (
    <nav aria-label={t('shell.languages')}>
      <ul class="langs">
        {languages.map((other) => (
          <li>
            {other === language ? (
              <b aria-current="true">{ownNames[other]}</b>
            ) : (
              <a href={inLanguage(other, path)} lang={other} hreflang={other}>
                {ownNames[other]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Top({ t, language, path }: Pick<Shell, 't' | 'language' | 'path'>) {
  return (
    <div class="top">
      <Languages t={t} language={language} path={path} />
      <a class="exit" href="/weg" rel="noreferrer">
        <Icon name="door-exit" />
        {t('shell.exit')}
      </a>
    </div>
  )
}

/** A page for visitors: language and way out on top, the head of the slice, main, foot. */
export function publicPage(shell: Shell & { head: ComponentChildren; children: ComponentChildren }): Document {
  const { t, language, links = [] } = shell
  return documentOf(
    shell,
    <>
      <a class="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header class="wrap">
        <Top t={t} language={language} path={shell.path} />
        {shell.head}
      </header>
      <main class="wrap" id="main">
        {shell.children}
      </main>
      <div class="wrap">
        <footer class="foot">
          {links.map(({ href, words, icon }) => (
            <a href={href}>
              {icon && <Icon name={icon} />}
              {words}
            </a>
          ))}
          <a href={inLanguage(language, '/')}>{t('shell.home')}</a>
          <a href={inLanguage(language, '/toegankelijkheid')}>{t('shell.accessibility')}</a>
          <a href={inLanguage(language, '/privacy')}>{t('shell.privacy')}</a>
        </footer>
      </div>
    </>,
    shell.scripts,
  )
}
