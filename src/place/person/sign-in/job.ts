import type { House } from '../../../platform/http/house.ts'
import type { JobKind } from '../../../platform/jobs/jobs.ts'
import { queueMail } from '../../../platform/mail/queries.ts'
import { wordsIn } from '../../../ui/words-in.ts'
import { addSignInLink, openLinks } from '../links.ts'
import { personPaths } from '../paths.ts'
import { workerByEmail } from '../queries.ts'

/** How many links of one person can lie open at once; each dies by itself after half an hour or when it is used. */
const MOST_OPEN_LINKS = 5

/** The name of the job that a request for a link becomes. */
export const SIGN_IN_REQUEST = 'sign-in.request'

/**
 * The kind of job that looks up who asked for a link and mails it; an address nobody works with gets nothing.
 * It happens here and not in the request, so that the answer to the request is the same, and takes as long, for every address.
 */
export const signInKind = (house: House): JobKind => ({
  identifies: true,
  async run({ email, back }) {
    if (typeof email !== 'string') return
    const now = house.clock.now()
    const t = wordsIn(house, 'nl')
    await house.database.asKeeper(async (tx) => {
      const person = await workerByEmail(tx, email)
      if (!person) return
      // Whoever asks, the mailbox is not flooded, and whoever works here is not locked out: a link that still works lies there already.
      if ((await openLinks(tx, person.personId, now)) >= MOST_OPEN_LINKS) return
      const token = await addSignInLink(tx, person.personId, now)
      const link = house.settings.baseUrl + personPaths.signInLink(token, typeof back === 'string' ? back : undefined)
      const letter = { recipient: email, subject: t('account.signIn.mailSubject'), body: t('account.signIn.mailBody', { link }) }
      await queueMail(tx, letter, { newId: house.newId, now })
    })
  },
})
