/** Addresses of the product itself, which can never be the address of a stek; the database refuses the same (migrations/0001). */
export const reservedSlugs: readonly string[] = [
  'werk',
  'api',
  'rechten',
  'code',
  'privacy',
  'toegankelijkheid',
  'healthz',
  'readyz',
  'weg',
  'assets',
  'start',
]

/** A word for an address made from a name: small letters without accents, digits and single hyphens, at most 60; `otherwise` when nothing is left. */
export function slugFrom(name: string, otherwise: string): string {
  const slug = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return slug || otherwise
}

/** What is wrong with a word as the address of a stek; two letters would be a language. */
export function slugRefusal(slug: string): 'malformed' | 'reserved' | undefined {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60 || slug.length < 3) return 'malformed'
  return reservedSlugs.includes(slug) ? 'reserved' : undefined
}
