/** The address where every code is typed, without a language: of a sign-up, of a handover. */
export const codePaths = { ask: () => '/code' } as const
