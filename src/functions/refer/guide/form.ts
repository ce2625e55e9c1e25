import { z } from 'zod'
import { guideThemes } from './service.ts'

/** How much of what was typed is shown again and put into addresses; the search reads less. */
const LONGEST_SHOWN = 400

/** What may come in with the address of the guide; anything odd is taken as not asked. */
const shape = z.object({
  q: z
    .string()
    .transform((typed) => typed.replaceAll('\0', '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_SHOWN).toWellFormed())
    .catch(''),
  thema: z.enum(guideThemes).optional().catch(undefined),
  taal: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .catch(undefined),
  open: z.literal('nu').optional().catch(undefined),
  bus: z.literal('nu').optional().catch(undefined),
  van: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional()
    .catch(undefined),
  blad: z.coerce.number().int().min(1).max(20).catch(1),
})

/** What somebody asks the guide: words, a theme, a language, only what is open or can be reached by bus now, of which partner, which page of the list. */
export type Asked = z.infer<typeof shape>

/** Reads the query of an address; never refuses. */
export const askedIn = (query: Record<string, string>): Asked => shape.parse({ q: '', ...query })

/** Whether anything is asked at all. */
export const asksSomething = ({ q, thema, taal, open, bus, van }: Asked): boolean => Boolean(q || thema || taal || open || bus || van)

/** The query of an address again, with some of it changed; empty when nothing is asked. */
export function queryOf(asked: Asked, changes: Partial<Asked> = {}): string {
  const { blad, ...rest } = { ...asked, ...changes }
  const parts = Object.entries({ ...rest, blad: blad > 1 ? String(blad) : undefined }).filter((part): part is [string, string] =>
    Boolean(part[1]),
  )
  return parts.length === 0 ? '' : `?${new URLSearchParams(parts)}`
}
