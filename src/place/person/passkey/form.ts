import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'

const isAnswer = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && 'id' in given && typeof given.id === 'string' && /^[\w-]{1,1400}$/.test(given.id)

/** What the browser sends after making a passkey; the answer itself is checked by verifying it. */
export const registerForm = z.object({
  response: z.custom<RegistrationResponseJSON>(isAnswer),
  label: z
    .string()
    .trim()
    .transform((text) => text.replace(/\p{Cc}/gu, '').slice(0, 60))
    .catch(''),
})

/** What the browser sends when signing in with a passkey. */
export const authenticateForm = z.object({
  response: z.custom<AuthenticationResponseJSON>(isAnswer),
  terug: z.string().max(500).optional().catch(undefined),
})
