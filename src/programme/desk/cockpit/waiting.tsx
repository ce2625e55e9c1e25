import type { Work } from '../../../place/person/at-work.ts'
import type { House } from '../../../platform/http/house.ts'
import { Icon } from '../../../ui/icons.tsx'

/** One thing that waits for somebody at work: in a few words, with where to do it. */
export type WaitingLine = { icon: string; words: string; href: string }

/** What waits at a desk the programme does not know of; nothing for who may not open that desk. Given to `mountDesk` by `app.tsx`. */
export type WaitingAt = (house: House, work: Work) => Promise<readonly WaitingLine[]>

/** What waits, each in one line that leads there; nothing when nothing does. @source PRACTICE-10 */
export function WaitingLines({ work, lines }: { work: Work; lines: readonly WaitingLine[] }) {
  if (lines.length === 0) return null
  return (
    <section class="part" aria-labelledby="wacht">
      <h2 id="wacht">{work.t('desk.waits.title')}</h2>
      <ul class="lines">
        {lines.map(({ icon, words, href }) => (
          <li>
            <a href={href}>
              <Icon name={icon} />
              {words}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
