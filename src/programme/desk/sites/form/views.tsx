import type { ComponentChildren } from 'preact'
import { ErrorSummary, Form, type Refusals, TextArea, TextField, type Typed, typedText } from '../../../../ui/fields.tsx'
import { tight } from '../../../../ui/styles.ts'
import type { T, TextKey } from '../../../../ui/words.ts'
import { otherLanguages } from '../../../offer/form.ts'
import type { FieldWords } from '../../changing/merge.ts'
import { MeanwhileNote, SaveButtons } from '../../parts.tsx'
import type { Trouble } from '../../three-steps.tsx'
import { fieldOf, type ToldColumns } from './other-languages.ts'

/** What the forms of the place add to the looks of the desk: fields as long as their text, two beside each other only where both fit. */
export const sheetCss = tight(`
textarea{field-sizing:content}
.row{max-inline-size:34rem;inline-size:100%}
.row .field{flex-basis:13rem}
`)

/** What every form of the place needs: where it posts, where not saving leads, what was typed and what is wrong. */
export type SheetProps = { t: T; token: string; action: string; back: string; typed: Typed; trouble: Trouble }

/** A form of the place: on top what has to change, below the fields the button that saves at once. */
export function Sheet({ t, token, action, back, typed, trouble, children }: SheetProps & { children: ComponentChildren }) {
  return (
    <>
      {trouble.meanwhile && <MeanwhileNote t={t} {...trouble.meanwhile} />}
      <ErrorSummary refusals={trouble.refusals} t={t} />
      <Form token={token} action={action}>
        <input type="hidden" name="sleutel" value={typedText(typed, 'sleutel')} />
        <input type="hidden" name="gezien" value={typedText(typed, 'gezien')} />
        {children}
        <SaveButtons t={t} back={back} />
      </Form>
    </>
  )
}

type Labels = Readonly<Record<string, TextKey>>

const LONG = 200

/** The same words in every other language, folded away until somebody wants them or one of them is wrong. */
export function OtherLanguages(props: { t: T; typed: Typed; refusals: Refusals; told: ToldColumns; labels: Labels }) {
  const { t, typed, refusals, told, labels } = props
  return (
    <>
      {otherLanguages.map((language) => {
        const fields = Object.entries(told).map(([column, most]) => ({ column, most, name: fieldOf(column, language) }))
        const filled = fields.some(({ name }) => typedText(typed, name) !== '')
        return (
          <details class="group" open={fields.some(({ name }) => name in refusals)}>
            <summary>
              {t('places.inLanguage', { language: t(`programme.spoken.${language}`) })}
              {filled && <span class="hint"> {t('places.filled')}</span>}
            </summary>
            <div>
              {fields.map(({ column, most, name }) => {
                const Field = most > LONG ? TextArea : TextField
                return (
                  <Field name={name} label={t(labels[column] ?? 'places.label.name')} typed={typed} refusals={refusals} t={t} optional />
                )
              })}
            </div>
          </details>
        )
      })}
    </>
  )
}

/** How a form of the place calls its fields, those of other languages too, and says a value that was chosen. */
export const wordsOf = (t: T, labels: Labels, chosen: (field: string, value: string) => string = (_, value) => value): FieldWords => ({
  label: (field) => {
    const [name = '', language] = field.split('.')
    const label = t(labels[name] ?? 'places.label.name')
    return language ? `${label} (${t(`programme.spoken.${language}` as TextKey)})` : label
  },
  words: (field, [value]) => (value === undefined ? '' : chosen(field, value)),
})
