import { createTransport } from 'nodemailer'
import type { House } from '../http/house.ts'
import type { JobKind } from '../jobs/jobs.ts'
import { keepAsSent, mailById } from './queries.ts'

const PATIENCE_IN_MS = 10_000

/** The address mail comes from: the account of the mail server when that is an address, else no-reply at our own name. */
export function senderAddress(smtpUrl: string, baseUrl: string): string {
  const account = decodeURIComponent(new URL(smtpUrl).username)
  return account.includes('@') ? account : `no-reply@${new URL(baseUrl).hostname}`
}

/**
 * The kind of job that sends one mail of the outbox (payload: `mailId`) through the mail server of the settings.
 * Without a mail server it does nothing and the mail stays in the outbox, where a colleague can read it out.
 * A mail may go out twice when the program dies in between; both then carry the same Message-ID (RFC 5322, 3.6.4).
 * Throws what nodemailer throws; every step waits at most 10 seconds.
 */
export const mailKind = ({ database, settings, clock }: Pick<House, 'database' | 'settings' | 'clock'>, senderName: string): JobKind => ({
  async run(payload) {
    const { smtpUrl, baseUrl } = settings
    if (!smtpUrl || typeof payload.mailId !== 'string') return
    const mailId = payload.mailId
    const mail = await database.asKeeper((tx) => mailById(tx, mailId))
    if (!mail || mail.sentAt) return
    const patience = {
      connectionTimeout: PATIENCE_IN_MS,
      greetingTimeout: PATIENCE_IN_MS,
      socketTimeout: PATIENCE_IN_MS,
      dnsTimeout: PATIENCE_IN_MS,
    }
    const transport = createTransport({ url: smtpUrl, pool: false, ...patience })
    try {
      await transport.sendMail({
        from: { name: senderName, address: senderAddress(smtpUrl, baseUrl) },
        // As it is, never read as a list: one mail goes to one address, whoever typed it.
        to: { name: '', address: mail.recipient },
        subject: mail.subject,
        text: mail.body,
        messageId: `<${mailId}@${new URL(baseUrl).hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    } finally {
      transport.close()
    }
    await database.asKeeper((tx) => keepAsSent(tx, mailId, clock.now()))
  },
})
