/** How long a job that was begun may stay silent before another process begins it again, in seconds. */
export const LEASE_IN_SECONDS = 120

/** How often a job is tried before it counts as failed. */
export const ATTEMPTS = 8

const FIRST_PAUSE = 15
const LONGEST_PAUSE = 6 * 60 * 60

/** Seconds to wait after the given number of attempts failed: 15 s, 1 min, 4 min, 16 min, about 1 h, 4 h, then 6 h. */
export const pauseAfter = (attempts: number): number => Math.min(FIRST_PAUSE * 4 ** (attempts - 1), LONGEST_PAUSE)
