import { z } from 'zod'
import { isId } from '../../../platform/clock/identifiers.ts'
import type { TextKey } from '../../../ui/words.ts'
import { roleKinds } from '../rules.ts'
import { emailField } from '../sign-in/form.ts'

const said = (key: TextKey) => ({ error: key })

/** A name as typed: 1 to 80 characters, spaces around it do not matter. */
export const nameField = (wrong: TextKey) => z.string(said(wrong)).trim().min(1, said(wrong)).max(80, said(wrong))

/** What the form for adding somebody asks; a partner is needed for a partner worker and ignored for everybody else. */
export const addForm = z
  .object({
    name: nameField('account.people.nameWrong'),
    email: emailField,
    role: z.enum(roleKinds, said('account.people.roleWrong')),
    partner: z.string().catch(''),
  })
  .refine(({ role, partner }) => role !== 'partner-worker' || isId(partner), {
    ...said('account.people.partnerWrong'),
    path: ['partner'],
    when: () => true,
  })
  .transform((form) => ({ ...form, partner: form.role === 'partner-worker' ? form.partner : null }))

/** What the small buttons beside a name send. */
export const personForm = z.object({ person: z.string().refine(isId) })

/** Which role of whom to take away. */
export const takeForm = personForm.extend({ role: z.enum(roleKinds) })
