import type { ComponentChildren } from 'preact'
import type { Language } from '../../../platform/i18n/languages.ts'
import { Icon } from '../../../ui/icons.tsx'
import { type Document, documentOf, Languages } from '../../../ui/page.tsx'
import { tight } from '../../../ui/styles.ts'
import type { T } from '../../../ui/words.ts'
import { type Answer, choices, faces, pictograms } from './rules.ts'

const css = tight(`
.tablet{min-block-size:100vh;display:grid;grid-template-rows:auto 1fr auto;gap:1rem;padding-block:.75rem 1.25rem;max-inline-size:60rem}
.tablet main{align-content:center;gap:1.5rem;padding-block:1rem}
.tablet h1{text-align:center}
.tablet p,.tablet footer{text-align:center}
.press{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr));inline-size:100%}
.press button{font:inherit;cursor:pointer;display:grid;grid-template-columns:auto 1fr;gap:.9rem;align-items:center;text-align:start;min-block-size:5.5rem;padding:1rem 1.25rem;border:3px solid transparent;border-radius:var(--r);background:var(--t);color:var(--ink);font-size:1.25rem;font-weight:700}
.press button:hover,.press button:focus-visible{border-color:var(--c)}
.press button:active{background:var(--sun);color:var(--on-sun)}
.press svg{inline-size:2.75rem;block-size:2.75rem;color:var(--c)}
@media(min-width:40rem){.wishes{grid-template-columns:repeat(3,1fr)}}
.faces button{min-block-size:8rem}
.faces svg{inline-size:4.5rem;block-size:4.5rem}
@media(min-width:48rem){.faces button{grid-template-columns:1fr;justify-items:center;text-align:center;padding-block:1.5rem;font-size:1.5rem}.faces svg{inline-size:7rem;block-size:7rem}}
.press .nothing{grid-column:1/-1;background:var(--card);border-color:var(--strong)}
.wait{background:var(--sun);color:var(--on-sun);border-radius:var(--r);padding:.9rem 1.1rem;font-weight:700}
.thanks{justify-items:center}
.thanks>svg{inline-size:7rem;block-size:7rem;color:var(--ok)}
`)

const tones: Record<Answer, string> = {
  glad: 'learn',
  'so-so': 'refer',
  'not-well': 'politicise',
  cosier: 'meet',
  'warm-drink': 'meet',
  music: 'politicise',
  greeted: 'learn',
  'time-to-talk': 'refer',
  children: 'refer',
  nothing: 'nothing learn',
}

/** What every page of the tablet is given; `path` is its own address without language. */
export type TabletProps = { t: T; language: Language; path: string; siteName: string }

function tabletPage(props: TabletProps & { title: string; kind?: string; children: ComponentChildren }): Document {
  const { t, language, path, siteName } = props
  return documentOf(
    { language, title: props.title, path, css, noIndex: true },
    <div class="wrap tablet">
      <Languages t={t} language={language} path={path} />
      <main class={props.kind} id="main">
        {props.children}
      </main>
      <footer class="soft">
        <bdi>{siteName}</bdi>
      </footer>
    </div>,
  )
}

function Press({ t, answers, kind }: { t: T; answers: readonly Answer[]; kind: string }) {
  return (
    <form method="post" class={`press ${kind}`}>
      {answers.map((answer) => (
        <button type="submit" name="antwoord" value={answer} class={tones[answer]}>
          <Icon name={pictograms[answer]} />
          <span>{t(`welcome.answers.${answer}`)}</span>
        </button>
      ))}
    </form>
  )
}

/** The first question: three faces. `tooFast` when a press came within the pause. */
export const facesPage = (props: TabletProps & { tooFast?: boolean }): Document =>
  tabletPage({
    ...props,
    title: props.t('welcome.title'),
    children: (
      <>
        <h1>{props.t('welcome.ask')}</h1>
        {props.tooFast && (
          <p class="wait" role="alert">
            {props.t('welcome.tooFast')}
          </p>
        )}
        <Press t={props.t} answers={faces} kind="faces" />
        <p class="soft">{props.t('welcome.anonymous')}</p>
      </>
    ),
  })

/** The second question: one free choice. */
export const choicePage = (props: TabletProps): Document =>
  tabletPage({
    ...props,
    title: props.t('welcome.choice.ask'),
    children: (
      <>
        <h1>{props.t('welcome.choice.ask')}</h1>
        <p class="soft">{props.t('welcome.choice.hint')}</p>
        <Press t={props.t} answers={choices} kind="wishes" />
      </>
    ),
  })

/** Thank you; the page goes back to the faces by itself, and has a link for who does not want to wait. */
export const thanksPage = (props: TabletProps & { again: string }): Document =>
  tabletPage({
    ...props,
    title: props.t('welcome.thanks.title'),
    kind: 'thanks',
    children: (
      <>
        <Icon name="heart-handshake" />
        <h1>{props.t('welcome.thanks.title')}</h1>
        <p>{props.t('welcome.thanks.text')}</p>
        <a class="big" href={props.again}>
          {props.t('welcome.thanks.again')}
        </a>
      </>
    ),
  })

/** For an address without a token of today. */
export const shutPage = (props: TabletProps & { home: string }): Document =>
  tabletPage({
    ...props,
    title: props.t('welcome.shut.title'),
    kind: 'thanks',
    children: (
      <>
        <Icon name="device-tablet" />
        <h1>{props.t('welcome.shut.title')}</h1>
        <p>{props.t('welcome.shut.text')}</p>
        <a class="big" href={props.home}>
          <bdi>{props.siteName}</bdi>
        </a>
      </>
    ),
  })
