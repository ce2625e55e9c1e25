/** Everything a worker can do on the desk, as it is kept with the change; each has its sentence in the texts. */
export const changeKinds = [
  'moment-cancel',
  'moment-change',
  'moment-back',
  'slot-add',
  'slot-change',
  'slot-end',
  'offer-add',
  'offer-change',
  'offer-end',
  'offer-resume',
  'closure-add',
  'closure-remove',
  'confirm',
  'confirm-all',
  'stek-change',
  'site-add',
  'site-change',
  'room-add',
  'room-change',
  'room-remove',
  'partner-add',
  'partner-change',
] as const

/** One of the things a worker can do on the desk. */
export type ChangeKind = (typeof changeKinds)[number]

/** Whether a text names something that is done on the desk. */
export const isChangeKind = (text: string): text is ChangeKind => (changeKinds as readonly string[]).includes(text)

/** One change as it is told: what, about which offer and day, by whom, when, and whether it was undone. */
export type ChangeTold = {
  changeId: string
  kind: ChangeKind
  personId: string | null
  by: string | null
  happenedAt: Temporal.Instant
  undone: boolean
  title: string
  date: string | undefined
  /** How many rows it touched; for confirming several offers at once. */
  count: number
}

/** How long a change can be undone, in days: after that a week has been lived by it. */
export const UNDO_DAYS = 14

/** Whether somebody can still undo a change: who leads the stek any, others their own; not twice, and not after two weeks. */
export const mayUndo = (change: ChangeTold, who: { personId: string; leads: boolean }, now: Temporal.Instant): boolean =>
  !change.undone &&
  (who.leads || change.personId === who.personId) &&
  Temporal.Instant.compare(change.happenedAt.add({ hours: UNDO_DAYS * 24 }), now) > 0
