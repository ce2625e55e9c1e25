import { Form } from '../../../ui/fields.tsx'
import { Icon } from '../../../ui/icons.tsx'
import type { Document } from '../../../ui/page.tsx'
import { tight } from '../../../ui/styles.ts'
import type { T } from '../../../ui/words.ts'
import { workPage } from '../../../ui/work-page.tsx'
import type { Work } from '../at-work.ts'
import { personPaths } from '../paths.ts'
import type { ShownName } from '../shown-name/consents.ts'
import { ShownNames } from '../shown-name/views.tsx'
import { sectionCss } from '../style.ts'

/** A button that island.ts brings to life; hidden where the browser has no passkeys or runs no script. */
export function PasskeyButton({
  t,
  token,
  use,
  words,
  back,
}: {
  t: T
  token: string
  use: 'sign-in' | 'register'
  words: string
  back?: string
}) {
  return (
    <div hidden data-passkey={use} data-token={token} data-back={back ?? ''}>
      <button type="button" class="second">
        <Icon name="fingerprint" />
        {words}
      </button>
      <div role="alert" hidden>
        <p class="error">{t('account.myself.failed')}</p>
      </div>
    </div>
  )
}

const css = `${sectionCss}${tight(`
.keys{inline-size:100%;list-style:none;margin:0;padding:0;display:grid;gap:.5rem}
.keys li{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between;inline-size:100%}
`)}`

/** One's own account: roles, passkeys, signing out everywhere. */
export function myselfPage(page: {
  work: Work
  passkeys: readonly { credentialId: string; label: string }[]
  shown: readonly ShownName[]
  zone: string
  told?: string
}): Document {
  const { work, passkeys, shown, zone, told } = page
  const { t, frame, signedIn } = work
  return workPage({
    ...frame,
    title: t('account.myself.title'),
    told,
    css,
    scripts: [personPaths.passkeyScript()],
    children: (
      <>
        <h1>{signedIn.name}</h1>
        <section>
          <h2>{t('account.myself.roles')}</h2>
          <ul>
            {signedIn.roles.map((role) => (
              <li>
                {t(`account.role.${role.kind}`)}, {role.stekName}
              </li>
            ))}
          </ul>
        </section>
        <ShownNames work={work} shown={shown} zone={zone} />
        <section>
          <h2>{t('account.myself.keys')}</h2>
          <p>{t('account.myself.keysText')}</p>
          {passkeys.length === 0 && <p class="soft">{t('account.myself.keysNone')}</p>}
          <ul class="keys">
            {passkeys.map(({ credentialId, label }) => (
              <li>
                <span>{label}</span>
                <Form token={frame.token} action={`${personPaths.myself()}/sleutels/weg`}>
                  <input type="hidden" name="sleutel" value={credentialId} />
                  <button type="submit" class="link" aria-label={t('account.myself.removeKeyNamed', { label })}>
                    {t('account.myself.removeKey')}
                  </button>
                </Form>
              </li>
            ))}
          </ul>
          <PasskeyButton t={t} token={frame.token} use="register" words={t('account.myself.addKey')} />
        </section>
        <section>
          <h2>{t('account.myself.everywhere')}</h2>
          <p>{t('account.myself.everywhereText')}</p>
          <Form token={frame.token} action={`${personPaths.myself()}/overal-afmelden`}>
            <button type="submit" class="second">
              {t('account.myself.everywhere')}
            </button>
          </Form>
        </section>
      </>
    ),
  })
}
