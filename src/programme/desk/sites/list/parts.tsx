import type { ComponentChildren } from 'preact'
import { Icon } from '../../../../ui/icons.tsx'

/** A button-like link to a form; `about` says for readers that speak what it is about. */
export function Act({ href, icon, words, about }: { href: string; icon: string; words: string; about?: string }) {
  return (
    <a class="act" href={href}>
      <Icon name={icon} />
      {words}
      {about && <span class="unseen">: {about}</span>}
    </a>
  )
}

/** Facts with an answer; what is empty is left out here and named below as still unknown. */
export function Facts({ facts }: { facts: readonly (readonly [term: string, answer: ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {facts
        .filter(([, answer]) => answer)
        .map(([term, answer]) => (
          <>
            <dt>{term}</dt>
            <dd dir="auto">{answer}</dd>
          </>
        ))}
    </dl>
  )
}
