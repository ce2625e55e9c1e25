import type pg from 'pg'
import { readQuestions } from '../src/functions/refer/guide/search/quality.ts'
import { readStartSet } from '../src/functions/refer/guide/start-set/shape.ts'
import { identifiers } from '../src/platform/clock/identifiers.ts'

/** Services inserted and indexed in one statement each. */
const BATCH = 20_000

/** A row of numbers between 0 and 1 that is the same every time. */
const numbers = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
  return seed / 4_294_967_296
}

/** Words as they stand in a guide: those of the start set and the questions, and compounds of them; the first ones come back most. */
function vocabulary(): string[] {
  const { services } = readStartSet()
  const texts = [...services.flatMap(({ nl, also, en }) => [...nl, also, ...en]), ...readQuestions().map(({ q }) => q)]
  const words = [...new Set(texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u)).filter((word) => word.length > 2))]
  const next = numbers(7)
  const some = () => words[Math.floor(next() * words.length)] ?? ''
  return [...words, ...Array.from({ length: 25_000 }, () => `${some()}${some()}`.slice(0, 38))]
}

/**
 * Adds services of made-up words to a stek, up to `wanted` in all. The triggers rest while the rows go in; the index is made by the very function
 * they call, in as large steps as a large import has.
 */
export async function fillGuide(client: pg.Client, stekId: string, wanted: number, seed: number): Promise<void> {
  const words = vocabulary()
  const next = numbers(seed)
  const word = () => words[Math.floor(next() ** 2.5 * words.length)] ?? ''
  const sentence = (length: number) => Array.from({ length }, word).join(' ')
  const newId = identifiers()
  const themes = ['welfare-health', 'building-housing', 'economy-work', 'education', 'mobility']
  const there = (await client.query('select count(*)::int as n from service where stek_id = $1', [stekId])).rows[0]?.n ?? 0
  const organisation = (await client.query('select organisation_id from organisation where stek_id = $1 limit 1', [stekId])).rows[0]
    ?.organisation_id
  await client.query('alter table service disable trigger user')
  await client.query(`set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'`)
  // A million random places in a growing tree are slow; the same tree made at once is not.
  await client.query('alter table guide_posting drop constraint guide_posting_pkey')
  for (let at = there; at < wanted; at += BATCH) {
    const many = Array.from({ length: Math.min(BATCH, wanted - at) }, (_, n) => ({
      id: newId(),
      slug: `bench-${at + n}`,
      name: sentence(2 + Math.floor(next() * 3)).slice(0, 150),
      what: sentence(6 + Math.floor(next() * 6)),
      theme: themes[Math.floor(next() * themes.length)] ?? '',
    }))
    const ids = many.map(({ id }) => id)
    await client.query(
      `insert into service (stek_id, service_id, organisation_id, slug, name, what, themes)
       select $1, u.id, $2, u.slug, u.name, u.what, array[u.theme] from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[]) u (id, slug, name, what, theme)`,
      [
        stekId,
        organisation,
        ids,
        many.map((one) => one.slug),
        many.map((one) => one.name),
        many.map((one) => one.what),
        many.map((one) => one.theme),
      ],
    )
    await client.query('select guide_index($1, $2)', [stekId, ids])
  }
  await client.query('alter table guide_posting add primary key (stek_id, term, impact, service_id)')
  await client.query('alter table service enable trigger user')
  await client.query('vacuum analyze service, guide_entry, guide_posting, guide_word')
  await client.query('checkpoint')
}
