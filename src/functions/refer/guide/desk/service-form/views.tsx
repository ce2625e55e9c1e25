import { MeanwhileNote } from '../../../../../programme/desk/parts.tsx'
import { OtherLanguages, wordsOf } from '../../../../../programme/desk/sites/form/views.tsx'
import type { Trouble } from '../../../../../programme/desk/three-steps.tsx'
import { Choices, ErrorSummary, Form, Select, TextArea, TextField, type Typed, typedList, typedText } from '../../../../../ui/fields.tsx'
import { Icon } from '../../../../../ui/icons.tsx'
import type { T, TextKey } from '../../../../../ui/words.ts'
import type { ChoicePlace, ListedOrganisation } from '../queries.ts'
import { hoursAt, levels, serviceTold, themes, usualLanguages, ways } from './form.ts'

const toldLabels: Record<string, TextKey> = {
  name: 'guidedesk.label.name',
  what: 'guidedesk.label.what',
  for_whom: 'guidedesk.label.forWhom',
  conditions: 'guidedesk.label.conditions',
  cost: 'guidedesk.label.cost',
  bring: 'guidedesk.label.bring',
  how_to_reach: 'guidedesk.label.howToReach',
  ask_for: 'guidedesk.label.askFor',
}

const languageNames = new Intl.DisplayNames('nl', { type: 'language' })
/** The Dutch name of a language code, or the code itself when it is none. */
export const languageName = (code: string): string => {
  try {
    return languageNames.of(code) ?? code
  } catch {
    return code
  }
}

/** How the form of a service calls its fields and says what was chosen. */
export const serviceWords = (t: T, names: ReadonlyMap<string, string>) => {
  const told = wordsOf(t, toldLabels)
  return {
    label: (field: string) => (field.includes('.') ? told.label(field) : t(`guidedesk.label.${field}` as TextKey)),
    words: (field: string, values: readonly string[]) =>
      values
        .map((value) => {
          if (field === 'ways' || field === 'themes' || field === 'level') return t(`guidedesk.${field}.${value}` as TextKey)
          if (field === 'languages') return languageName(value)
          if (field === 'free') return t(`guidedesk.free.${value}` as TextKey)
          return names.get(value) ?? value
        })
        .join(', '),
  }
}

/** What the form of a service needs beside what was typed. */
export type ServiceFormProps = {
  t: T
  token: string
  action: string
  back: string
  typed: Typed
  trouble: Trouble
  organisations: readonly ListedOrganisation[]
  places: readonly ChoicePlace[]
  /** Who leads the stek also makes organisations and places along the way. */
  leads: boolean
  isNew: boolean
}

const group = (open: boolean) => ({ class: 'group', open })

/** The form of a service: what most visitors look for on one screen, the rest folded away until somebody wants it. @source REFER-3 */
export function ServiceForm(props: ServiceFormProps) {
  const { t, token, action, back, typed, trouble, organisations, places, leads, isNew } = props
  const refusals = trouble.refusals ?? {}
  const common = { t, typed, refusals }
  const wrong = (...fields: string[]) => fields.some((field) => field in refusals)
  const chosenPlaces = places.filter(({ locationId }) => typedList(typed, 'places').includes(locationId))
  const languages = [...new Set([...usualLanguages, ...typedList(typed, 'languages')])]
  const address = ({ street, town }: ChoicePlace) => [street, town].filter(Boolean).join(', ')
  const area = (field: string, optional = true) => (
    <TextArea
      {...common}
      name={field}
      label={t(`guidedesk.label.${field}` as TextKey)}
      hint={field in hints ? t(hints[field] as TextKey) : undefined}
      optional={optional}
    />
  )
  const text = (field: string, more: { type?: 'email'; inputMode?: 'email' } = {}) => (
    <TextField
      {...common}
      name={field}
      label={t(`guidedesk.label.${field}` as TextKey)}
      hint={field in hints ? t(hints[field] as TextKey) : undefined}
      optional
      {...more}
    />
  )
  return (
    <>
      {trouble.meanwhile && <MeanwhileNote t={t} {...trouble.meanwhile} />}
      <ErrorSummary refusals={refusals} t={t} />
      <Form token={token} action={action}>
        <input type="hidden" name="sleutel" value={typedText(typed, 'sleutel')} />
        <input type="hidden" name="gezien" value={typedText(typed, 'gezien')} />
        <input type="hidden" name="revisie" value={typedText(typed, 'revisie')} />
        <TextField {...common} name="name" label={t('guidedesk.label.name')} hint={t('guidedesk.hint.name')} />
        <Select
          {...common}
          name="organisation"
          label={t('guidedesk.label.organisation')}
          empty={t('guidedesk.choose')}
          options={organisations.map(({ organisationId, name }) => ({ value: organisationId, words: name }))}
        />
        {isNew && leads && text('newOrganisation')}
        {area('what')}
        <div class="row">
          {text('phone')}
          {text('email', { type: 'email', inputMode: 'email' })}
        </div>
        {text('website')}
        <Choices
          {...common}
          several
          name="ways"
          label={t('guidedesk.label.ways')}
          options={ways.map((value) => ({ value, words: t(`guidedesk.ways.${value}`) }))}
        />
        {area('hours')}
        {chosenPlaces.length > 1 &&
          chosenPlaces.map(({ locationId, name }) => (
            <TextArea {...common} name={hoursAt(locationId)} label={t('guidedesk.hoursAt', { place: name })} rows={2} optional />
          ))}
        <details {...group(wrong('places', 'placeName', 'placeStreet', 'placePostcode', 'placeTown') || chosenPlaces.length === 0)}>
          <summary>
            {t('guidedesk.group.place')} <span class="hint">{chosenPlaces.map(({ name }) => name).join(', ')}</span>
          </summary>
          <div>
            {places.length > 0 && (
              <Choices
                {...common}
                several
                name="places"
                label={t('guidedesk.label.places')}
                options={[...places]
                  .sort((one, other) => Number(chosenPlaces.includes(other)) - Number(chosenPlaces.includes(one)))
                  .map((place) => ({ value: place.locationId, words: place.name, note: address(place) }))}
                optional
              />
            )}
            {leads && (
              <>
                {text('placeName')}
                {text('placeStreet')}
                <div class="row">
                  {text('placePostcode')}
                  {text('placeTown')}
                </div>
              </>
            )}
          </div>
        </details>
        <details {...group(wrong('forWhom', 'conditions', 'free', 'cost', 'bring', 'howToReach', 'askFor'))}>
          <summary>{t('guidedesk.group.terms')}</summary>
          <div>
            {area('forWhom')}
            {area('conditions')}
            <Select
              {...common}
              name="free"
              label={t('guidedesk.label.free')}
              options={(['', 'yes', 'no'] as const).map((value) => ({
                value,
                words: t(value === '' ? 'guidedesk.free.unknown' : `guidedesk.free.${value}`),
              }))}
            />
            {area('cost')}
            {area('bring')}
            {area('howToReach')}
            {text('askFor')}
          </div>
        </details>
        <details {...group(wrong('languages', 'alsoCalled', 'themes', 'level'))}>
          <summary>{t('guidedesk.group.found')}</summary>
          <div>
            <Choices
              {...common}
              several
              name="languages"
              label={t('guidedesk.label.languages')}
              options={languages.map((value) => ({ value, words: languageName(value) }))}
            />
            {area('alsoCalled')}
            <Choices
              {...common}
              several
              name="themes"
              label={t('guidedesk.label.themes')}
              options={themes.map((value) => ({ value, words: t(`guidedesk.themes.${value}`) }))}
            />
            <Select
              {...common}
              name="level"
              label={t('guidedesk.label.level')}
              empty={t('guidedesk.noLevel')}
              options={levels.map((value) => ({ value, words: t(`guidedesk.level.${value}`) }))}
            />
          </div>
        </details>
        <details {...group(wrong('rhythm', 'rightsUrl', 'socialMapUrl', 'ipdcUri', 'source'))}>
          <summary>{t('guidedesk.group.kept')}</summary>
          <div>
            <Select
              {...common}
              name="rhythm"
              label={t('guidedesk.label.rhythm')}
              options={(['3', '6', '12'] as const).map((value) => ({ value, words: t('guidedesk.everyMonths', { count: Number(value) }) }))}
            />
            {text('rightsUrl')}
            {text('socialMapUrl')}
            {text('ipdcUri')}
            {area('source')}
          </div>
        </details>
        <OtherLanguages t={t} typed={typed} refusals={refusals} told={serviceTold} labels={toldLabels} />
        <div class="acts">
          <button type="submit" class="big" name="step" value="checked">
            <Icon name="checks" />
            {t('guidedesk.saveChecked')}
          </button>
          <button type="submit" class="second" name="step" value="save">
            {t('guidedesk.saveOnly')}
          </button>
          <a class="act" href={back}>
            {t('shell.form.cancel')}
          </a>
        </div>
      </Form>
    </>
  )
}

const hints: Record<string, string> = {
  what: 'guidedesk.hint.what',
  hours: 'guidedesk.hint.hours',
  askFor: 'guidedesk.hint.askFor',
  alsoCalled: 'guidedesk.hint.alsoCalled',
  cost: 'guidedesk.hint.cost',
  placeName: 'guidedesk.hint.placeName',
  rightsUrl: 'guidedesk.hint.links',
  source: 'guidedesk.hint.source',
}
