import type { Language } from '../../../platform/i18n/languages.ts'
import type { themes } from '../../../programme/offer/offer.ts'

/** One of the eight themes of IPDC: what a handover is about. */
export type Theme = (typeof themes)[number]

/** Who walks along: a role, never a name. */
export const companions = ['nobody', 'stek', 'volunteer', 'friend'] as const
export type Companion = (typeof companions)[number]

/** What a service can answer. @source REFER-3 outcomes */
export const outcomes = ['arrived', 'not-yet', 'passed-on', 'no-help'] as const
export type Outcome = (typeof outcomes)[number]

/** What stood in the way, as a short list to pick from, so that nobody has to write about somebody. */
export const barriers = [
  'waiting-list',
  'not-competent',
  'papers-missing',
  'language',
  'too-expensive',
  'transport',
  'closed',
  'no-place',
  'conditions',
  'digital',
  'no-answer',
] as const
export type Barrier = (typeof barriers)[number]

/** How long a handover lives at most, in hours; the database refuses more. @source REFER-5 */
export const LONGEST_IN_HOURS = 30 * 24

/** How long after a last answer it can be put right, in hours. */
export const PUT_RIGHT_IN_HOURS = 24

/** Whose code opened a handover: the person's own, or the one that was torn off for the service. */
export type Side = 'own' | 'service'

/** A place of a service, as printed. */
export type Place = { name: string; street: string; town: string }

/** That there is a message, and what became of it; never what it says. */
export type MessageState = { readable: 'once' | 'until'; untilAt: Temporal.Instant; readAt: Temporal.Instant | null }

/** Whether there is nobody any more to go to: the service left the guide, or stopped. */
export const isGone = ({ service }: Pick<Handover, 'service'>): boolean => service === null || service.stopped

/** A handover as everybody sees it who may: nothing in it is about who goes. */
export type Handover = {
  handoverId: string
  /** Null when the service is no longer in the guide. */
  service: { serviceId: string; name: string; organisation: string; askFor: string; phone: string; bring: string; stopped: boolean } | null
  place: Place | null
  theme: Theme
  onDate: string | null
  atTime: string | null
  companion: Companion
  language: Language
  showsService: boolean
  createdAt: Temporal.Instant
  endsAt: Temporal.Instant
  outcome: Outcome | null
  barrier: Barrier | null
  passedTo: string | null
  answeredAt: Temporal.Instant | null
  keptAt: Temporal.Instant | null
  message: MessageState | null
  /** When the slip took its one message; it takes no other, also when that one was taken back. */
  tookMessageAt: Temporal.Instant | null
}
