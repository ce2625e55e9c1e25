/** One line of a bench: what was wanted, what was measured, and whether that is enough. */
export type Measured = { id: string; what: string; target: string; measured: number; unit: string; ok: boolean }

/** The value below which `share` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Milliseconds that each of `times` runs took, after `warm` runs that do not count. */
export async function timed(times: number, warm: number, work: (n: number) => unknown): Promise<number[]> {
  const taken: number[] = []
  for (let n = -warm; n < times; n += 1) {
    const started = performance.now()
    await work(n)
    if (n >= 0) taken.push(performance.now() - started)
  }
  return taken
}

/**
 * As `timed`, and beside it the milliseconds the processor really worked for each run, all threads of this process together: on a machine
 * that others use too, the first tells how long somebody waits, the second what the work costs.
 */
export async function timedAndWorked(
  times: number,
  warm: number,
  work: (n: number) => unknown,
): Promise<{ taken: number[]; worked: number[] }> {
  const worked: number[] = []
  const taken = await timed(times, warm, async (n) => {
    const before = process.cpuUsage()
    await work(n)
    const { user, system } = process.cpuUsage(before)
    if (n >= 0) worked.push((user + system) / 1000)
  })
  return { taken, worked }
}

/** A measured line that is good when it stays at or below `limit`. */
export const atMost = (id: string, what: string, limit: number, measured: number, unit: string): Measured => ({
  id,
  what,
  target: `≤ ${limit}`,
  measured: Math.round(measured * 100) / 100,
  unit,
  ok: measured <= limit,
})

/** A measured line that is good when it reaches `limit`. */
export const atLeast = (id: string, what: string, limit: number, measured: number, unit: string): Measured => ({
  id,
  what,
  target: `≥ ${limit}`,
  measured: Math.round(measured * 100) / 100,
  unit,
  ok: measured >= limit,
})
