import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/door.ts'
import type { RideTables } from '../tables.ts'

/** How far somebody drove for the stek in a month; `month` is its first day. */
export type Kilometres = { personId: string; name: string; month: string; kilometres: number }

/** Adds to what somebody drove in a month. */
export async function addKilometres(tx: Tx, stekId: string, { personId, month, kilometres }: Omit<Kilometres, 'name'>): Promise<void> {
  await tx
    .withTables<RideTables>()
    .insertInto('ride_kilometres')
    .values({ stek_id: stekId, person_id: personId, month, kilometres })
    .onConflict((conflict) =>
      conflict
        .columns(['stek_id', 'person_id', 'month'])
        .doUpdateSet({ kilometres: sql`ride_kilometres.kilometres + excluded.kilometres` }),
    )
    .execute()
}

/** Puts right what somebody drove in a month. */
export async function setKilometres(tx: Tx, stekId: string, { personId, month, kilometres }: Omit<Kilometres, 'name'>): Promise<void> {
  await tx
    .withTables<RideTables>()
    .insertInto('ride_kilometres')
    .values({ stek_id: stekId, person_id: personId, month, kilometres })
    .onConflict((conflict) => conflict.columns(['stek_id', 'person_id', 'month']).doUpdateSet({ kilometres }))
    .execute()
}

/** What was driven, newest month first; a driver sees only the own rows. */
export const kilometresOf = (tx: Tx, stekId: string): Promise<Kilometres[]> =>
  tx
    .withTables<RideTables>()
    .selectFrom('ride_kilometres as k')
    .innerJoin('person as p', 'p.person_id', 'k.person_id')
    .select(['k.person_id as personId', 'p.name', 'k.month', 'k.kilometres'])
    .where('k.stek_id', '=', stekId)
    .orderBy('k.month', 'desc')
    .orderBy('p.name')
    .orderBy('p.person_id')
    .execute()
