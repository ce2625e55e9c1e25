import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers'
import type { House } from '../../../platform/http/house.ts'
import { addPasskey, keepChallenge, keepUsed, keyToCheck, passkeysOf, takeChallenge } from './queries.ts'
import { ALGORITHMS, CHALLENGE_IN_MINUTES, PASSKEYS_AT_MOST, relyingParty } from './rules.ts'

type Part = Pick<House, 'database' | 'clock' | 'settings'>

const timeout = CHALLENGE_IN_MINUTES * 60_000

/** What the browser needs to make a passkey for somebody who is signed in; the device must check its owner (finger, face or code). */
export async function askToRegister(
  house: Part,
  person: { personId: string; name: string },
  rpName: string,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await house.database.atTheDoor((tx) => passkeysOf(tx, person.personId))
  const options = await generateRegistrationOptions({
    rpName,
    rpID: relyingParty(house.settings.baseUrl).id,
    userName: person.name,
    userDisplayName: person.name,
    userID: Uint8Array.from(Buffer.from(person.personId.replaceAll('-', ''), 'hex')),
    timeout,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await house.database.atTheDoor((tx) => keepChallenge(tx, options.challenge, person.personId, house.clock.now()))
  return options
}

/** Keeps the passkey when its device answered our challenge to this person; false otherwise, and when there are 20 already. */
export async function register(house: Part, personId: string, response: RegistrationResponseJSON, label: string): Promise<boolean> {
  const { id, origin } = relyingParty(house.settings.baseUrl)
  const challenge = await openChallenge(house, response, personId)
  if (!challenge) return false
  const checked = await orNothing(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  if (!checked?.verified) return false
  const { credential } = checked.registrationInfo
  const now = house.clock.now()
  return house.database.atTheDoor(async (tx) => {
    if ((await passkeysOf(tx, personId)).length >= PASSKEYS_AT_MOST) return false
    const { counter, publicKey, transports = [] } = credential
    return addPasskey(tx, { credentialId: credential.id, personId, publicKey, counter, transports, label }, now)
  })
}

/** What the browser needs to sign somebody in with whatever passkey of ours is on the device. */
export async function askToSignIn(house: Part): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(house.settings.baseUrl).id,
    timeout,
    userVerification: 'required',
  })
  await house.database.atTheDoor((tx) => keepChallenge(tx, options.challenge, null, house.clock.now()))
  return options
}

/** Who signed our challenge, or undefined: unknown passkey, wrong signature, another site, a challenge that is over, a counter that went back. */
export async function whoSigned(house: Part, response: AuthenticationResponseJSON): Promise<string | undefined> {
  const { id, origin } = relyingParty(house.settings.baseUrl)
  const challenge = await openChallenge(house, response, null)
  const key = await house.database.atTheDoor((tx) => keyToCheck(tx, response.id))
  if (!challenge || !key) return undefined
  const credential = { id: key.credentialId, publicKey: Uint8Array.from(key.publicKey), counter: key.counter }
  const checked = await orNothing(() =>
    verifyAuthenticationResponse({
      response,
      credential,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    }),
  )
  if (!checked?.verified) return undefined
  await house.database.atTheDoor((tx) => keepUsed(tx, key.credentialId, checked.authenticationInfo.newCounter, house.clock.now()))
  return key.personId
}

async function openChallenge(
  house: Part,
  response: RegistrationResponseJSON | AuthenticationResponseJSON,
  personId: string | null,
): Promise<string | undefined> {
  const data = await orNothing(async () => decodeClientDataJSON(response.response.clientDataJSON))
  if (typeof data?.challenge !== 'string') return undefined
  const { challenge } = data
  const isOpen = await house.database.atTheDoor((tx) => takeChallenge(tx, challenge, personId, house.clock.now()))
  return isOpen ? challenge : undefined
}

/** What `check` gives, or undefined when it throws: the library throws on everything that does not fit, and why is of no use to who tries. */
async function orNothing<T>(check: () => Promise<T>): Promise<T | undefined> {
  try {
    return await check()
  } catch {
    return undefined
  }
}
