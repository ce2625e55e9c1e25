import { z } from 'zod'
import { line, several, whole } from '../../../../programme/forms/typed.ts'

/** What the form for driving asks; `driver` is one of the volunteers, or empty for somebody else. */
export const driveForm = z.object({ driver: line, name: line, phone: line, place: line, seats: whole, carries: several, ways: line })

/** An offer to drive as it came in. */
export type DriveDraft = z.output<typeof driveForm>
