import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { languages } from '../../../../platform/i18n/languages.ts'

/** A question as a visitor asks it: which services answer it, and whether it was kept aside while tuning. */
export type AskedQuestion = { language: string; q: string; is: readonly string[]; held: boolean }

const question = z.strictObject({ q: z.string().min(2), is: z.array(z.string()).min(1), held: z.boolean().default(false) })
const shape = z.record(z.enum(languages), z.array(question))

const folder = join(import.meta.dirname, '../../../../../data/guide')

/** The public test sets of the search: `data/guide/questions.yaml` and its numbered sisters, each measured before anything was mended for it. */
export function readQuestions(): AskedQuestion[] {
  const files = readdirSync(folder).filter((file) => /^questions(-[0-9]+)?\.yaml$/.test(file))
  return files.toSorted().flatMap((file) => {
    const written = shape.parse(parse(readFileSync(join(folder, file), 'utf8')))
    return Object.entries(written).flatMap(([language, questions]) => questions.map((one) => ({ language, ...one })))
  })
}

/** How many of the questions have a right answer among the first three, and which have not. `search` gives slugs, best first. */
export async function shareFound(
  questions: readonly Pick<AskedQuestion, 'q' | 'is'>[],
  search: (q: string) => Promise<readonly string[]>,
): Promise<{ share: number; missed: string[] }> {
  const missed: string[] = []
  for (const { q, is } of questions) {
    const first = (await search(q)).slice(0, 3)
    if (!first.some((slug) => is.includes(slug))) missed.push(`${q} → ${first.join(', ')}`)
  }
  return { share: questions.length === 0 ? 0 : 1 - missed.length / questions.length, missed }
}
