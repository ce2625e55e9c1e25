import { isLanguage, type Language } from '../../../../platform/i18n/languages.ts'
import { type Refusal, refuseIf } from '../../../../programme/forms/refusal.ts'
import { themes } from '../../../../programme/offer/offer.ts'
import type { GuideService } from '../guide.ts'
import { type Companion, companions, LONGEST_IN_HOURS, type Theme } from '../handover.ts'
import type { SlipDraft } from './form.ts'

/** A slip that can be kept. */
export type Slip = {
  locationId: string | null
  theme: Theme
  onDate: string | null
  atTime: string | null
  companion: Companion
  language: Language
  showsService: boolean
}

const isTheme = (text: string): text is Theme => themes.some((one) => one === text)
const isCompanion = (text: string): text is Companion => companions.some((one) => one === text)

/** The last day for which a slip made today still works. @source REFER-5 */
export const lastDay = (today: string): string =>
  Temporal.PlainDate.from(today)
    .add({ days: LONGEST_IN_HOURS / 24 - 1 })
    .toString()

/** When a handover made now ends by itself. @source REFER-5 */
export const endOf = (now: Temporal.Instant): Temporal.Instant => now.add({ hours: LONGEST_IN_HOURS })

/** The slip as it can be kept, or what stands in the way, by field. Without a day it says: call first. */
export function judgeSlip(
  { theme, date, time, place, companion, language, shows }: SlipDraft,
  service: Pick<GuideService, 'places'>,
  today: string,
): { slip: Slip } | { refusals: readonly Refusal[] } {
  const latest = lastDay(today)
  const refusals = [
    ...refuseIf(date.typed !== '' && date.date === undefined, { field: 'date', key: 'handover-desk.wrong.date' }),
    ...refuseIf(date.date !== undefined && date.date < today, { field: 'date', key: 'handover-desk.wrong.past' }),
    ...refuseIf(date.date !== undefined && date.date > latest, {
      field: 'date',
      key: 'handover-desk.wrong.far',
      values: { until: { date: latest } },
    }),
    ...refuseIf(time.typed !== '' && time.time === undefined, { field: 'time', key: 'handover-desk.wrong.time' }),
    ...refuseIf(time.time !== undefined && date.typed === '', { field: 'date', key: 'handover-desk.wrong.dayMissing' }),
    ...refuseIf(place !== '' && !service.places.some(({ locationId }) => locationId === place), {
      field: 'place',
      key: 'handover-desk.wrong.place',
    }),
    ...refuseIf(!isTheme(theme), { field: 'theme', key: 'handover-desk.wrong.theme' }),
    ...refuseIf(!isCompanion(companion), { field: 'companion', key: 'handover-desk.wrong.companion' }),
    ...refuseIf(!isLanguage(language), { field: 'language', key: 'handover-desk.wrong.language' }),
  ]
  if (refusals.length > 0 || !isTheme(theme) || !isCompanion(companion) || !isLanguage(language)) return { refusals }
  return {
    slip: {
      locationId: place || null,
      theme,
      onDate: date.date ?? null,
      atTime: time.time ?? null,
      companion,
      language,
      showsService: shows,
    },
  }
}
