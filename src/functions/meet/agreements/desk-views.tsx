import { paths as placePaths } from '../../../place/paths.ts'
import type { Site } from '../../../place/site/site.ts'
import { ownNames } from '../../../platform/i18n/languages.ts'
import { SaveButtons } from '../../../programme/desk/parts.tsx'
import { ErrorSummary, Form, type Refusals, TextArea, TextField, type Typed, typedText } from '../../../ui/fields.tsx'
import { Icon } from '../../../ui/icons.tsx'
import type { T } from '../../../ui/words.ts'
import { welcomePaths } from '../paths.ts'
import type { Agreements } from './agreement.ts'
import { otherLanguages } from './form.ts'

/** `/werk/afspraken`: every site with its agreements, and the way to change them. */
export function AgreementsList(props: { t: T; stek: string; sites: readonly Site[]; agreements: readonly Agreements[] }) {
  const { t, stek, sites, agreements } = props
  return (
    <>
      <div class="part">
        <h1>{t('warmth.agreements.title')}</h1>
        <p>{t('warmth.agreements.intro')}</p>
        <p class="acts">
          <a class="act" href={placePaths.agreements(stek)}>
            <Icon name="eye" />
            {t('warmth.agreements.see')}
          </a>
        </p>
      </div>
      {sites.map(({ siteId, name }) => {
        const sentences = agreements.find((one) => one.siteId === siteId)?.sentences ?? []
        return (
          <section class="part">
            <h2>
              <bdi>{name}</bdi>
            </h2>
            {sentences.length === 0 ? (
              <p>{t('warmth.agreements.none')}</p>
            ) : (
              <ol>
                {sentences.map((sentence) => (
                  <li>
                    <bdi>{sentence}</bdi>
                  </li>
                ))}
              </ol>
            )}
            <p class="acts">
              <a class="act" href={welcomePaths.agreementsOf(stek, siteId)}>
                <Icon name="pencil" />
                {t('warmth.agreements.change')}
                <span class="unseen">: {name}</span>
              </a>
            </p>
          </section>
        )
      })}
    </>
  )
}

/** What the form shows of agreements that are there. */
export const typedOf = ({ sentences, agreedOn, agreedWhere, translations }: Agreements): Typed => ({
  afspraken: sentences.join('\n'),
  op: agreedOn ? agreedOn.split('-').reverse().join('/') : '',
  waar: agreedWhere,
  ...Object.fromEntries(otherLanguages.map((language) => [`in-${language}`, (translations[language] ?? []).join('\n')])),
})

/** The form of the agreements of one site. */
export function AgreementsForm(props: { t: T; token: string; stek: string; site: Site; typed: Typed; refusals: Refusals }) {
  const { t, token, stek, site, typed, refusals } = props
  const common = { t, typed, refusals }
  const open = otherLanguages.some((language) => typedText(typed, `in-${language}`) !== '')
  return (
    <>
      <h1>{t('warmth.agreements.titleOf', { site: site.name })}</h1>
      <ErrorSummary t={t} refusals={refusals} />
      <Form token={token} action={welcomePaths.agreementsOf(stek, site.siteId)}>
        <TextArea
          {...common}
          name="afspraken"
          label={t('warmth.agreements.sentences')}
          hint={t('warmth.agreements.sentencesHint')}
          rows={10}
        />
        <TextField {...common} name="op" label={t('warmth.agreements.on')} hint={t('warmth.agreements.onHint')} short optional />
        <TextField {...common} name="waar" label={t('warmth.agreements.where')} hint={t('warmth.agreements.whereHint')} optional />
        <details class="group" open={open}>
          <summary>{t('warmth.agreements.languages')}</summary>
          <div>
            <p class="hint">{t('warmth.agreements.languageHint')}</p>
            {otherLanguages.map((language) => (
              <TextArea {...common} name={`in-${language}`} label={ownNames[language]} rows={5} optional />
            ))}
          </div>
        </details>
        <SaveButtons t={t} back={welcomePaths.agreementsDesk(stek)} />
      </Form>
    </>
  )
}
