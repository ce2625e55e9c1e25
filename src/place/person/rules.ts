import type { Language } from '../../platform/i18n/languages.ts'

/** What a person can be in a stek. */
export const roleKinds = ['community-worker', 'coordinator', 'partner-worker', 'volunteer', 'funder'] as const

/** One of the things a person can be in a stek. */
export type RoleKind = (typeof roleKinds)[number]

/** Somebody in one role of one stek; `partnerId` for a partner worker only. */
export type Role = { stekId: string; stekSlug: string; stekName: string; kind: RoleKind; partnerId: string | null }

/** Who is signed in, with the roles in order of the names of the steks. */
export type SignedIn = { personId: string; name: string; language: Language; roles: readonly Role[] }

/** What somebody may or may not do in a stek. */
export type Act =
  | 'programme.see'
  | 'programme.change'
  | 'changes.see'
  | 'place.change'
  | 'people.see'
  | 'people.manage'
  | 'outbox.see'
  | 'tally.count'
  | 'welcome.ask'
  | 'incidents.see'
  | 'rides.see'
  | 'hosts.see'
  | 'figures.see'
  | 'handover.make'
  | 'handover.message'
  | 'rights.change'
  | 'guide.change'

const leaders: readonly RoleKind[] = ['community-worker', 'coordinator']

const allowed: Record<Act, readonly RoleKind[]> = {
  'programme.see': roleKinds,
  'programme.change': [...leaders, 'partner-worker'],
  'changes.see': [...leaders, 'partner-worker'],
  'place.change': leaders,
  'people.see': [...leaders, 'partner-worker', 'volunteer'],
  'people.manage': leaders,
  'outbox.see': leaders,
  'tally.count': [...leaders, 'partner-worker', 'volunteer'],
  'welcome.ask': [...leaders, 'partner-worker', 'volunteer'],
  'incidents.see': leaders,
  'rides.see': [...leaders, 'volunteer'],
  'hosts.see': [...leaders, 'partner-worker', 'volunteer'],
  'figures.see': [...leaders, 'partner-worker', 'funder'],
  'handover.make': [...leaders, 'partner-worker', 'volunteer'],
  'handover.message': [...leaders, 'partner-worker'],
  'rights.change': leaders,
  'guide.change': [...leaders, 'partner-worker'],
}

const rolesIn = (signedIn: Pick<SignedIn, 'roles'>, stekId: string): readonly Role[] =>
  signedIn.roles.filter((role) => role.stekId === stekId)

/** Whether somebody leads a stek: as its community worker or its coordinator. */
export const leads = (signedIn: Pick<SignedIn, 'roles'>, stekId: string): boolean =>
  rolesIn(signedIn, stekId).some(({ kind }) => leaders.includes(kind))

/**
 * Whether somebody may do something in a stek; about one partner's offer when `partnerId` is given, else in general.
 * A partner worker changes the offer of the own organisation only. The database upholds the same (migrations/0002).
 */
export function mayDo(signedIn: Pick<SignedIn, 'roles'>, stekId: string, act: Act, about: { partnerId?: string } = {}): boolean {
  return rolesIn(signedIn, stekId).some(
    ({ kind, partnerId }) =>
      allowed[act].includes(kind) &&
      (kind !== 'partner-worker' || act !== 'programme.change' || !about.partnerId || about.partnerId === partnerId),
  )
}

/**
 * Whether somebody may hand a colleague a link that signs in as that colleague: only when leading every stek in which
 * the colleague has a role. Otherwise a leader of one stek could enter another through a shared colleague.
 */
export const mayHandLink = (signedIn: Pick<SignedIn, 'roles'>, colleague: readonly Pick<Role, 'stekId'>[]): boolean =>
  colleague.length > 0 && colleague.every(({ stekId }) => leads(signedIn, stekId))

/** Whether a stek keeps somebody who leads it when one role is taken away. */
export const keepsALeader = (
  roles: readonly { personId: string; kind: RoleKind }[],
  taken: { personId: string; kind: RoleKind },
): boolean =>
  !leaders.includes(taken.kind) ||
  roles.some(({ personId, kind }) => leaders.includes(kind) && !(personId === taken.personId && kind === taken.kind))

/** The page to go back to after signing in, or `/werk` when the text is not a page of ours for people at work. */
export function ownPath(text: string | undefined): string {
  if (!text || text.length > 500 || !/^\/werk(?:[/?]|$)/.test(text) || /[\\\p{Cc}]/u.test(text)) return '/werk'
  const { pathname, search } = new URL(text, 'http://here')
  return /^\/werk(?:\/|$)/.test(pathname) && !pathname.startsWith('/werk/aanmelden') ? `${pathname}${search}` : '/werk'
}
