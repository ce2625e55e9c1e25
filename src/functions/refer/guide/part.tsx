import type { ComponentChildren } from 'preact'
import { Icon } from '../../../ui/icons.tsx'

/** One thing about a service: its pictogram, its question, its answer. */
export function Part({ icon, title, children }: { icon: string; title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>
        <Icon name={icon} />
        {title}
      </h2>
      {children}
    </section>
  )
}
