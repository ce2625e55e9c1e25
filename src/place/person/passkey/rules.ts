/** How long a device may take to answer a challenge. */
export const CHALLENGE_IN_MINUTES = 5

/** How many passkeys a person can have. */
export const PASSKEYS_AT_MOST = 20

/** For which site passkeys of this installation count: the host name and origin of its public address (WebAuthn level 3, 4 "RP ID"). */
export const relyingParty = (baseUrl: string): { id: string; origin: string } => {
  const { hostname, origin } = new URL(baseUrl)
  return { id: hostname, origin }
}

/** What devices may sign with: Ed25519, ECDSA P-256, RSA (COSE numbers, RFC 9053); together every device in use, without what Node still calls experimental. */
export const ALGORITHMS = [-8, -7, -257]
