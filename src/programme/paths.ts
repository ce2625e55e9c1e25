const query = (parts: Record<string, string | undefined>): string => {
  const said = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined && part[1] !== '')
  return said.length === 0 ? '' : `?${said.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}

/** The addresses of the programme and its channels, without language. */
export const paths = {
  programme: (stek: string, parts: { week?: string; functie?: string; partner?: string } = {}) =>
    `/${stek}/programma${query({ week: parts.week, functie: parts.functie, partner: parts.partner })}`,
  activity: (stek: string, offer: string) => `/${stek}/activiteit/${offer}`,
  /** Asking a ride to one moment; the page is made by `functions/meet/rides`. */
  ride: (stek: string, slotId: string, plannedDate: string) => `/${stek}/rit/${slotId}/${plannedDate}`,
  flyer: (stek: string, format: 'a5' | 'a4', language: string) => `/${stek}/flyer.pdf${query({ formaat: format, taal: language })}`,
  flyerCheck: (stek: string, fingerprint?: string) => `/${stek}/flyer${query({ v: fingerprint })}`,
  poster: (stek: string, language: string) => `/${stek}/affiche.pdf${query({ taal: language })}`,
  feed: (stek: string, parts: { partner?: string; activiteit?: string } = {}) => `/${stek}/programma.ics${query(parts)}`,
  json: (stek: string) => `/${stek}/programma.json`,
  message: (stek: string) => `/${stek}/bericht.txt`,
  embed: (stek: string) => `/${stek}/ingebed`,
  aloud: (stek: string) => `/${stek}/voorlezen`,
  phoneScript: (stek: string) => `/${stek}/telefoon.txt`,
  /** The rights check, made by `functions/refer/rights`; the same for every stek. */
  rights: (stek?: string) => `/rechten${query({ stek })}`,
  share: (stek: string) => `/${stek}/delen`,
} as const
