import type { Mail } from '../../../platform/mail/queries.ts'
import type { Document } from '../../../ui/page.tsx'
import { tight } from '../../../ui/styles.ts'
import { workPage } from '../../../ui/work-page.tsx'
import type { Work } from '../at-work.ts'

const css = tight(`
.mails{list-style:none;margin:0;padding:0;display:grid;gap:1rem}
.mails pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;margin:.5rem 0 0}
`)

/** The outbox: what was or would be mailed, newest first. `when` says a moment in words. */
export function outboxPage({
  work,
  mails,
  sends,
  when,
}: {
  work: Work
  mails: readonly Mail[]
  sends: boolean
  when: (moment: Temporal.Instant) => string
}): Document {
  const { t, frame } = work
  return workPage({
    ...frame,
    title: t('account.outbox.title'),
    css,
    children: (
      <>
        <h1>{t('account.outbox.title')}</h1>
        <p>{t('account.outbox.text')}</p>
        {!sends && <p class="plain">{t('account.outbox.waits')}</p>}
        {mails.length === 0 && <p>{t('account.outbox.none')}</p>}
        <ul class="mails">
          {mails.map(({ subject, recipient, body, createdAt, sentAt }) => (
            <li class="plain">
              <h2 dir="auto">{subject}</h2>
              <p>{t('account.outbox.to', { recipient })}</p>
              <p class="soft">
                <time dateTime={createdAt.toString()}>{when(createdAt)}</time> ·{' '}
                {sentAt ? t('account.outbox.sent') : t('account.outbox.notSent')}
              </p>
              {body && <pre dir="auto">{body}</pre>}
            </li>
          ))}
        </ul>
      </>
    ),
  })
}
