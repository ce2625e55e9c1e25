import { saidIn } from '../../../../../platform/i18n/said.ts'
import { SaveButtons } from '../../../../../programme/desk/parts.tsx'
import { OtherLanguages } from '../../../../../programme/desk/sites/form/views.tsx'
import { Choices, ErrorSummary, Form, type Refusals, Select, TextArea, TextField, type Typed } from '../../../../../ui/fields.tsx'
import { Icon } from '../../../../../ui/icons.tsx'
import type { GuideWork } from '../at-work.ts'
import { guideDeskPaths } from '../paths.ts'
import { means, placeTold, reachField, stepFreeChoices } from './form.ts'

/** The places of the guide. */
export function PlaceList(props: {
  work: GuideWork
  places: readonly { locationId: string; name: string; street: string; town: string; services: number }[]
}) {
  const { t, stek } = props.work
  return (
    <>
      <h1>{t('guidedesk.places.title')}</h1>
      <p>{t('guidedesk.places.text')}</p>
      <div class="acts">
        <a class="big" href={guideDeskPaths.newPlace(stek.slug)}>
          <Icon name="plus" />
          {t('guidedesk.places.new')}
        </a>
        <a class="act" href={guideDeskPaths.list(stek.slug)}>
          {t('guidedesk.backToList')}
        </a>
      </div>
      <ul class="todo">
        {props.places.map(({ locationId, name, street, town, services }) => (
          <li>
            <a href={guideDeskPaths.place(stek.slug, locationId)}>
              <b>
                <bdi>{name}</bdi>
              </b>
            </a>
            <span class="soft">
              {[street, town, t('guidedesk.organisations.services', { count: services })].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The form of a place: where it is, how to get in, and how one gets there from each site. */
export function PlaceForm(props: {
  work: GuideWork
  title: string
  action: string
  remove?: string
  typed: Typed
  refusals: Refusals
  sites: readonly { siteId: string; name: string }[]
}) {
  const { work, typed, refusals, sites } = props
  const { t, stek, frame } = work
  const common = { t, typed, refusals }
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), words: saidIn('nl').weekdayNumbered(day) }))
  return (
    <>
      <h1>{props.title}</h1>
      {props.remove && (
        <Form token={frame.token} action={props.remove}>
          <button type="submit" class="act">
            {t('guidedesk.places.remove')}
          </button>
        </Form>
      )}
      <ErrorSummary refusals={refusals} t={t} />
      <Form token={frame.token} action={props.action}>
        <TextField {...common} name="name" label={t('guidedesk.label.placeName')} />
        <TextField {...common} name="street" label={t('guidedesk.label.placeStreet')} optional />
        <div class="row">
          <TextField {...common} name="postcode" label={t('guidedesk.label.placePostcode')} short optional />
          <TextField {...common} name="town" label={t('guidedesk.label.placeTown')} optional />
        </div>
        <Select
          {...common}
          name="stepFree"
          label={t('places.site.label.stepFree')}
          options={stepFreeChoices.map((value) => ({ value, words: t(`places.site.stepFree.${value}`) }))}
        />
        <TextArea {...common} name="directions" label={t('places.site.label.directions')} optional />
        <TextArea {...common} name="bus" label={t('places.site.label.bus')} optional />
        <details class="group" open={'point' in refusals || 'site' in refusals}>
          <summary>{t('guidedesk.places.map')}</summary>
          <div>
            <TextField {...common} name="point" label={t('guidedesk.places.point')} hint={t('guidedesk.places.pointHint')} optional />
            <Select
              {...common}
              name="site"
              label={t('guidedesk.places.site')}
              empty={t('guidedesk.places.noSite')}
              options={sites.map(({ siteId, name }) => ({ value: siteId, words: name }))}
            />
          </div>
        </details>
        {sites.map(({ siteId, name }) => (
          <details class="group" open={Object.keys(refusals).some((field) => field.endsWith(siteId))}>
            <summary>{t('guidedesk.places.from', { site: name })}</summary>
            <div>
              <div class="row">
                {means.map((way) => (
                  <TextField
                    {...common}
                    name={reachField(way, 'minutes', siteId)}
                    label={t(`guidedesk.places.minutes.${way}`)}
                    short
                    inputMode="numeric"
                    optional
                  />
                ))}
              </div>
              <div class="row">
                <TextField {...common} name={reachField('bus', 'first', siteId)} label={t('guidedesk.places.first')} short optional />
                <TextField {...common} name={reachField('bus', 'last', siteId)} label={t('guidedesk.places.last')} short optional />
              </div>
              <Choices
                {...common}
                several
                name={reachField('bus', 'days', siteId)}
                label={t('guidedesk.places.days')}
                options={days}
                optional
              />
            </div>
          </details>
        ))}
        <OtherLanguages
          t={t}
          typed={typed}
          refusals={refusals}
          told={placeTold}
          labels={{ directions: 'places.site.label.directions', bus: 'places.site.label.bus' }}
        />
        <SaveButtons t={t} back={guideDeskPaths.places(stek.slug)} />
      </Form>
    </>
  )
}
