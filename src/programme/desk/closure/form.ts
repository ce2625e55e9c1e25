import { z } from 'zod'
import { line } from '../../forms/typed.ts'
import { dateField } from '../../forms/when.ts'

/** What the form for closing a site for a while asks. */
export const closureForm = (today: string) => z.object({ site: line, from: dateField(today), until: dateField(today), reason: line })

/** A closure as it came in with a form; nothing typed for the last day is one day. */
export type ClosureDraft = z.output<ReturnType<typeof closureForm>>
