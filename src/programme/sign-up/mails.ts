import { sql } from 'kysely'
import type { Tx } from '../../platform/database/door.ts'
import type { SignUpTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<SignUpTables>()

/** Somebody who is told something by mail. */
export type Told = { stekId: string; signUpId: string; slotId: string; onDate: string; email: string; language: string }

const withMail = (tx: Tx) =>
  tables(tx)
    .selectFrom('sign_up')
    .select(['stek_id as stekId', 'sign_up_id as signUpId', 'slot_id as slotId', 'on_date as onDate', 'email', 'language'])
    .where('email', '<>', '')
    .where('withdrawn_at', 'is', null)

/** Who got a place off the waiting list, left a mail address, and was not told yet. As the keeper. */
export const toTell = (tx: Tx): Promise<Told[]> =>
  withMail(tx)
    .where('promoted_at', 'is not', null)
    .where('told_at', 'is', null)
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('sign_up_mail')
            .select('sign_up_mail.mail_id')
            .whereRef('sign_up_mail.stek_id', '=', 'sign_up.stek_id')
            .whereRef('sign_up_mail.sign_up_id', '=', 'sign_up.sign_up_id')
            .where('sign_up_mail.news', '=', 'place'),
        ),
      ),
    )
    .execute()

/** Everybody of a moment who left a mail address. */
export const mailsOfMoment = (tx: Tx, stekId: string, slotId: string, onDate: string): Promise<Told[]> =>
  withMail(tx).where('stek_id', '=', stekId).where('slot_id', '=', slotId).where('on_date', '=', onDate).execute()

/** Whether somebody was told this news already; holds the row, so that two who tell at once take turns. */
export async function wasTold(tx: Tx, told: Told, news: string): Promise<boolean> {
  await sql`select from sign_up where stek_id = ${told.stekId} and sign_up_id = ${told.signUpId} for update`.execute(tx)
  const row = await tables(tx)
    .selectFrom('sign_up_mail')
    .select('mail_id')
    .where('stek_id', '=', told.stekId)
    .where('sign_up_id', '=', told.signUpId)
    .where('news', '=', news)
    .executeTakeFirst()
  return row !== undefined
}

/** What somebody last heard of how the moment stands; holds the row, so that two who tell at once take turns. */
export async function holdKnown(tx: Tx, told: Told): Promise<string> {
  const { rows } = await sql<{
    knows: string
  }>`select knows from sign_up where stek_id = ${told.stekId} and sign_up_id = ${told.signUpId} for update`.execute(tx)
  return rows[0]?.knows ?? ''
}

/** Remembers how a moment stood when somebody heard of it. */
export async function keepKnown(tx: Tx, stekId: string, signUpId: string, knows: string): Promise<void> {
  await tables(tx).updateTable('sign_up').set({ knows }).where('stek_id', '=', stekId).where('sign_up_id', '=', signUpId).execute()
}

/** Remembers which mail told which news. */
export async function keepMail(tx: Tx, told: Told, kept: { mailId: string; news: string; happensOn: string }): Promise<void> {
  await tables(tx)
    .insertInto('sign_up_mail')
    .values({ stek_id: told.stekId, sign_up_id: told.signUpId, mail_id: kept.mailId, news: kept.news, happens_on: kept.happensOn })
    .execute()
}

/** Takes away the mails about moments up to a day, with the addresses in them. */
export async function dropOldMails(tx: Tx, until: string): Promise<void> {
  await sql`delete from mail where mail_id in (select mail_id from sign_up_mail where happens_on <= ${until})`.execute(tx)
}
