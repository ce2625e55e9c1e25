import type { ComponentChildren } from 'preact'

/** Stands where the other words come; no text of ours holds it. */
const MARK = '\ufffc'

/** A sentence of ours around words of somebody else, which keep their own language and direction: `say` puts its argument in its place. */
export function Around({ say, children }: { say: (there: string) => string; children: ComponentChildren }) {
  const [before = '', ...after] = say(MARK).split(MARK)
  return (
    <>
      {before}
      {children}
      {after.join('')}
    </>
  )
}
