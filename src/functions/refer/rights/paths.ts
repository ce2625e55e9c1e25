const query = (parts: Record<string, string | undefined>): string => {
  const said = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined && part[1] !== '')
  return said.length === 0 ? '' : `?${said.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}

/** The addresses of the rights check, without language. */
export const rightsPaths = {
  check: (stek?: string) => `/rechten${query({ stek })}`,
  book: () => '/rechten/boek.json',
  told: (parts: { dank?: string } = {}) => `/rechten/gelukt${query(parts)}`,
  desk: (stek: string, parts: { bewaard?: string } = {}) => `/werk/rechten${query({ stek, ...parts })}`,
  right: (stek: string, right: string, parts: { bewaard?: string } = {}) => `/werk/rechten/${right}${query({ stek, ...parts })}`,
  /** The services guide of a stek, searched. */
  guide: (stek: string, words: string) => `/${stek}/wegwijzer${query({ q: words })}`,
} as const
