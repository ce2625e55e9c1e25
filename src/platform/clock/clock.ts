/** The time, passed in everywhere so that a test or a demo can hold it still. */
export type Clock = { now(): Temporal.Instant }

/** A clock that tells the real time. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that stands still at `instant` (ISO 8601 with offset, as in `STEK_NOW`); throws a RangeError on anything else. */
export const stoppedClock = (instant: string | Temporal.Instant): Clock => {
  const moment = Temporal.Instant.from(instant)
  return { now: () => moment }
}
