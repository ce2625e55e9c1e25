import type { Tx } from '../../../platform/database/door.ts'
import type { HandoverTables } from '../handover/tables.ts'

/** Somebody one can ask for at a service, who said yes to standing here. */
export type Contact = { contactId: string; firstName: string; how: string; confirmedOn: string }

/** Whom one can ask for at a service; nobody for a volunteer or a visitor. */
export const contactsOf = (tx: Tx, stekId: string, serviceId: string): Promise<Contact[]> =>
  tx
    .withTables<HandoverTables>()
    .selectFrom('service_contact')
    .select(['contact_id as contactId', 'first_name as firstName', 'how', 'confirmed_on as confirmedOn'])
    .where('stek_id', '=', stekId)
    .where('service_id', '=', serviceId)
    .orderBy('first_name')
    .orderBy('contact_id')
    .execute()

/** Keeps a contact, agreed on a day. */
export async function keepContact(
  tx: Tx,
  stekId: string,
  contact: { contactId: string; serviceId: string; firstName: string; how: string; agreedOn: string },
): Promise<void> {
  const { contactId, serviceId, firstName, how, agreedOn } = contact
  await tx
    .withTables<HandoverTables>()
    .insertInto('service_contact')
    .values({
      stek_id: stekId,
      contact_id: contactId,
      service_id: serviceId,
      first_name: firstName,
      how,
      agreed_on: agreedOn,
      confirmed_on: agreedOn,
    })
    .execute()
}

/** Notes that a contact was asked again and still says yes. */
export async function confirmContact(tx: Tx, stekId: string, contactId: string, today: string): Promise<void> {
  await tx
    .withTables<HandoverTables>()
    .updateTable('service_contact')
    .set({ confirmed_on: today })
    .where('stek_id', '=', stekId)
    .where('contact_id', '=', contactId)
    .execute()
}

/** Takes a contact away. */
export async function removeContact(tx: Tx, stekId: string, contactId: string): Promise<void> {
  await tx
    .withTables<HandoverTables>()
    .deleteFrom('service_contact')
    .where('stek_id', '=', stekId)
    .where('contact_id', '=', contactId)
    .execute()
}
