import type { Board } from '../../../../programme/board/board.ts'
import { ErrorSummary, Form, type Refusals, Select, TextField, type Typed } from '../../../../ui/fields.tsx'
import type { T } from '../../../../ui/words.ts'
import type { GivenMinutes } from '../match/distances.ts'
import { Tap } from '../parts.tsx'
import { ridePaths } from '../paths.ts'
import type { Place } from './queries.ts'

type Props = {
  t: T
  token: string
  stek: string
  sites: Board['sites']
  places: readonly Place[]
  given: readonly GivenMinutes[]
  typed: Typed
  refusals: Refusals
}

/** The rough places of a stek, a form for one more, and how long it is between two of them. */
export function Places({ t, token, stek, sites, places, given, typed, refusals }: Props) {
  const common = { t, typed, refusals }
  const nameOf = (id: string) => places.find(({ placeId }) => placeId === id)?.name
  const options = places.map(({ placeId, name }) => ({ value: placeId, words: name }))
  return (
    <>
      <p>{t('ridework.placesText')}</p>
      <ErrorSummary refusals={refusals} t={t} />
      <ul class="todo">
        {places.map((place) => (
          <li>
            <b>{place.name}</b>
            <span>
              {[
                place.siteId ? t('ridework.isSite', { site: sites.find(({ siteId }) => siteId === place.siteId)?.name ?? '' }) : '',
                place.latitude === null ? t('ridework.noPoint') : `${place.latitude}, ${place.longitude}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Tap
              token={token}
              action={ridePaths.removePlace(stek)}
              values={{ place: place.placeId }}
              words={t('ridework.removePlace')}
              about={place.name}
              icon="x"
            />
          </li>
        ))}
      </ul>
      <Form token={token} action={ridePaths.places(stek)}>
        <fieldset class="group">
          <legend>{t('ridework.newPlace')}</legend>
          <TextField {...common} name="placeName" label={t('ridework.label.placeName')} hint={t('ridework.hint.placeName')} />
          <TextField {...common} name="point" label={t('ridework.label.point')} hint={t('ridework.hint.point')} optional />
          <Select
            {...common}
            name="site"
            label={t('ridework.label.site')}
            empty={t('ridework.noSite')}
            options={sites.map(({ siteId, name }) => ({ value: siteId, words: name }))}
          />
          <div class="acts">
            <button type="submit" class="big">
              {t('ridework.addPlace')}
            </button>
          </div>
        </fieldset>
      </Form>
      {places.length > 1 && (
        <Form token={token} action={ridePaths.minutes(stek)}>
          <fieldset class="group">
            <legend>{t('ridework.minutesTitle')}</legend>
            <p class="hint">{t('ridework.minutesText')}</p>
            {given.map(({ fromPlaceId, toPlaceId, minutes }) => {
              const [from, to] = [nameOf(fromPlaceId), nameOf(toPlaceId)]
              return from && to && <p>{t('ridework.minutesLine', { from, to, count: minutes })}</p>
            })}
            <div class="row">
              <Select {...common} name="from" label={t('ridework.label.minutesFrom')} empty={t('rides.choose')} options={options} />
              <Select {...common} name="to" label={t('ridework.label.minutesTo')} empty={t('rides.choose')} options={options} />
              <TextField {...common} name="minutes" label={t('ridework.label.minutes')} short inputMode="numeric" />
            </div>
            <div class="acts">
              <button type="submit" class="second">
                {t('ridework.keepMinutes')}
              </button>
            </div>
          </fieldset>
        </Form>
      )}
      <p>
        <a class="act" href={ridePaths.rides(stek)}>
          {t('ridework.backToList')}
        </a>
      </p>
    </>
  )
}
