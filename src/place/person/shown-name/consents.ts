import type { House } from '../../../platform/http/house.ts'
import { mayDo, type SignedIn } from '../rules.ts'
import { consentOf } from './queries.ts'

/** Of one stek somebody works in: since when the own first name may be shown there, if at all. */
export type ShownName = { stekId: string; slug: string; name: string; since: Temporal.Instant | undefined }

/** The steks in which somebody can be a host, each with the own consent. */
export async function shownNamesOf(house: House, signedIn: SignedIn): Promise<ShownName[]> {
  const { personId, roles } = signedIn
  const steks = [...new Map(roles.map((role) => [role.stekId, role])).values()].filter(({ stekId }) => mayDo(signedIn, stekId, 'hosts.see'))
  const shown: ShownName[] = []
  for (const { stekId, stekSlug: slug, stekName: name } of steks) {
    const since = await house.database.inStek({ personId }, stekId, (tx) => consentOf(tx, stekId, personId))
    shown.push({ stekId, slug, name, since })
  }
  return shown
}
