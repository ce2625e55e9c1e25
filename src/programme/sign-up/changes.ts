import type { Tx } from '../../platform/database/door.ts'
import type { SignUpTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<SignUpTables>()

/** Somebody who comes, as it is put down. */
export type Arriving = {
  signUpId: string
  slotId: string
  onDate: string
  happensOn: string
  people: number
  name: string
  phone: string
  email: string
  language: string
  codeHash: Buffer
  byDesk: boolean
  /** How the moment stood when it was put down. */
  knows: string
}

/** Puts down a sign-up; the same id a second time changes nothing. The database gives a place or a number on the waiting list. */
export async function signUp(tx: Tx, stekId: string, arriving: Arriving, now: Temporal.Instant): Promise<void> {
  await tables(tx)
    .insertInto('sign_up')
    .values({
      stek_id: stekId,
      sign_up_id: arriving.signUpId,
      slot_id: arriving.slotId,
      on_date: arriving.onDate,
      happens_on: arriving.happensOn,
      people: arriving.people,
      name: arriving.name,
      phone: arriving.phone,
      email: arriving.email,
      language: arriving.language,
      code_hash: arriving.codeHash,
      by_desk: arriving.byDesk,
      knows: arriving.knows,
      arrived_at: now.toString(),
      changed_at: now.toString(),
    })
    .execute()
}

const one = (tx: Tx, stekId: string, signUpId: string) =>
  tables(tx).updateTable('sign_up').where('stek_id', '=', stekId).where('sign_up_id', '=', signUpId).where('withdrawn_at', 'is', null)

/** Changes how many come and where a message goes; more people than there are places breaks `no_more_people_than_places`. */
export async function changeSignUp(
  tx: Tx,
  stekId: string,
  signUpId: string,
  changed: { people: number; phone: string; email: string },
  now: Temporal.Instant,
): Promise<void> {
  await one(tx, stekId, signUpId)
    .set({ ...changed, changed_at: now.toString() })
    .execute()
}

/** Withdraws a sign-up: its name and contact go at once, and the first who waits gets the place. */
export async function withdraw(tx: Tx, stekId: string, signUpId: string, now: Temporal.Instant): Promise<void> {
  const at = now.toString()
  await one(tx, stekId, signUpId).set({ withdrawn_at: at, changed_at: at, name: '', phone: '', email: '' }).execute()
}

/** Remembers that somebody was called, and how the moment stood then. */
export async function keepAsTold(tx: Tx, stekId: string, signUpId: string, knows: string, now: Temporal.Instant): Promise<void> {
  await one(tx, stekId, signUpId).set({ told_at: now.toString(), knows }).execute()
}
