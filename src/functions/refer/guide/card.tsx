import type { Language } from '../../../platform/i18n/languages.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { knownReason } from '../../../programme/exception/known-reasons.ts'
import { asDutch } from '../../../ui/dutch.ts'
import { Icon } from '../../../ui/icons.tsx'
import { inLanguage } from '../../../ui/page.tsx'
import type { T } from '../../../ui/words.ts'
import { referPaths } from '../paths.ts'
import { nearness, type OpenState, openState, type WallClock } from './rules.ts'
import type { Service, SitePoint } from './service.ts'
import { dialled, dutchUnlessSaid, inWords, kilometresIn, languageName } from './words.ts'

/** What every part of the guide needs to speak. */
export type Speaking = {
  t: T
  language: Language
  stek: { slug: string; name: string; phone: string | null }
  now: WallClock
  sites: readonly SitePoint[]
}

/** Whether a service is open, in a sentence. */
export function stateSentence({ t, language, now }: Pick<Speaking, 't' | 'language' | 'now'>, state: OpenState): string {
  const words = saidIn(language)
  if (state.kind === 'unknown') return t('guide.state.unknown')
  if (state.kind === 'shut')
    return [t('guide.state.shut', { day: words.long(state.until) }), knownReason(t, state.message) ?? asDutch(language, state.message)]
      .filter(Boolean)
      .join('. ')
  const how = state.byAppointment ? ` (${t('guide.state.appointment')})` : ''
  if (state.kind === 'open') return t('guide.state.open', { time: words.inSentence(state.until) }) + how
  const time = words.inSentence(state.time)
  return (
    (state.holiday ? `${t('guide.state.holiday')} ` : '') +
    (state.date === now.date ? t('guide.state.opensToday', { time }) : t('guide.state.opens', { day: words.long(state.date), time })) +
    how
  )
}

/** Where a service is seen from the stek, in a few words; undefined when nobody knows. */
export function nearnessWords(
  { t, language, sites }: Pick<Speaking, 't' | 'language' | 'sites'>,
  service: Pick<Service, 'places'>,
): string | undefined {
  const near = nearness(service.places, sites)
  if (!near) return undefined
  if ('atSite' in near) return t('guide.atSite', { site: near.atSite })
  return t('guide.kilometres', { number: kilometresIn(language, near.kilometres), site: near.from })
}

/** When somebody said last that all is right. @source REFER-3 */
export const checkedWords = ({ t, language }: Pick<Speaking, 't' | 'language'>, checkedOn: string | null): string =>
  checkedOn ? t('guide.checkedOn', { day: saidIn(language).longWithYear(checkedOn) }) : t('guide.notChecked')

/** Two lines of what one finds there. */
const shortened = (text: string): string => (text.length <= 220 ? text : `${text.slice(0, 200).replace(/\s+\S*$/, '')}…`)

/** One service in a list of what was found. */
export function ServiceCard({ speaking, service }: { speaking: Speaking; service: Service }) {
  const { t, language, stek, now } = speaking
  const state = openState(service, now)
  const said = inWords(service, language)
  const near = nearnessWords(speaking, service)
  const foreign = said.written === language ? {} : { lang: said.written, dir: 'ltr' as const }
  return (
    <li data-service={service.serviceId}>
      <h3 class={state.kind === 'shut' ? 'shut-name' : undefined} {...foreign}>
        <a href={inLanguage(language, referPaths.service(stek.slug, service.slug))}>
          <bdi>{said.name}</bdi>
        </a>
      </h3>
      <p class="soft">
        <bdi>{said.giver.name}</bdi>
      </p>
      <p {...dutchUnlessSaid(service, language, 'what')}>{shortened(said.what)}</p>
      {state.kind === 'shut' && <p class="is-shut">{stateSentence(speaking, state)}</p>}
      <ul class="facts">
        {state.kind !== 'shut' && state.kind !== 'unknown' && (
          <li class={state.kind === 'open' ? 'is-open noprint' : 'noprint'}>{stateSentence(speaking, state)}</li>
        )}
        {service.phone && (
          <li>
            <a class="call" href={dialled(service.phone)}>
              <Icon name="phone" />
              <bdi>{service.phone}</bdi>
            </a>
          </li>
        )}
        {service.isFree && <li>{t('guide.free')}</li>}
        {near && (
          <li>
            <Icon name="map-pin" />
            {near}
          </li>
        )}
        {service.languages.some((code) => code !== 'nl') && (
          <li>{t('guide.spoken', { languages: saidIn(language).list(service.languages.map((code) => languageName(code, language))) })}</li>
        )}
      </ul>
      <p class="soft">{checkedWords(speaking, service.checkedOn)}</p>
    </li>
  )
}
