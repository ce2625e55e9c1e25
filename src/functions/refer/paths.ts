/** The addresses of finding help, without a language. */
export const referPaths = {
  guide: (stek: string): string => `/${stek}/wegwijzer`,
  service: (stek: string, slug: string): string => `/${stek}/wegwijzer/${slug}`,
  guideDesk: (stek: string): string => `/werk/wegwijzer?stek=${stek}`,
  rights: (): string => '/rechten',
  rightsDesk: (stek: string): string => `/werk/rechten?stek=${stek}`,
  handovers: (stek: string): string => `/werk/overdracht?stek=${stek}`,
}
