import { Aloud } from './aloud-view.tsx'
import type { Look } from './parts.tsx'
import { Result } from './result-view.tsx'
import { Step } from './step-view.tsx'

/** What the check shows now: a question, the result, or the result to hear. */
export function Check(look: Look) {
  if (look.shown.kind === 'step') return <Step {...look} />
  return look.shown.kind === 'aloud' ? <Aloud {...look} /> : <Result {...look} />
}
