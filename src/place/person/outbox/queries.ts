import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/door.ts'
import type { Mail } from '../../../platform/mail/queries.ts'
import type { MailTables } from '../../../platform/mail/tables.ts'

/**
 * The newest 200 mails to people all of whose roles are in the given steks; for the keeper.
 * A mail may hold a link that signs in as its recipient, so nobody reads the mail of a colleague who also works elsewhere.
 */
export const mailsWithin = (tx: Tx, stekIds: readonly string[]): Promise<Mail[]> =>
  tx
    .withTables<MailTables>()
    .selectFrom('mail')
    .select(['mail_id as mailId', 'recipient', 'subject', 'body', 'created_at as createdAt', 'sent_at as sentAt'])
    .where(
      sql<boolean>`exists (select from person p join role r using (person_id)
        where p.email = recipient having bool_and(r.stek_id = any (${[...stekIds]}::uuid[])))`,
    )
    .orderBy('created_at', 'desc')
    .orderBy('mail_id', 'desc')
    .limit(200)
    .execute()
