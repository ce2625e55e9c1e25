import type { ColumnType } from 'kysely'
import type { Tx } from '../../../platform/database/door.ts'
import type { Agreements } from './agreement.ts'

type AgreementTables = {
  house_agreement: {
    stek_id: string
    site_id: string
    sentences: string[]
    agreed_on: string | null
    agreed_where: string
    translations: ColumnType<Agreements['translations'], string, string>
  }
}

/** The agreements of every site of a stek that has some. */
export const agreementsOf = (tx: Tx, stekId: string): Promise<Agreements[]> =>
  tx
    .withTables<AgreementTables>()
    .selectFrom('house_agreement')
    .select(['site_id as siteId', 'sentences', 'agreed_on as agreedOn', 'agreed_where as agreedWhere', 'translations'])
    .where('stek_id', '=', stekId)
    .execute()

/** Keeps the agreements of one site, in place of those that were there. */
export async function putAgreements(tx: Tx, stekId: string, agreements: Agreements): Promise<void> {
  const { siteId, sentences, agreedOn, agreedWhere, translations } = agreements
  const row = { sentences: [...sentences], agreed_on: agreedOn, agreed_where: agreedWhere, translations: JSON.stringify(translations) }
  await tx
    .withTables<AgreementTables>()
    .insertInto('house_agreement')
    .values({ stek_id: stekId, site_id: siteId, ...row })
    .onConflict((conflict) => conflict.columns(['stek_id', 'site_id']).doUpdateSet(row))
    .execute()
}
