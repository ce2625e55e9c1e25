import { saidIn } from '../../../platform/i18n/said.ts'
import type { T } from '../../../ui/words.ts'
import type { ComingDays } from '../coming-days.ts'
import { inSentence } from '../one-line.ts'
import { momentSentences, waySentences } from '../spoken/sentences.ts'

/**
 * What to say when the telephone rings: a greeting, today, the coming days, the way, and what we do not write down.
 * Plain lines with an empty line between the parts; can be printed and laid beside the telephone.
 * @source MEET-3, REFER-4
 */
export function phoneScript(t: T, coming: ComingDays): string {
  const { board, today, days, next } = coming
  const words = saidIn(board.language)
  const name = inSentence(board.stek.name, board.language)
  const now = days.filter(({ date }) => date === today).flatMap(({ moments }) => moments)
  const later = days.filter(({ date }) => date !== today).flatMap(({ moments }) => moments)
  const told = (moments: typeof now) => moments.map((shown) => momentSentences(t, board, shown).join(' '))
  const nothingSoon = now.length + later.length === 0
  const parts: [string, ...string[]][] = [
    [t('channels.phone.title', { stek: name }), t('channels.phone.intro')],
    [t('channels.phone.greeting'), t('channels.phone.hello', { stek: name })],
    [
      t('channels.phone.today'),
      t('channels.spoken.today', { day: words.long(today) }),
      ...(now.length > 0 ? told(now) : [t('channels.spoken.nothingToday')]),
    ],
    [
      t('channels.phone.later'),
      ...(later.length > 0 ? told(later) : [t('channels.spoken.nothingMore')]),
      ...(nothingSoon && next ? told([next]) : []),
    ],
    [t('channels.phone.way'), ...board.sites.map((site) => waySentences(t, board, site).join(' '))],
    [t('channels.phone.privacy'), t('channels.spoken.nobodyKnows'), t('channels.phone.writeNothing')],
    [t('channels.phone.unsure'), t('channels.phone.unsureSay')],
  ]
  return `${parts.map(([title, ...lines]) => [title.toLocaleUpperCase(), ...lines].join('\n')).join('\n\n')}\n`
}
