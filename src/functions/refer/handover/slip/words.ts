import type { Language } from '../../../../platform/i18n/languages.ts'
import type { T } from '../../../../ui/words.ts'
import type { Codes } from '../codes.ts'
import type { Handover } from '../handover.ts'
import { addressWords, lastDayWords, whenWords } from '../words.ts'

/** Everything a slip says, in the order of the paper; page and PDF are made of it. */
export type SlipWords = {
  title: string
  /** What others may see: place and time only. @source REFER-4 */
  outside: { when: string; where: string }
  /** What stands before the line to write the place on, where the guide knows no street; else empty. */
  writeWhere: string
  fold: string
  /** Beneath the fold: name and text of each line. */
  inside: { label: string; text: string }[]
  own: { title: string; code: string; text: string }
  /** What is good to know: until when it works, how to withdraw, that nothing was written down. */
  small: string[]
  cut: string
  /** In Dutch on every slip: who reads it works at a service here. */
  service: { title: string; code: string; text: string }
}

/** A number that stays in one piece and in its order, also between Arabic words (Unicode UAX #9: a no-break space joins digits). */
const number = (phone: string): string => phone.trim().replace(/\s+/g, '\u00a0')

/** As much of what to bring as fits on a slip. */
const MOST = 220
const short = (text: string): string => ([...text].length <= MOST ? text : `${[...text].slice(0, MOST).join('').trimEnd()}…`)

/** What a slip says in a language, with the strip for the service in Dutch (`dutch`, and its own address for codes). The service is named only when the person wanted it; what it is about is nowhere. */
export function slipWords(
  t: T,
  language: Language,
  given: {
    handover: Handover
    codes: Codes
    stek: { phone: string | null }
    address: string
    forService: { dutch: T; address: string }
    zone: string
  },
): SlipWords {
  const { handover, codes, stek, address, forService, zone } = given
  const { service, showsService, companion } = handover
  const lines: [string, string][] = [
    [t('handover.slip.to'), showsService && service ? service.name : ''],
    [t('handover.seen.where'), showsService && handover.place ? handover.place.name : ''],
    [t('handover.slip.askFor'), showsService && service ? service.askFor : ''],
    [t('handover.slip.phone'), (showsService || handover.onDate === null) && service ? number(service.phone) : ''],
    [t('handover.slip.with'), t(`handover.companion.${companion}`)],
    [t('handover.slip.bring'), service ? short(service.bring) : ''],
  ]
  return {
    title: t('handover.slip.title'),
    outside: { when: whenWords(t, language, handover), where: handover.place ? addressWords(handover.place) : '' },
    writeWhere: handover.place?.street ? '' : t('handover.seen.where'),
    fold: t('handover.slip.fold'),
    inside: lines.filter(([, text]) => text !== '').map(([label, text]) => ({ label, text })),
    own: { title: t('handover.slip.own'), code: codes.own, text: t('handover.slip.ownText', { address }) },
    small: [
      t('handover.slip.until', { day: lastDayWords(language, handover.endsAt, zone) }),
      stek.phone ? t('handover.slip.changePhone', { phone: number(stek.phone) }) : t('handover.slip.change'),
      t('handover.slip.nothingKept'),
    ],
    cut: t('handover.slip.cut'),
    service: {
      title: forService.dutch('handover.slip.service'),
      code: codes.service,
      text: forService.dutch('handover.slip.serviceText', { address: forService.address }),
    },
  }
}
