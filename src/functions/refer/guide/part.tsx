import type { ComponentChildren } from 'preact'
import { Icon } from '../../../ui/icons.tsx'

type Props = { icon: string; title: string; onScreen?: boolean; children: ComponentChildren }

/** One thing about a service: its pictogram, its question, its answer; `onScreen` for what is no use on paper. */
export function Part({ icon, title, onScreen = false, children }: Props) {
  return (
    <section class={onScreen ? 'noprint' : undefined}>
      <h2>
        <Icon name={icon} />
        {title}
      </h2>
      {children}
    </section>
  )
}
