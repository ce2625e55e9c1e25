import type { Site } from '../../place/site/site.ts'
import type { T } from '../../ui/words.ts'

/** Whether one gets in without steps, as a sentence; undefined when nobody looked yet. @source MEET-1 */
export const stepFreeWords = (t: T, { stepFree }: Pick<Site, 'stepFree'>): string | undefined =>
  stepFree === 'unknown' ? undefined : t(`programme.know.stepFree.${stepFree}`)

/** Which toilet there is, as a sentence; undefined when nobody looked yet. @source MEET-1 */
export const toiletWords = (t: T, { toilet }: Pick<Site, 'toilet'>): string | undefined =>
  toilet === 'unknown' ? undefined : t(`programme.know.toilet.${toilet}`)
