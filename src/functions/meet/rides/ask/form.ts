import { z } from 'zod'
import { line, several, whole } from '../../../../programme/forms/typed.ts'

/** What the form for asking a ride asks. */
export const askForm = z.object({ name: line, phone: line, place: line, seats: whole, needs: several, ways: line })

/** A question for a ride as it came in. */
export type AskDraft = z.output<typeof askForm>
