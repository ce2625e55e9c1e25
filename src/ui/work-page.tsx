import type { ComponentChildren } from 'preact'
import { Icon } from './icons.tsx'
import { type Document, documentOf } from './page.tsx'
import { formCss, tight } from './styles.ts'
import type { T } from './words.ts'

const workCss = tight(`
.work{max-inline-size:60rem}
.bar{display:flex;flex-wrap:wrap;gap:0 1.25rem;align-items:center;justify-content:space-between;padding-block:.5rem;border-block-end:1px solid var(--line)}
.bar nav{display:flex;flex-wrap:wrap;gap:0 1.25rem;align-items:start;inline-size:100%}
.bar a,.bar button{display:inline-flex;gap:.4rem;align-items:center;padding-block:.75rem;min-block-size:2.75rem}
.bar a[aria-current]{font-weight:700;text-decoration-thickness:.16em}
.bar details{margin-inline-start:auto}
.bar details[open]{inline-size:100%;padding-block-end:.5rem}
.bar summary{padding-block:.75rem;min-block-size:2.75rem;inline-size:max-content;margin-inline-start:auto}
.desks{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,9.5rem),1fr));gap:0 1rem}
.told{background:var(--ok-t);color:var(--ok);border-radius:var(--r);padding:.9rem 1.1rem;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between;font-weight:700}
.told form{display:inline}
h1{font-size:clamp(1.8rem,1.4rem + 2vw,2.5rem)}
`)

/** Who is at work and where: what the bar on top of a staff page shows; null before signing in. */
export type AtWork = { name: string; stek: { slug: string; name: string }; steks: readonly { slug: string; name: string }[] } | null

/** A desk in the bar; those opened many times a day stand in it by themselves, the others behind one word, with the one that is open. */
export type BarLink = { href: string; words: string; icon: string; current?: boolean; often?: boolean }

const DeskLinks = ({ links }: { links: readonly BarLink[] }) => (
  <>
    {links.map(({ href, words, icon, current }) => (
      <a href={href} aria-current={current ? 'page' : undefined}>
        <Icon name={icon} />
        {words}
      </a>
    ))}
  </>
)

/** A page for staff: the bar, what was just done, and one task. `links` are the desks this person can open. */
export function workPage(page: {
  t: T
  title: string
  atWork: AtWork
  token: string
  links?: readonly BarLink[]
  /** A short sentence about what was just done, with an optional form beside it (undo). */
  told?: ComponentChildren
  css?: string
  scripts?: readonly string[]
  children: ComponentChildren
}): Document {
  const { t, atWork, links = [] } = page
  return documentOf(
    { language: 'nl', title: page.title, path: '/werk', css: formCss + workCss + (page.css ?? ''), noIndex: true },
    <>
      <a class="skip" href="#main">
        {t('shell.skip')}
      </a>
      {atWork && (
        <header class="wrap work bar noprint">
          <nav aria-label={atWork.stek.name}>
            <DeskLinks links={links.filter(({ often, current }) => often || current)} />
            <details>
              <summary>{t('shell.allDesks')}</summary>
              <div class="desks">
                <DeskLinks links={links.filter(({ often, current }) => !often && !current)} />
              </div>
              <form method="post" action="/werk/afmelden">
                <input type="hidden" name="_token" value={page.token} />
                <button type="submit" class="link">
                  {t('shell.signOut', { name: atWork.name })}
                </button>
              </form>
            </details>
          </nav>
        </header>
      )}
      <main class="wrap work" id="main">
        {page.told && (
          <div class="told" role="status">
            {page.told}
          </div>
        )}
        {page.children}
      </main>
    </>,
    page.scripts,
  )
}
