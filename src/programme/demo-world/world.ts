import type { z } from 'zod'
import type {
  keyMomentsShape,
  networkShape,
  offersShape,
  partnersShape,
  peopleShape,
  stekShape,
  waysToReachShape,
  weekShape,
} from './shape.ts'

/** One stek of the demo world with everything that hangs on it; `offers` says what, `week` says when. */
export type DemoStek = z.infer<typeof stekShape> & {
  partners: z.infer<typeof partnersShape>
  offers: z.infer<typeof offersShape>
  week: z.infer<typeof weekShape>
  keyMoments: z.infer<typeof keyMomentsShape>
}

/** The whole demo world, as it is written in the files of `data/demo`. */
export type DemoWorld = {
  network: z.infer<typeof networkShape>
  people: z.infer<typeof peopleShape>
  waysToReach: z.infer<typeof waysToReachShape>
  steks: DemoStek[]
}
