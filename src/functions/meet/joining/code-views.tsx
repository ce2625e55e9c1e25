import type { PageProps } from '../../../place/code/page.tsx'
import { translated } from '../../../place/translated.ts'
import { signUpPaths } from '../../../programme/sign-up/paths.ts'
import type { SignUp } from '../../../programme/sign-up/queries.ts'
import type { Subject } from '../../../programme/sign-up/subject.ts'
import { asDutch } from '../../../ui/dutch.ts'
import { ErrorSummary, Form, type Refusals, Select, type Typed } from '../../../ui/fields.tsx'
import { type Document, inLanguage } from '../../../ui/page.tsx'
import { Slip } from './slip.tsx'
import { About, Contact, joiningPage, peopleOptions } from './views.tsx'

/** What became of a sign-up: the code, place or number, and the forms to change or withdraw it. */
export function seenPage(
  props: PageProps & {
    subject: Subject
    signUp: SignUp
    code: string
    number: number
    seal: string
    token: string
    typed: Typed
    refusals: Refusals
    changed: boolean
  },
): Document {
  const { t, language, subject, signUp, token, refusals, typed } = props
  const { moment } = subject
  const withdrawn = signUp.withdrawnAt !== null
  const off = moment.cancellation !== null
  return joiningPage(props, {
    path: signUpPaths.code(),
    title: withdrawn ? t('joining.seen.withdrawnTitle') : t('joining.seen.title'),
    children: (
      <>
        {props.changed && <p role="status">{t('joining.seen.changed')}</p>}
        {off && <p class="state no">{t('joining.standing.cancelled')}</p>}
        {!off && withdrawn && <p class="state wait">{t('joining.seen.withdrawn')}</p>}
        {!off && !withdrawn && signUp.placedAt && <p class="state">{t('joining.seen.placed', { count: signUp.people })}</p>}
        {!off && !withdrawn && !signUp.placedAt && <p class="state wait">{t('joining.seen.waiting', { number: props.number })}</p>}
        {!withdrawn && (
          <section class="code">
            <h2>{t('joining.seen.yourCode')}</h2>
            <b lang="nl" dir="ltr">
              {props.code}
            </b>
            <p>{t('joining.seen.readAloud', { code: asDutch(language, props.code) })}</p>
            <p class="soft">{t('joining.seen.keep')}</p>
          </section>
        )}
        {!withdrawn && !off && (
          <Slip
            t={t}
            language={language}
            subject={subject}
            name={signUp.name}
            title={translated(subject.offer, language, 'title', ['title']).title}
            code={props.code}
          />
        )}
        <About t={t} language={language} subject={subject} />
        {!withdrawn && !off && (
          <section class="noprint">
            <h2>{t('joining.seen.changeTitle')}</h2>
            <ErrorSummary refusals={refusals} t={t} />
            <Form token={token} action={inLanguage(language, signUpPaths.seen(props.seal))}>
              <input type="hidden" name="k" value={props.seal} />
              <Select t={t} name="people" label={t('joining.field.people')} typed={typed} refusals={refusals} options={peopleOptions} />
              <Contact t={t} typed={typed} refusals={refusals} />
              <button type="submit" class="big">
                {t('joining.seen.save')}
              </button>
              <button type="submit" class="second" name="weg" value="ja">
                {t('joining.seen.withdraw')}
              </button>
            </Form>
          </section>
        )}
      </>
    ),
  })
}
