import type { ComponentChildren } from 'preact'
import { Icon } from './icons.tsx'
import type { T } from './words.ts'

/** What came in with a form, as typed; a choice of several is a list. */
export type Typed = Record<string, string | readonly string[] | undefined>

/** What still has to change, per field, as finished sentences. */
export type Refusals = Readonly<Record<string, string>>

/** What every field is given: the words, what was typed, what is wrong. */
export type FieldProps = { name: string; label: string; typed: Typed; refusals?: Refusals; hint?: string; optional?: boolean; t: T }

/** The value of a field as one text; a list gives its first. */
export const typedText = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** All values of a field. */
export const typedList = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** Shown on top of a form that was refused: what to change, each a link to its field. Receives the focus of readers that speak; `title` where nothing was to be kept. */
export function ErrorSummary({ refusals = {}, t, title }: { refusals?: Refusals; t: T; title?: string }) {
  const names = Object.keys(refusals)
  if (names.length === 0) return null
  return (
    <div class="errors" role="alert" tabindex={-1} id="errors">
      <h2>{title ?? t('shell.form.wrong')}</h2>
      <ul>
        {names.map((name) => (
          <li>
            <a href={`#f-${name}`}>{refusals[name]}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

const describedBy = (name: string, hint: unknown, wrong: unknown) =>
  [hint ? `h-${name}` : '', wrong ? `e-${name}` : ''].filter(Boolean).join(' ') || undefined

function Label({ name, label, optional, t }: FieldProps) {
  return (
    <label for={`f-${name}`}>
      {label}
      {optional && <span class="hint"> ({t('shell.form.optional')})</span>}
    </label>
  )
}

function Notes({ name, hint, refusals }: Pick<FieldProps, 'name' | 'hint' | 'refusals'>) {
  const wrong = refusals?.[name]
  return (
    <>
      {hint && (
        <span class="hint" id={`h-${name}`}>
          {hint}
        </span>
      )}
      {wrong && (
        <span class="error" id={`e-${name}`}>
          <Icon name="alert-triangle" />
          {wrong}
        </span>
      )}
    </>
  )
}

const asTyped = { autocapitalize: 'none', autocorrect: 'off', spellcheck: false } as const

/** One line of text; `short` for times, dates and numbers. Never `type=number` or `type=time`: old phones type what they like, the form reads it. */
export function TextField(
  props: FieldProps & {
    short?: boolean
    type?: 'text' | 'email'
    inputMode?: 'text' | 'decimal' | 'numeric' | 'email'
    autoComplete?: string
    /** For what is no word, as a code: phones leave it as it is typed. */
    exact?: boolean
  },
) {
  const { name, typed, refusals, short, type = 'text', inputMode, autoComplete, exact, hint } = props
  const wrong = refusals?.[name]
  const common = {
    id: `f-${name}`,
    name,
    dir: 'auto',
    class: short ? 'short' : undefined,
    value: typedText(typed, name),
    inputmode: inputMode,
    autocomplete: autoComplete,
    ...(exact ? asTyped : {}),
    'aria-describedby': describedBy(name, hint, wrong),
    'aria-invalid': wrong ? 'true' : undefined,
  } as const
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <Label {...props} />
      <Notes name={name} hint={hint} refusals={refusals} />
      {type === 'email' ? <input type="email" {...common} /> : <input type="text" {...common} />}
    </div>
  )
}

/** Several lines of text. */
export function TextArea(props: FieldProps & { rows?: number }) {
  const { name, typed, refusals, hint, rows = 3 } = props
  const wrong = refusals?.[name]
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <Label {...props} />
      <Notes name={name} hint={hint} refusals={refusals} />
      <textarea
        id={`f-${name}`}
        name={name}
        rows={rows}
        dir="auto"
        aria-describedby={describedBy(name, hint, wrong)}
        aria-invalid={wrong ? 'true' : undefined}
      >
        {typedText(typed, name)}
      </textarea>
    </div>
  )
}

/** What can be chosen: a value and its words. */
export type Option = { value: string; words: string; icon?: string; note?: string }

/** A choice out of many, as a list that opens. */
export function Select(props: FieldProps & { options: readonly Option[]; empty?: string }) {
  const { name, typed, refusals, hint, options, empty } = props
  const wrong = refusals?.[name]
  const chosen = typedText(typed, name)
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <Label {...props} />
      <Notes name={name} hint={hint} refusals={refusals} />
      <select id={`f-${name}`} name={name} aria-describedby={describedBy(name, hint, wrong)} aria-invalid={wrong ? 'true' : undefined}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, words }) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

/** A choice that is all in view: one (`radio`) or several (`checkbox`). */
export function Choices(props: FieldProps & { options: readonly Option[]; several?: boolean }) {
  const { name, label, typed, refusals, hint, options, several, optional, t } = props
  const wrong = refusals?.[name]
  const chosen = typedList(typed, name)
  return (
    <fieldset class={wrong ? 'field wrong' : 'field'} id={`f-${name}`} tabindex={-1} aria-describedby={describedBy(name, hint, wrong)}>
      <legend>
        {label}
        {optional && <span class="hint"> ({t('shell.form.optional')})</span>}
      </legend>
      <Notes name={name} hint={hint} refusals={refusals} />
      <div class="picks">
        {options.map(({ value, words, icon, note }) => (
          <label class="pick">
            <input type={several ? 'checkbox' : 'radio'} name={name} value={value} checked={chosen.includes(value)} />
            {icon && <Icon name={icon} />}
            <span>
              {words}
              {note && <span class="hint"> {note}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** One thing that is so or not. */
export function Check({ name, label, typed, hint }: Pick<FieldProps, 'name' | 'label' | 'typed' | 'hint'>) {
  return (
    <label class="pick">
      <input type="checkbox" id={`f-${name}`} name={name} value="yes" checked={typedText(typed, name) !== ''} />
      <span>
        {label}
        {hint && <span class="hint"> {hint}</span>}
      </span>
    </label>
  )
}

/** A form that posts, with the token that proves it was ours; children are its fields and buttons. */
export function Form({ token, action, children, id }: { token: string; action?: string; children: ComponentChildren; id?: string }) {
  return (
    <form method="post" action={action} id={id} noValidate>
      <input type="hidden" name="_token" value={token} />
      {children}
    </form>
  )
}
