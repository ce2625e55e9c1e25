import type { House } from '../platform/http/house.ts'
import type { JobKind } from '../platform/jobs/jobs.ts'
import { roomKinds } from './rooms/job.ts'

/** The kinds of work that the programme brings, by name. */
export const programmeJobs = (house: House): Record<string, JobKind> => roomKinds(house)
