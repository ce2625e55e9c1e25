import { Check, ErrorSummary, Form, type Refusals, TextField, type Typed } from '../../../ui/fields.tsx'
import { Icon } from '../../../ui/icons.tsx'
import type { Document } from '../../../ui/page.tsx'
import type { T } from '../../../ui/words.ts'
import { workPage } from '../../../ui/work-page.tsx'
import { PasskeyButton } from '../passkey/views.tsx'
import { personPaths } from '../paths.ts'

type Frame = { t: T; token: string }

/** The page that asks for a mail address, with a passkey as the quicker way where the browser has one. */
export function signInPage({ t, token, typed, refusals }: Frame & { typed: Typed; refusals?: Refusals }): Document {
  const back = typeof typed.terug === 'string' ? typed.terug : ''
  return workPage({
    t,
    token,
    title: t('account.signIn.title'),
    atWork: null,
    scripts: [personPaths.passkeyScript()],
    children: (
      <>
        <h1>{t('account.signIn.title')}</h1>
        <ErrorSummary refusals={refusals} t={t} />
        <p>{t('account.signIn.intro')}</p>
        <Form token={token} action={personPaths.signIn()}>
          {back && <input type="hidden" name="terug" value={back} />}
          <TextField
            name="email"
            type="email"
            inputMode="email"
            autoComplete="username webauthn"
            label={t('account.email.label')}
            typed={typed}
            refusals={refusals}
            t={t}
          />
          <button type="submit" class="big">
            <Icon name="mail" />
            {t('account.signIn.ask')}
          </button>
        </Form>
        <PasskeyButton t={t} token={token} use="sign-in" words={t('account.myself.useKey')} back={back} />
        <p class="soft">{t('account.signIn.visitor')}</p>
      </>
    ),
  })
}

/** The same answer for every address, known or not. */
export const sentPage = ({ t, token }: Frame): Document =>
  workPage({
    t,
    token,
    title: t('account.signIn.sentTitle'),
    atWork: null,
    children: (
      <>
        <h1>{t('account.signIn.sentTitle')}</h1>
        <p>{t('account.signIn.sentText')}</p>
        <p class="soft">{t('account.signIn.sentHelp')}</p>
        <p>
          <a href={personPaths.signIn()}>{t('account.signIn.again')}</a>
        </p>
      </>
    ),
  })

/** What a link opens: only a button, because programs that check mail open every link in it. */
export const linkPage = ({ t, token, action }: Frame & { action: string }): Document =>
  workPage({
    t,
    token,
    title: t('account.signIn.linkTitle'),
    atWork: null,
    children: (
      <>
        <h1>{t('account.signIn.linkTitle')}</h1>
        <p>{t('account.signIn.linkText')}</p>
        <Form token={token} action={action}>
          <Check name="shared" label={t('account.signIn.shared')} hint={t('account.signIn.sharedHint')} typed={{}} />
          <button type="submit" class="big">
            <Icon name="door-enter" />
            {t('account.signIn.linkButton')}
          </button>
        </Form>
      </>
    ),
  })
