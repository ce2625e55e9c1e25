import { type ColumnType, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/door.ts'
import { type Changes, changesShape, type Edition } from './edition.ts'

type EditionTables = {
  rights_edition: {
    edition_id: string
    right_id: string
    number: number
    published_on: string
    made_at: ColumnType<Temporal.Instant, string, string>
    changes: ColumnType<unknown, string, string>
    person_id: string | null
  }
  person: { person_id: string; name: string }
}

/** Every edition there is, those of later days too, in order; anybody may read them. */
export async function editionsOf(tx: Tx): Promise<Edition[]> {
  const { rows } = await sql<{ rightId: string; number: number; publishedOn: string; changes: unknown }>`
    select right_id as "rightId", number, published_on::text as "publishedOn", changes from rights_editions()`.execute(tx)
  return rows.map(({ changes, ...edition }) => ({ ...edition, changes: changesShape.parse(changes) }))
}

/** An edition with who made it and when, as leaders see it. */
export type MadeEdition = Edition & { by: string | null; madeAt: Temporal.Instant }

/** The editions of one right, newest first. */
export async function madeEditionsOf(tx: Tx, rightId: string): Promise<MadeEdition[]> {
  const rows = await tx
    .withTables<EditionTables>()
    .selectFrom('rights_edition')
    .leftJoin('person', 'person.person_id', 'rights_edition.person_id')
    .select(['right_id as rightId', 'number', 'changes', 'made_at as madeAt', 'person.name as by'])
    .select(sql<string>`published_on::text`.as('publishedOn'))
    .where('right_id', '=', rightId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ changes, ...edition }) => ({ ...edition, changes: changesShape.parse(changes) }))
}

/** Adds an edition; throws the constraint `one_after_the_other` when somebody published the same number meanwhile. */
export async function addEdition(
  tx: Tx,
  edition: {
    id: string
    rightId: string
    number: number
    publishedOn: string
    madeAt: Temporal.Instant
    changes: Changes
    personId: string | null
  },
): Promise<void> {
  await tx
    .withTables<EditionTables>()
    .insertInto('rights_edition')
    .values({
      edition_id: edition.id,
      right_id: edition.rightId,
      number: edition.number,
      published_on: edition.publishedOn,
      made_at: edition.madeAt.toString(),
      changes: JSON.stringify(edition.changes),
      person_id: edition.personId,
    })
    .execute()
}
