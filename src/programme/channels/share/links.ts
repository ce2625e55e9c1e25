/** The ways to send a text on from somebody's own phone or mailbox: links only, nothing is loaded from anybody. */
export type SendLinks = { sms: string; whatsApp: string; mail: string }

/**
 * Links that open a new message with the text in it, without receiver.
 * @source RFC 5724 (sms), RFC 6068 (mailto: line breaks as CR LF), the public "click to chat" address of WhatsApp
 */
export function sendLinks(subject: string, text: string): SendLinks {
  const body = encodeURIComponent(text)
  return {
    sms: `sms:?body=${body}`,
    whatsApp: `https://wa.me/?text=${body}`,
    mail: `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`,
  }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** The piece of HTML with which another site shows the coming days. */
export const frameCode = (address: string, title: string): string =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="640" style="border:0" loading="lazy"></iframe>`
