/** What a check found: whether it is well, and one plain sentence; never a secret from the settings. */
export type Finding = { ok: boolean; says: string }
