const query = (parts: Record<string, string | number | undefined>): string => {
  const said = Object.entries(parts).filter(([, value]) => value !== undefined && value !== '')
  return `?${said.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`
}

/** What the list of the desk can show. */
export const listShows = ['phone', 'proposals', 'mend', 'week', 'ended'] as const
/** One of the lists of the desk. */
export type ListShows = (typeof listShows)[number]

/** Where in the list somebody was, as a form carried it along: to come back there after one press. */
export function listIn(typed: Readonly<Record<string, string | readonly string[] | undefined>>): {
  toon?: ListShows
  q?: string
  vanaf?: number
} {
  const text = (name: string) => [typed[name] ?? ''].flat()[0] ?? ''
  const toon = listShows.find((one) => one === text('toon'))
  const [q, from] = [text('q').slice(0, 100), Number.parseInt(text('vanaf'), 10)]
  return { ...(toon && { toon }), ...(q && { q }), ...(from > 0 && { vanaf: from }) }
}

/** The addresses of the desk of the services guide; each names its stek. */
export const guideDeskPaths = {
  list: (stek: string, parts: { q?: string; toon?: ListShows; vanaf?: number; gedaan?: string } = {}) =>
    `/werk/wegwijzer${query({ stek, ...parts })}`,
  newService: (stek: string, organisation?: string) => `/werk/wegwijzer/nieuw${query({ stek, organisatie: organisation })}`,
  service: (stek: string, id: string, parts: { gedaan?: string } = {}) => `/werk/wegwijzer/${id}${query({ stek, ...parts })}`,
  checked: (stek: string, id: string) => `/werk/wegwijzer/${id}/nagekeken${query({ stek })}`,
  end: (stek: string, id: string) => `/werk/wegwijzer/${id}/stop${query({ stek })}`,
  again: (stek: string, id: string) => `/werk/wegwijzer/${id}/terug${query({ stek })}`,
  notice: (stek: string, id: string) => `/werk/wegwijzer/${id}/anders${query({ stek })}`,
  removeNotice: (stek: string, id: string) => `/werk/wegwijzer/${id}/anders/weg${query({ stek })}`,
  organisations: (stek: string, parts: { q?: string; gedaan?: string } = {}) => `/werk/wegwijzer/organisaties${query({ stek, ...parts })}`,
  newOrganisation: (stek: string) => `/werk/wegwijzer/organisaties/nieuw${query({ stek })}`,
  organisation: (stek: string, id: string) => `/werk/wegwijzer/organisaties/${id}${query({ stek })}`,
  removeOrganisation: (stek: string, id: string) => `/werk/wegwijzer/organisaties/${id}/weg${query({ stek })}`,
  places: (stek: string, parts: { gedaan?: string } = {}) => `/werk/wegwijzer/plaatsen${query({ stek, ...parts })}`,
  newPlace: (stek: string) => `/werk/wegwijzer/plaatsen/nieuw${query({ stek })}`,
  place: (stek: string, id: string) => `/werk/wegwijzer/plaatsen/${id}${query({ stek })}`,
  removePlace: (stek: string, id: string) => `/werk/wegwijzer/plaatsen/${id}/weg${query({ stek })}`,
  proposal: (stek: string, id: string) => `/werk/wegwijzer/voorstel/${id}${query({ stek })}`,
  startSet: (stek: string) => `/werk/wegwijzer/startset${query({ stek })}`,
  imports: (stek: string, parts: { lijst?: string; organisatie?: string } = {}) => `/werk/wegwijzer/invoer${query({ stek, ...parts })}`,
  importAgain: (stek: string, id: string) => `/werk/wegwijzer/invoer/${id}/opnieuw${query({ stek })}`,
  import: (stek: string, id: string) => `/werk/wegwijzer/invoer/${id}${query({ stek })}`,
  columns: (stek: string, id: string) => `/werk/wegwijzer/invoer/${id}/kolommen${query({ stek })}`,
  confirm: (stek: string, id: string) => `/werk/wegwijzer/invoer/${id}/doe${query({ stek })}`,
  dropImport: (stek: string, id: string) => `/werk/wegwijzer/invoer/${id}/weg${query({ stek })}`,
  exportJson: (stek: string) => `/werk/wegwijzer/uitvoer/hsds.json${query({ stek })}`,
  export: (stek: string, table: string) => `/werk/wegwijzer/uitvoer/${table}.csv${query({ stek })}`,
} as const
