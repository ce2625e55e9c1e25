import { dataFolder } from './house.ts'
import { atMost, type Measured } from './measure.ts'
import { startProgram } from './processes.ts'

/** From the command to the open door: the first time with the demo world, and later times. */
export async function start(): Promise<Measured[]> {
  const { folder, remove } = dataFolder()
  try {
    const first = await startProgram('src/main.ts', [], { STEK_DATA: folder }, /is open at/)
    await first.stop()
    const later: number[] = []
    for (let n = 0; n < 3; n += 1) {
      const again = await startProgram('src/main.ts', [], { STEK_DATA: folder }, /is open at/)
      later.push(again.readyAfter)
      await again.stop()
    }
    return [
      atMost('first', 'first start: database made, migrated, demo world loaded', 6000, first.readyAfter, 'ms'),
      atMost('later', 'later start (slowest of 3)', 1500, Math.max(...later), 'ms'),
    ]
  } finally {
    remove()
  }
}
