import { z } from 'zod'
import { line } from '../forms/typed.ts'
import { dateField, timeField } from '../forms/when.ts'

/** What the form for changing one moment asks: day, hours, place, why, and whether from now on always. */
export const momentForm = (today: string) =>
  z.object({
    date: dateField(today),
    start: timeField,
    end: timeField,
    place: line,
    reason: line,
    howLong: line.transform((typed) => (typed === 'always' ? 'always' : 'once')),
  })

/** A changed moment as it came in with a form. */
export type MomentDraft = z.output<ReturnType<typeof momentForm>>

/** What the form for a moment that does not go on asks. */
export const cancelForm = z.object({ reason: line })

/** A place as one choice: a site, or a room of it. */
export const placeValue = (siteId: string, roomId: string | null): string => (roomId ? `${siteId}.${roomId}` : siteId)

/** The site and room of a choice. */
export function placeIn(value: string): { siteId: string; roomId: string | null } {
  const [siteId = '', roomId] = value.split('.')
  return { siteId, roomId: roomId ?? null }
}
