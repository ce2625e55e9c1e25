/** The addresses of signing in and of people. @source contract of addresses, docs/operations.md */
export const personPaths = {
  work: () => '/werk',
  signIn: (back?: string) => `/werk/aanmelden${back && back !== '/werk' ? `?terug=${encodeURIComponent(back)}` : ''}`,
  signInLink: (token: string, back?: string) =>
    `/werk/aanmelden/${token}${back && back !== '/werk' ? `?terug=${encodeURIComponent(back)}` : ''}`,
  signOut: () => '/werk/afmelden',
  setUp: (token: string) => `/werk/start/${token}`,
  people: (stek?: string) => `/werk/mensen${stek ? `?stek=${stek}` : ''}`,
  myself: () => '/werk/ik',
  shownName: (stek: string) => `/werk/ik/voornaam?stek=${stek}`,
  outbox: (stek?: string) => `/werk/postvak${stek ? `?stek=${stek}` : ''}`,
  /** The script of the passkey buttons, made from passkey/island.ts. */
  passkeyScript: () => '/assets/passkey.js',
} as const
