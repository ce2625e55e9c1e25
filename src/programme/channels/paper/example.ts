import type { Language } from '../../../platform/i18n/languages.ts'
import type { PaperLine, PaperProgramme } from './paper.ts'

const line = (
  startsAt: string,
  endsAt: string,
  title: string,
  functions: PaperLine['functions'],
  more: Partial<PaperLine> = {},
): PaperLine => ({
  startsAt,
  endsAt,
  title,
  functions,
  who: null,
  tags: [],
  rhythm: null,
  note: null,
  site: null,
  ...more,
})

/** A usual week of seven lines on paper, with invented places; tests and measurements print it. */
export const exampleWeek: PaperProgramme = {
  language: 'nl',
  direction: 'ltr',
  typedIn: 'nl',
  stekName: 'de STEK Voorbeeld',
  municipality: 'Voorbeeld',
  welcome: 'Koffie, een luisterend oor, hulp met papieren. Je hebt geen afspraak nodig en we schrijven geen namen op.',
  phone: '03 000 00 00',
  webAddress: 'stek.example/voorbeeld',
  qrTarget: 'https://stek.example/voorbeeld?papier=7f3a',
  sites: [
    {
      name: 'De Oude Kantine',
      street: 'Voorbeeldstraat 1',
      town: 'Voorbeeld',
      directions: 'Naast de sociale kruidenier, volg de gele bordjes.',
      bus: 'Halte Kantine, 4 minuten stappen. Laatste bus: 16.10 uur.',
      stepFree: 'Zonder trap. Er is een toilet voor rolstoelen.',
    },
  ],
  week: [
    {
      weekday: 'Maandag',
      lines: [line('9.30', '11.30', 'Fietsbieb', ['meet'], { who: 'vrijwilligers', tags: ['gratis', 'gewoon binnenlopen'] })],
    },
    {
      weekday: 'Dinsdag',
      lines: [
        line('13.00', '16.00', 'Ontmoeting', ['meet', 'politicise'], { who: 'de opbouwwerker', tags: ['gratis', 'gewoon binnenlopen'] }),
        line('13.30', '15.30', 'Open Leersalon', ['learn'], { who: 'een lesgever', tags: ['gratis', 'gewoon binnenlopen'] }),
      ],
    },
    { weekday: 'Woensdag', lines: [line('18.00', '20.00', 'Rap op Stap', ['meet', 'refer'], { who: 'vrijwilligers', tags: ['gratis'] })] },
    {
      weekday: 'Donderdag',
      lines: [
        line('13.00', '16.00', 'Koffie en Formulieren', ['refer', 'meet'], {
          who: 'een medewerker van het CAW',
          tags: ['gratis', 'in vertrouwen'],
        }),
        line('13.00', '16.00', 'Sociale kruidenier', ['refer', 'meet'], { tags: ['met een kaart'] }),
      ],
    },
    {
      weekday: 'Vrijdag',
      lines: [
        line('10.00', '13.00', 'Samen koken, samen eten', ['meet'], {
          tags: ['3 euro'],
          rhythm: 'elke eerste vrijdag van de maand',
          note: 'niet in de schoolvakantie',
        }),
      ],
    },
  ],
  printedOn: '24 november 2026',
  validity: '',
  fingerprint: '7f3a',
}

const days: Record<Exclude<Language, 'nl'>, string[]> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  fr: ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi'],
  ar: ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة'],
  uk: ['Понеділок', 'Вівторок', 'Середа', 'Четвер', 'Пʼятниця'],
}
const tags: Record<Exclude<Language, 'nl'>, string[]> = {
  en: ['free', 'just walk in'],
  fr: ['gratuit', 'sans rendez-vous'],
  ar: ['مجاني', 'دون موعد'],
  uk: ['безкоштовно', 'без запису'],
}

const dates: Record<Exclude<Language, 'nl'>, string> = {
  en: '24 November 2026',
  fr: '24 novembre 2026',
  ar: '24 نوفمبر 2026',
  uk: '24 листопада 2026 р.',
}

/** The same week in another language: titles and names as typed in Dutch, days and tags in the language of the paper. */
export function exampleIn(language: Language): PaperProgramme {
  if (language === 'nl') return exampleWeek
  return {
    ...exampleWeek,
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    welcome: '',
    printedOn: dates[language],
    week: exampleWeek.week.map((day, index) => ({
      weekday: days[language][index] ?? '',
      lines: day.lines.map((one) => ({ ...one, tags: tags[language], rhythm: null, note: null })),
    })),
  }
}

/** A week of `count` lines over seven days. */
export function exampleOf(count: number, title = (index: number): string => `Activiteit ${index}`): PaperProgramme {
  const names = ['Maandag', 'Dinsdag', 'Woensdag', 'Donderdag', 'Vrijdag', 'Zaterdag', 'Zondag']
  const functions = ['meet', 'learn', 'refer', 'politicise'] as const
  const lines = Array.from({ length: count }, (_, index) =>
    line(`${8 + (index % 12)}.30`, `${9 + (index % 12)}.45`, title(index), [functions[index % 4] ?? 'meet'], {
      who: 'een medewerker',
      tags: ['gratis'],
    }),
  )
  const perDay = Math.ceil(count / 7)
  return {
    ...exampleWeek,
    week: names
      .map((weekday, day) => ({ weekday, lines: lines.slice(day * perDay, (day + 1) * perDay) }))
      .filter((day) => day.lines.length > 0),
  }
}
