import { z } from 'zod'
import type { TextKey } from '../../../ui/words.ts'

const said = (key: TextKey) => ({ error: key })

/** A mail address as typed: spaces around it and capitals do not matter; at most 200 characters. */
export const emailField = z
  .string(said('account.email.wrong'))
  .trim()
  .toLowerCase()
  .max(200, said('account.email.wrong'))
  .regex(/^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@.<>"(),;:\\]{2,}$/, said('account.email.wrong'))

/** What the page for signing in asks. */
export const signInForm = z.object({ email: emailField, terug: z.string().max(500).optional().catch(undefined) })
