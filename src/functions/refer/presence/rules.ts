import { findingsIn } from '../../../platform/privacy-guard/guard.ts'
import { type Refusal, refuseIf, tooLong } from '../../../programme/forms/refusal.ts'
import type { ContactDraft } from './form.ts'

/** How long a contact stays without being asked again, in days; the register takes it away then. @source REFER-1 */
export const ASK_AGAIN_AFTER_IN_DAYS = 183

/** The day on which a contact goes away unless confirmed. */
export const goesOn = (confirmedOn: string): string =>
  Temporal.PlainDate.from(confirmedOn).add({ days: ASK_AGAIN_AFTER_IN_DAYS }).toString()

/** What stands in the way of a contact: a first name is enough, the way is that of the desk, and the worker said yes. */
export const refusalsOfContact = ({ first_name, how, agreed }: ContactDraft): readonly Refusal[] => [
  ...refuseIf(first_name === '' || /\d|@/.test(first_name), { field: 'first_name', key: 'handover-desk.wrong.firstName' }),
  ...tooLong('first_name', first_name, 40),
  ...refuseIf(how === '', { field: 'how', key: 'handover-desk.wrong.how' }),
  ...refuseIf(
    findingsIn(how).some((one) => one === 'national-number' || one === 'iban'),
    { field: 'how', key: 'handover-desk.wrong.number' },
  ),
  ...tooLong('how', how, 120),
  ...refuseIf(!agreed, { field: 'agreed', key: 'handover-desk.wrong.contactAgreed' }),
]
