import type { Language } from '../i18n/languages.ts'

const ukrainianMinutes = new Intl.PluralRules('uk')
const arabicMinutes = new Intl.PluralRules('ar')

/** A time (minutes since midnight) for a voice to read: hours and minutes said apart, never "half" or "quarter". */
export function spokenTime(language: Language, minutes: number): string {
  const hour = Math.floor(minutes / 60)
  const minute = minutes % 60
  return SAY[language](hour, minute)
}

const SAY: Record<Language, (hour: number, minute: number) => string> = {
  nl: (hour, minute) => (minute ? `${hour} uur ${minute}` : `${hour} uur`),
  // Spoken English has no 24-hour clock; noon and midnight by name, because "12 pm" is misheard.
  en: (hour, minute) => {
    if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : '12 noon'
    const half = hour < 12 ? 'am' : 'pm'
    const shown = hour % 12 || 12
    return minute ? `${shown}:${String(minute).padStart(2, '0')} ${half}` : `${shown} ${half}`
  },
  fr: (hour, minute) => {
    const word = hour < 2 ? 'heure' : 'heures'
    return minute ? `${hour} ${word} ${minute}` : `${hour} ${word}`
  },
  ar: (hour, minute) => {
    if (minute === 0) return `الساعة ${hour}`
    return `الساعة ${hour} و${minute} ${arabicMinutes.select(minute) === 'few' ? 'دقائق' : 'دقيقة'}`
  },
  uk: (hour, minute) => {
    if (minute === 0) return `${hour} година`
    const plural = ukrainianMinutes.select(minute)
    return `${hour} година ${minute} ${plural === 'one' ? 'хвилина' : plural === 'few' ? 'хвилини' : 'хвилин'}`
  },
}
