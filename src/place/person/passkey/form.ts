import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'

const anObject = (given: unknown): boolean => typeof given === 'object' && given !== null

/** What the browser sends after making a passkey; the answer itself is checked by verifying it. */
export const registerForm = z.object({
  response: z.custom<RegistrationResponseJSON>(anObject),
  label: z
    .string()
    .trim()
    .transform((text) => text.slice(0, 60))
    .catch(''),
})

/** What the browser sends when signing in with a passkey. */
export const authenticateForm = z.object({
  response: z.custom<AuthenticationResponseJSON>(
    (given) => anObject(given) && 'id' in (given as object) && typeof (given as { id: unknown }).id === 'string',
  ),
  terug: z.string().max(500).optional().catch(undefined),
})
