const TRIES = 3
/** What takes longer than this is not tried again: the machine did not hiccup. */
const LONG_IN_MS = 3000

async function quickest(work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const began = performance.now()
    await work()
    best = Math.min(best, performance.now() - began)
    if (best > LONG_IN_MS) break
  }
  return best
}

/**
 * How many times as long work takes on something `large` as on something `small`, in one run, so that a busy machine slows both alike. Work in proportion
 * grows at most as the size does; work that looks through everything again for each letter grows as its square.
 */
export async function growthOf(work: (size: number) => unknown, { small, large }: { small: number; large: number }): Promise<number> {
  const before = await quickest(() => work(small))
  return (await quickest(() => work(large))) / before
}
