import { eraseKind } from '../../platform/erasing/erase.ts'
import type { House } from '../../platform/http/house.ts'
import type { JobKind } from '../../platform/jobs/jobs.ts'
import { mailKind } from '../../platform/mail/send.ts'
import { wordsIn } from '../../ui/words-in.ts'
import { SIGN_IN_REQUEST, signInKind } from './sign-in/job.ts'

/** The kinds of work that signing in, mail and erasing bring, by name. */
export const personJobs = (house: House): Record<string, JobKind> => ({
  [SIGN_IN_REQUEST]: signInKind(house),
  'mail.send': mailKind(house, wordsIn(house, 'nl')('account.mailSender')),
  erase: eraseKind(house),
})
