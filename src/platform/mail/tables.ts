import type { ColumnType } from 'kysely'

/** The outbox: every mail that was written, sent or not, as SQL gives it. */
export type MailTables = {
  mail: {
    mail_id: string
    recipient: string
    subject: string
    body: string
    created_at: ColumnType<Temporal.Instant, string, string>
    sent_at: ColumnType<Temporal.Instant | null, string | null | undefined, string | null>
  }
}
