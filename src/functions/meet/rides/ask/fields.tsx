import { Choices, type Refusals, Select, TextField, type Typed } from '../../../../ui/fields.tsx'
import type { T } from '../../../../ui/words.ts'
import { needs, ways } from '../match/ride.ts'
import type { Place } from '../places/queries.ts'
import { askedWays, needWords } from '../words.ts'
import { MOST_SEATS_ASKED } from './rules.ts'

const icons = { rollator: 'walk', wheelchair: 'wheelchair', 'child-seat': 'baby-carriage' } as const

/** The fields for asking a ride: the same for a visitor and for a worker who does it for somebody. */
export function AskFields({ t, typed, refusals, places }: { t: T; typed: Typed; refusals: Refusals; places: readonly Place[] }) {
  const common = { t, typed, refusals }
  return (
    <>
      <TextField {...common} name="name" label={t('rides.label.name')} hint={t('rides.hint.name')} autoComplete="off" />
      <TextField {...common} name="phone" label={t('rides.label.phone')} hint={t('rides.hint.phone')} autoComplete="off" inputMode="text" />
      <Select
        {...common}
        name="place"
        label={t('rides.label.place')}
        hint={t('rides.hint.place')}
        empty={t('rides.choose')}
        options={places.map(({ placeId, name }) => ({ value: placeId, words: name }))}
      />
      <Select
        {...common}
        name="seats"
        label={t('rides.label.seats')}
        options={Array.from({ length: MOST_SEATS_ASKED }, (_, n) => ({ value: String(n + 1), words: String(n + 1) }))}
      />
      <Choices
        {...common}
        name="ways"
        label={t('rides.label.ways')}
        options={ways.map((one) => ({ value: one, words: askedWays(t, one) }))}
      />
      <Choices
        {...common}
        name="needs"
        label={t('rides.label.needs')}
        several
        optional
        options={needs.map((need) => ({ value: need, words: needWords(t, need), icon: icons[need] }))}
      />
    </>
  )
}
