const query = (parts: Record<string, string | undefined>): string => {
  const said = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined && part[1] !== '')
  return said.length === 0 ? '' : `?${said.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}

/** The addresses of the staff desk of the programme; each names its stek. @source contract of addresses, docs/operations.md */
export const deskPaths = {
  cockpit: (stek: string, parts: { gedaan?: string } = {}) => `/werk${query({ stek, ...parts })}`,
  week: (stek: string, parts: { week?: string; vorm?: string; gedaan?: string } = {}) => `/werk/programma${query({ stek, ...parts })}`,
  moment: (stek: string, slotId: string, date: string, what?: 'af' | 'terug') =>
    `/werk/moment/${slotId}/${date}${what ? `/${what}` : ''}${query({ stek })}`,
  offers: (stek: string, parts: { gedaan?: string } = {}) => `/werk/aanbod${query({ stek, ...parts })}`,
  newOffer: (stek: string) => `/werk/aanbod/nieuw${query({ stek })}`,
  offer: (stek: string, offerId: string, parts: { gedaan?: string } = {}) => `/werk/aanbod/${offerId}${query({ stek, ...parts })}`,
  endOffer: (stek: string, offerId: string) => `/werk/aanbod/${offerId}/stop${query({ stek })}`,
  newSlot: (stek: string, offerId: string) => `/werk/aanbod/${offerId}/vast${query({ stek })}`,
  slot: (stek: string, slotId: string) => `/werk/vast/${slotId}${query({ stek })}`,
  endSlot: (stek: string, slotId: string) => `/werk/vast/${slotId}/stop${query({ stek })}`,
  closures: (stek: string, parts: { gedaan?: string } = {}) => `/werk/sluiting${query({ stek, ...parts })}`,
  removeClosure: (stek: string, closureId: string) => `/werk/sluiting/${closureId}/weg${query({ stek })}`,
  confirm: (stek: string) => `/werk/bevestig${query({ stek })}`,
  undo: (stek: string, changeId: string) => `/werk/ongedaan/${changeId}${query({ stek })}`,
  printed: (stek: string) => `/werk/afgedrukt${query({ stek })}`,
  places: (stek: string, parts: { gedaan?: string } = {}) => `/werk/plekken${query({ stek, ...parts })}`,
  ofStek: (stek: string) => `/werk/plekken/stek${query({ stek })}`,
  newSite: (stek: string) => `/werk/plekken/nieuw${query({ stek })}`,
  site: (stek: string, siteId: string) => `/werk/plekken/${siteId}${query({ stek })}`,
  newRoom: (stek: string, siteId: string) => `/werk/plekken/${siteId}/ruimte${query({ stek })}`,
  room: (stek: string, roomId: string) => `/werk/plekken/ruimte/${roomId}${query({ stek })}`,
  newPartner: (stek: string) => `/werk/plekken/partner/nieuw${query({ stek })}`,
  partner: (stek: string, partnerId: string) => `/werk/plekken/partner/${partnerId}${query({ stek })}`,
  /** Counting how many came; the pages are those of functions/meet/tally. */
  tally: (stek: string) => `/werk/tellen${query({ stek })}`,
  welcome: (stek: string) => `/werk/welkom${query({ stek })}`,
  /** The list of rides, made by `functions/meet/rides`. */
  rides: (stek: string) => `/werk/ritten${query({ stek })}`,
  /** How many people came, made by `functions/meet/figures`. */
  figures: (stek: string, parts: { per?: string; tot?: string } = {}) => `/werk/cijfers${query({ stek, ...parts })}`,
  figuresFile: (stek: string, parts: { per?: string; tot?: string } = {}) => `/werk/cijfers.xlsx${query({ stek, ...parts })}`,
  /** Handovers, made by `functions/refer/handover`. */
  handovers: (stek: string) => `/werk/overdracht${query({ stek })}`,
  /** The amounts of the rights check, kept by `functions/refer/rights`. */
  rights: (stek: string) => `/werk/rechten${query({ stek })}`,
  /** The services guide, kept right at functions/refer. */
  guide: (stek: string) => `/werk/wegwijzer${query({ stek })}`,
  style: () => '/werk/stijl',
} as const
