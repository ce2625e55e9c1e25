import type { ComponentChildren } from 'preact'
import { codeDocument, type PageProps } from '../../../place/code/page.tsx'
import { translated } from '../../../place/translated.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { priceSentence } from '../../../programme/offer/price-words.ts'
import { outingFacts } from '../../../programme/outing/views.tsx'
import { paths } from '../../../programme/paths.ts'
import { signUpPaths } from '../../../programme/sign-up/paths.ts'
import { MOST_PEOPLE, type Standing, type Wrong } from '../../../programme/sign-up/rules.ts'
import type { Subject } from '../../../programme/sign-up/subject.ts'
import { asDutch } from '../../../ui/dutch.ts'
import { ErrorSummary, Form, type Refusals, Select, TextField, type Typed } from '../../../ui/fields.tsx'
import { type Document, inLanguage } from '../../../ui/page.tsx'
import type { T } from '../../../ui/words.ts'
import { joinCss } from './look.ts'

/** A page of this slice: nothing in between may keep it, and search engines leave it. */
export const joiningPage = (
  props: PageProps,
  page: { path: string; title: string; above?: ComponentChildren; children: ComponentChildren },
): Document => codeDocument(props, { ...page, css: joinCss })

/** What is wrong with each field, as sentences. */
export const inSentences = (t: T, wrong: Partial<Record<string, Wrong>>): Refusals =>
  Object.fromEntries(Object.entries(wrong).flatMap(([field, what]) => (what ? [[field, t(`joining.wrong.${what}`)]] : [])))

/** When and where, and what to know for an outing. */
export function About({ t, language, subject }: PageProps & { subject: Subject }) {
  const said = saidIn(language)
  const { moment, site, offer, terms, outing, carrier } = subject
  const own = (name: string, words: string, typed = false) => ({ name, words, typed })
  const price = [priceSentence(t, language, offer), carrier && t('programme.activity.carriedBy', { partner: asDutch(language, carrier) })]
  const extras = [
    own(t('joining.about.where'), [site.name, site.street, site.town].filter(Boolean).join(', '), true),
    own(t('joining.about.meetingPoint'), terms?.meetingPoint ?? '', true),
    ...(outing
      ? outingFacts({ t, language }, outing)
      : [
          own(t('joining.about.bring'), terms?.whatToBring ?? '', true),
          own(t('joining.about.seats'), terms?.seats ? String(terms.seats) : ''),
        ]),
    own(t('joining.about.price'), price.filter(Boolean).join(' ')),
  ]
  const inDutch = language === 'nl' ? undefined : 'nl'
  return (
    <div class="about">
      <p class="when">
        {said.long(moment.date)}, <bdi>{said.range(moment.startTime, moment.endTime)}</bdi>
      </p>
      <dl class="extras">
        {extras
          .filter(({ words }) => words !== '')
          .flatMap(({ name, words, typed }) => [
            <dt>{name}</dt>,
            <dd lang={typed ? inDutch : undefined}>
              <bdi>{words}</bdi>
            </dd>,
          ])}
      </dl>
    </div>
  )
}

/** How many people can be chosen. */
export const peopleOptions = Array.from({ length: MOST_PEOPLE }, (_, index) => ({ value: String(index + 1), words: String(index + 1) }))

/** The page on which somebody signs up for one moment; or says why that cannot be done now. */
export function joinPage(
  props: PageProps & {
    subject: Subject
    standing: Standing | 'not-yet'
    free: number
    token: string
    typed: Typed
    refusals: Refusals
    /** The name is longer than needed: a kind word, and pressing again keeps it. */
    gentle: boolean
  },
): Document {
  const { t, language, subject, standing, free, typed, refusals, token } = props
  const { stek, moment } = subject
  const offer = translated(subject.offer, language, 'title', ['title'])
  return joiningPage(props, {
    path: signUpPaths.join(stek.slug, moment.slotId, moment.plannedDate),
    title: t('joining.join.title', { offer: offer.title }),
    above: (
      <p>
        <a href={inLanguage(language, paths.activity(stek.slug, offer.slug))}>
          <bdi>{offer.title}</bdi>
        </a>
      </p>
    ),
    children: (
      <>
        <About t={t} language={language} subject={subject} />
        {standing !== 'open' && <p class="state no">{t(`joining.standing.${standing}`)}</p>}
        {standing !== 'open' && stek.phone && <p>{t('joining.join.call', { phone: stek.phone })}</p>}
        {standing === 'open' && (
          <>
            <p class={free > 0 ? 'state' : 'state wait'}>{free > 0 ? t('joining.join.free', { count: free }) : t('joining.join.full')}</p>
            <ErrorSummary refusals={refusals} t={t} />
            {props.gentle && (
              <p class="gentle" role="status">
                {t('joining.join.firstName')}
              </p>
            )}
            <Form token={token}>
              <input type="hidden" name="sleutel" value={String(typed.sleutel ?? '')} />
              {props.gentle && <input type="hidden" name="gezien" value={String(typed.name ?? '')} />}
              <TextField
                t={t}
                name="name"
                label={t('joining.field.name')}
                hint={t('joining.field.nameHint')}
                typed={typed}
                refusals={refusals}
                autoComplete="off"
              />
              <Select t={t} name="people" label={t('joining.field.people')} typed={typed} refusals={refusals} options={peopleOptions} />
              <Contact t={t} typed={typed} refusals={refusals} />
              <button type="submit" class="big main">
                {t(free > 0 ? 'joining.join.send' : 'joining.join.sendWaiting')}
              </button>
            </Form>
          </>
        )}
        <p>
          <a href={inLanguage(language, signUpPaths.code())}>{t('joining.join.haveCode')}</a>
        </p>
      </>
    ),
  })
}

/** Where a message about changes may go; both may stay empty. */
export function Contact({ t, typed, refusals }: { t: T; typed: Typed; refusals: Refusals }) {
  return (
    <fieldset class="field">
      <legend>{t('joining.field.contact')}</legend>
      <p class="hint">{t('joining.field.contactHint')}</p>
      <TextField t={t} name="phone" label={t('joining.field.phone')} typed={typed} refusals={refusals} optional autoComplete="off" />
      <TextField
        t={t}
        name="email"
        label={t('joining.field.email')}
        typed={typed}
        refusals={refusals}
        optional
        inputMode="email"
        autoComplete="off"
      />
    </fieldset>
  )
}
