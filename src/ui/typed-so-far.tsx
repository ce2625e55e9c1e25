import type { Typed } from './fields.tsx'
import type { T } from './words.ts'

/** What our own forms carry along unseen: nothing anybody typed. */
const OURS: ReadonlySet<string> = new Set(['_token', 'sleutel', 'revisie', 'gezien', 'step', 'stek'])

/** Everything somebody typed in a form that could not be taken, to be copied, so that nothing is lost; nothing when nothing was typed. */
export function TypedSoFar({ t, typed }: { t: T; typed: Typed }) {
  const texts = Object.entries(typed)
    .filter(([name]) => !OURS.has(name))
    .flatMap(([, value]) => value ?? [])
    .filter((text) => text.trim() !== '')
  if (texts.length === 0) return null
  return (
    <section>
      <p>{t('shell.broken.typed')}</p>
      {texts.map((text, index) => (
        <p>
          <textarea
            readonly
            rows={Math.min(8, Math.ceil(text.length / 60))}
            dir="auto"
            aria-label={t('shell.broken.typedLabel', { number: index + 1 })}
          >
            {text}
          </textarea>
        </p>
      ))}
    </section>
  )
}
