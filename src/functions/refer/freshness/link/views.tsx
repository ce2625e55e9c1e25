import type { ComponentChildren } from 'preact'
import type { Language } from '../../../../platform/i18n/languages.ts'
import { Check, ErrorSummary, type Refusals, TextArea, TextField, type Typed } from '../../../../ui/fields.tsx'
import { Icon } from '../../../../ui/icons.tsx'
import { type Document, publicPage } from '../../../../ui/page.tsx'
import { formCss, tight } from '../../../../ui/styles.ts'
import type { T } from '../../../../ui/words.ts'
import { referPaths } from '../../paths.ts'
import { type ChangeField, changeFields } from './form.ts'
import type { ShownLine } from './shown.ts'

const css =
  formCss +
  tight(`
.entry{background:var(--card);border:1px solid var(--line);border-radius:var(--r);padding:1rem;margin:0;display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.4rem 1rem}
.entry dt{color:var(--soft)}.entry dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}
@media(max-width:30rem){.entry{grid-template-columns:1fr}.entry dd{margin-block-end:.5rem}}
.two{display:flex;flex-wrap:wrap;gap:.75rem 1.5rem;align-items:center}
.two a{display:inline-flex;gap:.5rem;align-items:center;min-block-size:2.75rem}
`)

/** Where the page is, and in which words. */
export type LinkPage = { t: T; language: Language; stek: { slug: string; name: string }; token: string }

const page = ({ t, language, stek, token }: LinkPage, title: string, children: ComponentChildren, changing = false): Document =>
  publicPage({
    ...{ t, language, title, css, noIndex: true },
    path: referPaths.stillRight(stek.slug, token, changing),
    head: (
      <>
        <p class="soft">{stek.name}</p>
        <h1>{title}</h1>
      </>
    ),
    children,
  })

/** The page behind the link of the mail: the entry as everybody sees it, and the two answers. Looking at it changes nothing. */
export const questionPage = (at: LinkPage, name: string, shown: readonly ShownLine[], action: string, change: string): Document =>
  page(
    at,
    at.t('stillright.title', { service: name }),
    <>
      <p>{at.t('stillright.intro')}</p>
      <dl class="entry">
        {shown.map(({ label, text }) => (
          <>
            <dt>{label}</dt>
            <dd>
              <bdi>{text}</bdi>
            </dd>
          </>
        ))}
      </dl>
      <div class="two">
        <form method="post" action={action}>
          <input type="hidden" name="answer" value="same" />
          <button type="submit" class="big">
            <Icon name="check" />
            {at.t('stillright.same')}
          </button>
        </form>
        <a href={change}>
          <Icon name="pencil" />
          {at.t('stillright.changed')}
        </a>
      </div>
      <p class="hint">{at.t('stillright.private')}</p>
    </>,
  )

const LONG: readonly ChangeField[] = ['what', 'where', 'hours', 'forWhom', 'conditions', 'cost', 'bring', 'howToReach', 'note']

/** The form for what is different, filled in with what we show. */
export const changePage = (at: LinkPage, name: string, action: string, typed: Typed, refusals: Refusals): Document =>
  page(
    at,
    at.t('stillright.changeTitle', { service: name }),
    <>
      <p>{at.t('stillright.changeIntro')}</p>
      <ErrorSummary refusals={refusals} t={at.t} />
      <form method="post" action={action} noValidate>
        <input type="hidden" name="answer" value="changed" />
        {changeFields.map((field) => {
          const props = { t: at.t, typed, refusals, name: field, label: at.t(`stillright.label.${field}`), optional: true }
          const hint = field === 'hours' ? at.t('stillright.hoursHint') : undefined
          return LONG.includes(field) ? <TextArea {...props} hint={hint} /> : <TextField {...props} />
        })}
        <Check name="ended" label={at.t('stillright.ended')} typed={typed} />
        <button type="submit" class="big">
          {at.t('stillright.send')}
        </button>
      </form>
    </>,
    true,
  )

/** A kind sentence: thank you, or why this link opens nothing any more. */
export const sentencePage = (at: LinkPage, which: 'thanksSame' | 'thanksChanged' | 'over' | 'unknown' | 'tooOften'): Document =>
  page(at, at.t(`stillright.${which}.title`), <p>{at.t(`stillright.${which}.text`)}</p>)
