import type { NewId } from '../clock/identifiers.ts'
import type { Tx } from '../database/door.ts'
import { addJob } from '../jobs/queries.ts'
import type { MailTables } from './tables.ts'

/** A mail as it lies in the outbox. */
export type Mail = {
  mailId: string
  recipient: string
  subject: string
  body: string
  createdAt: Temporal.Instant
  sentAt: Temporal.Instant | null
}

/** What somebody wants to send: plain text only. */
export type Letter = { recipient: string; subject: string; body: string }

/** Puts a mail in the outbox and plans its sending; both or neither, as part of the keeper's transaction. Gives its id. */
export async function queueMail(tx: Tx, letter: Letter, { newId, now }: { newId: NewId; now: Temporal.Instant }): Promise<string> {
  const mailId = newId()
  await tx
    .withTables<MailTables>()
    .insertInto('mail')
    .values({ mail_id: mailId, ...letter, created_at: now.toString() })
    .execute()
  await addJob(tx, { jobId: newId(), kind: 'mail.send', payload: { mailId }, runAt: now })
  return mailId
}

/** One mail, or undefined when it is gone. */
export const mailById = (tx: Tx, mailId: string): Promise<Mail | undefined> =>
  tx
    .withTables<MailTables>()
    .selectFrom('mail')
    .select(['mail_id as mailId', 'recipient', 'subject', 'body', 'created_at as createdAt', 'sent_at as sentAt'])
    .where('mail_id', '=', mailId)
    .executeTakeFirst()

/** Remembers that a mail went out and empties its body: a link that opens a door is not kept where it was not needed any more. */
export async function keepAsSent(tx: Tx, mailId: string, now: Temporal.Instant): Promise<void> {
  await tx.withTables<MailTables>().updateTable('mail').set({ sent_at: now.toString(), body: '' }).where('mail_id', '=', mailId).execute()
}
