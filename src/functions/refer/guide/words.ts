import { translated } from '../../../place/translated.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { asDutch } from '../../../ui/dutch.ts'
import type { Service } from './service.ts'

/**
 * A service in a language, where somebody wrote it; `written` is the language of its words. What flows into lines and sentences is marked where it is
 * Dutch; the texts of a service stand in paragraphs of their own, which {@link dutchUnlessSaid} marks.
 */
export const inWords = (service: Service, language: Language) => {
  const { giver, places, ...own } = service
  return {
    ...translated(own, language, 'name', ['name']),
    giver: translated(giver, language, 'name', ['name']),
    places: places.map((place) => translated(place, language, 'name', ['name', 'street', 'town', 'directions', 'bus'])),
    hours: service.hours.map((one) => ({ ...one, note: asDutch(language, one.note) })),
    notices: service.notices.map((notice) => ({ ...notice, message: asDutch(language, notice.message) })),
    reach: service.reach.map((one) => ({ ...one, note: asDutch(language, one.note) })),
  }
}

/** What pages show of a service, in the language of the page. */
export type ServiceInWords = ReturnType<typeof inWords>

/** How words are marked that nobody put in the language of the page: they are Dutch, for a voice and for a page from right to left. */
export const dutchUnlessSaid = (
  { translations }: Pick<Service, 'translations'>,
  language: Language,
  column: string,
): { lang?: 'nl'; dir: 'ltr' | 'auto' } =>
  language === 'nl' || translations[language]?.[column] ? { dir: 'auto' } : { lang: 'nl', dir: 'ltr' }

const names = new Map<Language, Intl.DisplayNames>()

/** The name of a language (ISO 639) in the language of the page; the code itself when nobody knows it. */
export function languageName(code: string, language: Language): string {
  const known = names.get(language) ?? new Intl.DisplayNames([language], { type: 'language' })
  names.set(language, known)
  try {
    return known.of(code) ?? code
  } catch {
    return code
  }
}

/** A telephone number for a link. */
export const dialled = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`

const numbers = new Map<Language, Intl.NumberFormat>()

/** Kilometres as a language writes them, with Latin digits: one figure behind the comma below ten, none above. */
export function kilometresIn(language: Language, kilometres: number): string {
  const known = numbers.get(language) ?? new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : language, { maximumFractionDigits: 1 })
  numbers.set(language, known)
  return known.format(kilometres < 10 ? kilometres : Math.round(kilometres))
}
