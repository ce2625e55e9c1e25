import { MeanwhileNote, SaveButtons } from '../../../../../programme/desk/parts.tsx'
import { OtherLanguages, wordsOf } from '../../../../../programme/desk/sites/form/views.tsx'
import type { Trouble } from '../../../../../programme/desk/three-steps.tsx'
import { ErrorSummary, Form, Select, TextArea, TextField, type Typed, typedText } from '../../../../../ui/fields.tsx'
import { Icon } from '../../../../../ui/icons.tsx'
import type { T, TextKey } from '../../../../../ui/words.ts'
import type { GuideWork } from '../at-work.ts'
import { guideDeskPaths } from '../paths.ts'
import type { ListedOrganisation, OrganisationRow } from '../queries.ts'
import { organisationTold } from './form.ts'

type Partners = readonly { partnerId: string; name: string }[]

const labels: Record<string, TextKey> = {
  name: 'guidedesk.label.name',
  what: 'guidedesk.organisations.what',
  phone: 'guidedesk.label.phone',
  email: 'guidedesk.label.email',
  website: 'guidedesk.label.website',
  kbo: 'guidedesk.organisations.kbo',
  partner: 'guidedesk.organisations.partner',
}

/** How the form of an organisation calls its fields. */
export const organisationWords = (t: T, partners: Partners) =>
  wordsOf(t, labels, (field, value) => (field === 'partner' ? (partners.find(({ partnerId }) => partnerId === value)?.name ?? '') : value))

/** The organisations of the guide, with how to reach them and how many services each gives. */
export function OrganisationList(props: { work: GuideWork; q: string; organisations: readonly ListedOrganisation[]; total: number }) {
  const { work, q, organisations, total } = props
  const { t, stek } = work
  return (
    <>
      <h1>{t('guidedesk.organisations.title')}</h1>
      <div class="acts">
        {work.leads && (
          <a class="big" href={guideDeskPaths.newOrganisation(stek.slug)}>
            <Icon name="plus" />
            {t('guidedesk.organisations.new')}
          </a>
        )}
        <a class="act" href={guideDeskPaths.list(stek.slug)}>
          {t('guidedesk.backToList')}
        </a>
      </div>
      <form class="search" method="get" action="/werk/wegwijzer/organisaties">
        <input type="hidden" name="stek" value={stek.slug} />
        <TextField t={t} name="q" label={t('guidedesk.organisations.search')} typed={{ q }} />
        <button type="submit" class="second">
          {t('guidedesk.find')}
        </button>
      </form>
      <p>{t('guidedesk.organisations.count', { count: total })}</p>
      <ul class="todo">
        {organisations.map(({ organisationId, name, services, phone, email }) => (
          <li>
            <a href={guideDeskPaths.organisation(stek.slug, organisationId)}>
              <b>
                <bdi>{name}</bdi>
              </b>
            </a>
            <span class="soft">
              {[t('guidedesk.organisations.services', { count: services }), phone, email].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The form of an organisation. */
export function OrganisationForm(props: {
  work: GuideWork
  title: string
  action: string
  row: OrganisationRow | undefined
  typed: Typed
  trouble: Trouble
  partners: Partners
}) {
  const { work, typed, trouble, row, partners } = props
  const { t, stek, frame } = work
  const refusals = trouble.refusals ?? {}
  const common = { t, typed, refusals }
  return (
    <>
      <h1>
        <bdi>{props.title}</bdi>
      </h1>
      {row && (
        <div class="acts">
          <a class="act" href={guideDeskPaths.newService(stek.slug, row.organisation_id)}>
            <Icon name="plus" />
            {t('guidedesk.organisations.newService')}
          </a>
          {work.leads && (
            <Form token={frame.token} action={guideDeskPaths.removeOrganisation(stek.slug, row.organisation_id)}>
              <button type="submit" class="act">
                {t('guidedesk.organisations.remove')}
              </button>
            </Form>
          )}
        </div>
      )}
      {trouble.meanwhile && <MeanwhileNote t={t} {...trouble.meanwhile} />}
      <ErrorSummary refusals={refusals} t={t} />
      <Form token={frame.token} action={props.action}>
        <input type="hidden" name="sleutel" value={typedText(typed, 'sleutel')} />
        <input type="hidden" name="gezien" value={typedText(typed, 'gezien')} />
        <input type="hidden" name="revisie" value={typedText(typed, 'revisie')} />
        <TextField {...common} name="name" label={t('guidedesk.organisations.name')} />
        <TextArea {...common} name="what" label={t('guidedesk.organisations.what')} optional />
        <div class="row">
          <TextField {...common} name="phone" label={t('guidedesk.label.phone')} optional />
          <TextField
            {...common}
            name="email"
            label={t('guidedesk.label.email')}
            hint={t('guidedesk.organisations.emailHint')}
            type="email"
            optional
          />
        </div>
        <TextField {...common} name="website" label={t('guidedesk.label.website')} optional />
        <TextField {...common} name="kbo" label={t('guidedesk.organisations.kbo')} short optional />
        {work.leads && partners.length > 0 && (
          <Select
            {...common}
            name="partner"
            label={t('guidedesk.organisations.partner')}
            hint={t('guidedesk.organisations.partnerHint')}
            empty={t('guidedesk.organisations.noPartner')}
            options={partners.map(({ partnerId, name }) => ({ value: partnerId, words: name }))}
          />
        )}
        <OtherLanguages t={t} typed={typed} refusals={refusals} told={organisationTold} labels={labels} />
        <SaveButtons t={t} back={guideDeskPaths.organisations(stek.slug)} />
      </Form>
    </>
  )
}
