import type { Tx } from '../../../../../platform/database/door.ts'
import type { GuideTables } from '../../tables.ts'
import type { OrganisationRow } from '../queries.ts'
import type { organisationColumns } from './form.ts'

type Columns = ReturnType<typeof organisationColumns>

const guide = (tx: Tx) => tx.withTables<GuideTables>()

/** Adds an organisation. */
export const addOrganisation = (tx: Tx, stekId: string, organisationId: string, slug: string, columns: Columns): Promise<unknown> =>
  guide(tx)
    .insertInto('organisation')
    .values({
      stek_id: stekId,
      organisation_id: organisationId,
      slug,
      ...columns,
      part_of_id: null,
      imported_from: null,
      imported_id: null,
    })
    .execute()

/** Saves an organisation over what was. */
export const changeOrganisation = (tx: Tx, row: OrganisationRow, columns: Columns): Promise<unknown> =>
  guide(tx)
    .updateTable('organisation')
    .set({ ...columns, revision: row.revision + 1 })
    .where('stek_id', '=', row.stek_id)
    .where('organisation_id', '=', row.organisation_id)
    .execute()

/** Takes an organisation away that has no service; one that has keeps standing. Gives whether it went. */
export async function removeOrganisation(tx: Tx, stekId: string, organisationId: string): Promise<boolean> {
  const used = await guide(tx)
    .selectFrom('service')
    .select('service_id')
    .where('stek_id', '=', stekId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (used) return false
  await guide(tx).deleteFrom('organisation').where('stek_id', '=', stekId).where('organisation_id', '=', organisationId).execute()
  return true
}
