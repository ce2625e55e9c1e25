import { Icon } from '../../../ui/icons.tsx'
import type { Speaking } from './card.tsx'
import type { Calm } from './search/synonyms.ts'
import { dialled } from './words.ts'

/** Which numbers a calm box shows, the one to call first. */
const calls: Record<Calm, readonly string[]> = {
  suicide: ['1813', '106', '112'],
  violence: ['1712', '112'],
  missing: ['116\u00a0000', '112'],
  danger: ['112'],
}

/** Lines for whoever found nothing: the Flemish government for what desk it is, Tele-Onthaal for a voice, day and night. */
const anyQuestion = ['1700', '106']

function Numbers({ speaking: { t }, numbers }: { speaking: Speaking; numbers: readonly string[] }) {
  return (
    <p class="calls">
      {numbers.map((number) => (
        <a class="big" href={dialled(number)}>
          <Icon name="phone" />
          <bdi>{t('guide.calm.call', { number })}</bdi>
        </a>
      ))}
    </p>
  )
}

/** On top of what was found, when what was typed sounds like danger: whom to call now. @source REFER-3 */
export function CalmBox({ speaking, calm }: { speaking: Speaking; calm: Calm }) {
  return (
    <section class="calm" role="note">
      <h2>{speaking.t(`guide.calm.${calm}.title`)}</h2>
      <p>{speaking.t(`guide.calm.${calm}.text`)}</p>
      <Numbers speaking={speaking} numbers={calls[calm]} />
    </section>
  )
}

/** Where nothing was found: somebody on the line who helps on. */
export function CallInstead({ speaking }: { speaking: Speaking }) {
  return (
    <section>
      <h2>{speaking.t('guide.nothing.call')}</h2>
      <p>{speaking.t('guide.nothing.callText')}</p>
      <Numbers speaking={speaking} numbers={anyQuestion} />
    </section>
  )
}
