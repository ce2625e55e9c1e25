import { ErrorSummary, Form, type Refusals, TextField, type Typed } from '../../../ui/fields.tsx'
import type { Document } from '../../../ui/page.tsx'
import { tight } from '../../../ui/styles.ts'
import type { T } from '../../../ui/words.ts'
import { workPage } from '../../../ui/work-page.tsx'

const css = tight(`
fieldset.part{border:0;margin:0;padding:0;min-inline-size:0;inline-size:100%;display:grid;gap:1rem}
.part>legend{font-size:1.4rem;margin-block-end:.75rem}
`)

/** The short set-up of an empty house, all on one page. */
export function setUpPage({ t, token, typed, refusals }: { t: T; token: string; typed: Typed; refusals?: Refusals }): Document {
  const common = { typed, refusals, t }
  const title = t('account.setUp.title')
  return workPage({
    t,
    token,
    title,
    atWork: null,
    css,
    children: (
      <>
        <h1>{title}</h1>
        <ErrorSummary refusals={refusals} t={t} />
        <p>{t('account.setUp.intro')}</p>
        <Form token={token}>
          <fieldset class="part">
            <legend>{t('account.setUp.network')}</legend>
            <TextField name="networkName" label={t('account.setUp.networkName')} hint={t('account.setUp.networkHint')} {...common} />
          </fieldset>
          <fieldset class="part">
            <legend>{t('account.setUp.stek')}</legend>
            <TextField name="stekName" label={t('account.setUp.stekName')} {...common} />
            <TextField name="municipality" label={t('account.setUp.municipality')} {...common} />
            <TextField name="slug" optional label={t('account.setUp.slug')} hint={t('account.setUp.slugHint')} {...common} />
          </fieldset>
          <fieldset class="part">
            <legend>{t('account.setUp.site')}</legend>
            <TextField name="siteName" label={t('account.setUp.siteName')} {...common} />
            <TextField name="street" optional autoComplete="off" label={t('account.setUp.street')} {...common} />
            <TextField
              name="postcode"
              optional
              short
              inputMode="numeric"
              autoComplete="off"
              label={t('account.setUp.postcode')}
              {...common}
            />
            <TextField name="town" optional autoComplete="off" label={t('account.setUp.town')} {...common} />
          </fieldset>
          <fieldset class="part">
            <legend>{t('account.setUp.you')}</legend>
            <TextField name="partnerName" autoComplete="organization" label={t('account.setUp.partnerName')} {...common} />
            <TextField name="name" autoComplete="name" label={t('account.setUp.name')} {...common} />
            <TextField name="email" type="email" inputMode="email" autoComplete="email" label={t('account.email.label')} {...common} />
          </fieldset>
          <button type="submit" class="big">
            {t('account.setUp.button')}
          </button>
        </Form>
      </>
    ),
  })
}
