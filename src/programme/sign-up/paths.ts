import { codePaths } from '../../place/code/paths.ts'

/** The addresses of taking part: those of visitors without a language, those of the desk with their stek. */
export const signUpPaths = {
  join: (stek: string, slotId: string, plannedDate: string) => `/${stek}/meedoen/${slotId}/${plannedDate}`,
  code: codePaths.ask,
  /** What became of a sign-up, opened by a seal that stops working after half an hour. */
  seen: (seal: string) => `/code/hier?k=${seal}`,
  desk: (stek: string) => `/werk/meedoen?stek=${stek}`,
  terms: (stek: string, offerId: string) => `/werk/meedoen/aanbod/${offerId}?stek=${stek}`,
  list: (stek: string, slotId: string, plannedDate: string, parts: { k?: string; gedaan?: string } = {}) =>
    `/werk/meedoen/${slotId}/${plannedDate}?stek=${stek}${parts.k ? `&k=${parts.k}` : ''}${parts.gedaan ? `&gedaan=${parts.gedaan}` : ''}`,
} as const
