import type { Site } from '../../../place/site/site.ts'
import { type Language, languages } from '../../../platform/i18n/languages.ts'
import { SaveButtons } from '../../../programme/desk/parts.tsx'
import { deskPaths } from '../../../programme/desk/paths.ts'
import { ErrorSummary, Form, type Refusals, Select, TextField, type Typed } from '../../../ui/fields.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { tight } from '../../../ui/styles.ts'
import type { T } from '../../../ui/words.ts'
import { welcomePaths } from '../paths.ts'
import { type Answer, choices, faces, pictograms } from './rules.ts'

/** The looks of the sheet, on screen and on A4. */
export const sheetCss = tight(`
.sheet{border-collapse:collapse;inline-size:100%}
.sheet caption{text-align:start;font-weight:700;font-size:1.25rem;padding-block:.5rem}
.sheet th,.sheet td{border:2px solid var(--strong);padding:.5rem .6rem;text-align:start;font-weight:400;vertical-align:middle}
.sheet th{inline-size:50%}
.sheet th svg{inline-size:2.5rem;block-size:2.5rem;float:inline-start;margin-inline-end:.6rem}
.sheet b{display:block;font-size:1.2rem}
.sheet td{inline-size:40%}
.sheet .sum{inline-size:10%}
.head{display:flex;flex-wrap:wrap;gap:.5rem 2rem}
@media print{@page{size:A4;margin:10mm}main{padding:0}main>*{margin-block-end:2mm}.head{display:block}.head span{margin-inline-end:10mm}.sheet{font-size:8.5pt;line-height:1.25}.sheet caption{font-size:12pt;padding-block:1mm}.sheet b{font-size:11pt}.sheet th,.sheet td{padding:1mm 2mm;border-color:#000}.sheet tr{break-inside:avoid}.sheet th svg{inline-size:8mm;block-size:8mm}.work h1{font-size:15pt}.wide td{block-size:27mm}.sheet:not(.wide) td{block-size:14mm}p{font-size:9.5pt}}
`)

function Sheet({
  words,
  answers,
  caption,
  wide,
}: {
  words: Map<Language, T>
  answers: readonly Answer[]
  caption: string
  wide?: boolean
}) {
  const dutch = words.get('nl') as T
  return (
    <table class={wide ? 'sheet wide' : 'sheet'}>
      <caption>{caption}</caption>
      <tbody>
        {answers.map((answer) => (
          <tr>
            <th scope="row">
              <Icon name={pictograms[answer]} />
              <b>{dutch(`welcome.answers.${answer}`)}</b>
              {languages
                .filter((language) => language !== 'nl')
                .map((language, at) => (
                  <>
                    {at > 0 && ' · '}
                    <bdi lang={language}>{words.get(language)?.(`welcome.answers.${answer}`)}</bdi>
                  </>
                ))}
            </th>
            <td />
            <td class="sum" />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A sheet of A4 with the faces and choices in every language, to make marks on. */
export function PaperSheet({ words, siteNames }: { words: Map<Language, T>; siteNames: readonly string[] }) {
  const t = words.get('nl') as T
  return (
    <>
      <h1>{t('welcome.ask')}</h1>
      <p class="noprint">{t('warmth.pulse.sheet.print')}</p>
      <p class="head">
        <span>
          {t('warmth.pulse.sheet.site')}: {siteNames.length === 1 ? <bdi>{siteNames[0]}</bdi> : '____________________'}
        </span>
        <span>{t('warmth.pulse.sheet.day')}: ____________________</span>
      </p>
      <p>
        {[...words].map(([language, say], at) => (
          <>
            {at > 0 && ' '}
            <bdi lang={language}>{say('welcome.sheet.tick')}</bdi>
          </>
        ))}
      </p>
      <Sheet words={words} answers={faces} caption={t('welcome.ask')} wide />
      <Sheet words={words} answers={choices} caption={t('welcome.choice.ask')} />
    </>
  )
}

/** The form for what was counted from the sheets of one site and day. */
export function PaperForm(props: { t: T; token: string; stek: string; sites: readonly Site[]; typed: Typed; refusals: Refusals }) {
  const { t, token, stek, sites, typed, refusals } = props
  const common = { t, typed, refusals }
  const number = (answer: Answer) => (
    <TextField {...common} name={answer} label={t(`welcome.answers.${answer}`)} short inputMode="numeric" autoComplete="off" />
  )
  return (
    <>
      <h1>{t('warmth.pulse.paper.title')}</h1>
      <p>{t('warmth.pulse.paper.intro')}</p>
      <ErrorSummary t={t} refusals={refusals} />
      <Form token={token} action={welcomePaths.paper(stek)}>
        <Select
          {...common}
          name="plek"
          label={t('warmth.pulse.paper.site')}
          options={sites.map(({ siteId, name }) => ({ value: siteId, words: name }))}
        />
        <TextField {...common} name="dag" label={t('warmth.pulse.paper.day')} hint={t('warmth.pulse.paper.dayHint')} short />
        <fieldset class="group">
          <legend>{t('warmth.pulse.paper.faces')}</legend>
          <p class="hint">{t('warmth.pulse.paper.empty')}</p>
          <div class="row">{faces.map(number)}</div>
        </fieldset>
        <fieldset class="group">
          <legend>{t('warmth.pulse.paper.choices')}</legend>
          <div class="row">{choices.map(number)}</div>
        </fieldset>
        <SaveButtons t={t} back={deskPaths.welcome(stek)} />
      </Form>
    </>
  )
}
