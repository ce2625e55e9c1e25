import { figuresJobs } from './functions/meet/figures/release/job.ts'
import { joiningJobs } from './functions/meet/joining/tell.ts'
import { freshnessJobs } from './functions/refer/freshness/job.ts'
import { importJobs } from './functions/refer/guide/exchange/import/job.ts'
import { handoverJobs } from './functions/refer/handover/jobs.ts'
import { personJobs } from './place/person/jobs.ts'
import type { House } from './platform/http/house.ts'
import type { JobKind } from './platform/jobs/jobs.ts'
import { programmeJobs } from './programme/jobs.ts'

/** Every kind of work that happens by itself, each brought by its module. */
export const openJobKinds = (house: House): Record<string, JobKind> => ({
  ...personJobs(house),
  ...programmeJobs(house),
  ...joiningJobs(house),
  ...figuresJobs(house),
  ...handoverJobs(house),
  ...freshnessJobs(house),
  ...importJobs(house),
})
