const query = (parts: Record<string, string | undefined>): string => {
  const said = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined && part[1] !== '')
  return said.length === 0 ? '' : `?${said.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}

/** The addresses of the welcome pulse, the agreements of the house and incidents, without language. */
export const welcomePaths = {
  tablet: (stek: string, token: string, parts: { stap?: 'keuze' | 'dank' } = {}) => `/${stek}/welkom${query({ t: token, ...parts })}`,
  start: (stek: string, slotId: string, date: string) => `/werk/welkom/tablet/${slotId}/${date}${query({ stek })}`,
  sheet: (stek: string) => `/werk/welkom/blad${query({ stek })}`,
  paper: (stek: string) => `/werk/welkom/papier${query({ stek })}`,
  agreementsDesk: (stek: string, parts: { bewaard?: string } = {}) => `/werk/afspraken${query({ stek, ...parts })}`,
  agreementsOf: (stek: string, siteId: string) => `/werk/afspraken/${siteId}${query({ stek })}`,
  incidents: (stek: string, parts: { bewaard?: string } = {}) => `/werk/voorvallen${query({ stek, ...parts })}`,
  incident: (stek: string, incidentId: string) => `/werk/voorvallen/${incidentId}${query({ stek })}`,
} as const
