import { z } from 'zod'
import { line } from '../../../../programme/forms/typed.ts'

/** What comes in on the page behind a code: what is done (`wat`), and the answer of a service. */
export const answerForm = z.object({ k: line, wat: line, outcome: line, barrier: line, naar: line })

/** An answer as it came in. */
export type AnswerDraft = z.output<typeof answerForm>
