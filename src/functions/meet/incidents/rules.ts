import { type Finding, findingsIn } from '../../../platform/privacy-guard/guard.ts'
import { lengthOf, type Refusal } from '../../../programme/forms/refusal.ts'

/** The sorts of things that happen, from a short list so that nobody has to tell a story. @source MEET-2 */
export const incidentKinds = ['quarrel', 'accident', 'damage', 'theft', 'crossing-a-line', 'health', 'fire', 'other'] as const
export type IncidentKind = (typeof incidentKinds)[number]

/** After so many days what was changed is no longer kept in words; the register says the same. */
export const WORDS_KEPT_IN_DAYS = 180

const LONGEST = 400

/** What came in with the form. */
export type IncidentDraft = { kind: string; site: string; day: string | undefined; changed: string }

/** Why a text about what changed is refused: too long, or it says who somebody is. */
export function refusalsOfWords(changed: string): Refusal[] {
  const count = lengthOf(changed)
  if (count > LONGEST) return [{ field: 'veranderd', key: 'warmth.incidents.wrong.long', values: { count } }]
  return findingsIn(changed).map((found: Finding) => ({ field: 'veranderd', key: `warmth.incidents.wrong.${found}` }) as const)
}

/** What stands in the way of noting an incident; never asks who. */
export function refusalsOfIncident(draft: IncidentDraft, today: string, siteIds: readonly string[]): Refusal[] {
  const refusals: Refusal[] = []
  const earliest = Temporal.PlainDate.from(today).subtract({ days: WORDS_KEPT_IN_DAYS }).toString()
  if (!incidentKinds.some((kind) => kind === draft.kind)) refusals.push({ field: 'soort', key: 'warmth.incidents.wrong.kind' })
  if (!siteIds.includes(draft.site)) refusals.push({ field: 'plek', key: 'warmth.incidents.wrong.site' })
  if (!draft.day) refusals.push({ field: 'dag', key: 'warmth.incidents.wrong.day' })
  else if (draft.day > today) refusals.push({ field: 'dag', key: 'warmth.incidents.wrong.future' })
  else if (draft.day < earliest) refusals.push({ field: 'dag', key: 'warmth.incidents.wrong.old' })
  return [...refusals, ...refusalsOfWords(draft.changed)]
}
