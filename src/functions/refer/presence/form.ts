import { z } from 'zod'
import { line, ticked } from '../../../programme/forms/typed.ts'

/** Whom one can ask for: a first name, how, and that this worker said yes. */
export const contactForm = z.object({ wat: line, contact: line, first_name: line, how: line, agreed: ticked })

/** A contact as it came in. */
export type ContactDraft = z.output<typeof contactForm>
