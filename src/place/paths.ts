/** The addresses of a stek and its partners, without language. @source contract of addresses, docs/operations.md */
export const paths = {
  front: () => '/',
  stek: (stek: string) => `/${stek}`,
  partners: (stek: string) => `/${stek}/partners`,
  partner: (stek: string, partner: string) => `/${stek}/partners/${partner}`,
  agreements: (stek: string) => `/${stek}/afspraken`,
  /** Finding help; the pages are made by `functions/refer/guide`. */
  guide: (stek: string) => `/${stek}/wegwijzer`,
  guideOfPartner: (stek: string, partner: string) => `/${stek}/wegwijzer?van=${partner}`,
  accessibility: () => '/toegankelijkheid',
  privacy: () => '/privacy',
} as const
