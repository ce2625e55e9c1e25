/** The addresses of finding help, without a language. */
export const referPaths = {
  guide: (stek: string): string => `/${stek}/wegwijzer`,
  service: (stek: string, slug: string): string => `/${stek}/wegwijzer/${slug}`,
  /** The same service in whole sentences, to hear or to read aloud. */
  serviceAloud: (stek: string, slug: string): string => `/${stek}/wegwijzer/${slug}/voorlezen`,
  guideDesk: (stek: string): string => `/werk/wegwijzer?stek=${stek}`,
  rights: (): string => '/rechten',
  rightsDesk: (stek: string): string => `/werk/rechten?stek=${stek}`,
  /** A slip to print and fill in by hand, for everybody; nothing is kept of it. */
  blankSlip: (stek: string, slug: string): string => `/${stek}/wegwijzer/${slug}/briefje`,
  /** Where a list for the guide is sent to, without the stek it is for. */
  upload: (): string => '/werk/wegwijzer/invoer',
  /** Where an organisation says whether its entry is still right; `changing` opens the form for what is different. */
  stillRight: (stek: string, token: string, changing = false): string => `/${stek}/klopt?t=${token}${changing ? '&stap=anders' : ''}`,
  handovers: (stek: string): string => `/werk/overdracht?stek=${stek}`,
}
