import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import { ClearFailure } from '../../platform/config/clear-failure.ts'
import { disagreements } from './agreement.ts'
import { keyMomentsShape, networkShape, offersShape, partnersShape, peopleShape, stekShape, waysToReachShape, weekShape } from './shape.ts'
import type { DemoStek, DemoWorld } from './world.ts'

/** Where the demo world is written. */
export const demoFolder = join(import.meta.dirname, '../../../data/demo')

const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown))

/** One file in its shape; a ClearFailure names the file and each field that is wrong. */
function readShaped<Shape extends z.ZodType>(folder: string, file: string, shape: Shape): z.infer<Shape> {
  let written: unknown
  try {
    written = parse(readFileSync(join(folder, file), 'utf8'))
  } catch (thrown) {
    throw new ClearFailure(`The demo world cannot be read. data/demo/${file}: ${reasonOf(thrown)}`)
  }
  const checked = shape.safeParse(written)
  if (checked.success) return checked.data
  const wrong = checked.error.issues.map(({ path, message }) => `data/demo/${file}, ${path.join('.') || 'the whole file'}: ${message}`)
  throw new ClearFailure(['The demo world is not written well.', ...wrong].join('\n'))
}

function readStek(folder: string, name: string): DemoStek {
  const partners = [
    ...readShaped(folder, 'both/partners.yaml', partnersShape),
    ...readShaped(folder, `${name}/partners.yaml`, partnersShape),
  ]
  return {
    ...readShaped(folder, `${name}/stek.yaml`, stekShape),
    partners,
    offers: [...readShaped(folder, 'both/offers.yaml', offersShape), ...readShaped(folder, `${name}/offers.yaml`, offersShape)],
    week: readShaped(folder, `${name}/week.yaml`, weekShape),
    keyMoments: readShaped(folder, `${name}/key-moments.yaml`, keyMomentsShape),
  }
}

/** The demo world as it is written in `folder`. Throws a ClearFailure that names file and field when a file is wrong. */
export function readDemoWorld(folder = demoFolder): DemoWorld {
  const network = readShaped(folder, 'network.yaml', networkShape)
  const world = {
    network,
    people: readShaped(folder, 'people.yaml', peopleShape),
    waysToReach: readShaped(folder, 'both/ways-to-reach.yaml', waysToReachShape),
    steks: network.steks.map((name) => readStek(folder, name)),
  }
  const wrong = disagreements(world)
  if (wrong.length > 0) throw new ClearFailure(['The files of the demo world do not fit together.', ...wrong].join('\n'))
  return world
}
