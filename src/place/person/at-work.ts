import type { Context } from 'hono'
import type { Actor } from '../../platform/database/door.ts'
import type { House } from '../../platform/http/house.ts'
import type { T } from '../../ui/words.ts'
import { wordsIn } from '../../ui/words-in.ts'
import type { AtWork, BarLink } from '../../ui/work-page.tsx'
import { noRole, notAllowed, notFoundAtWork } from './pages.tsx'
import { type Act, mayDo, type SignedIn } from './rules.ts'
import { type StekAtWork, signedInOf, stekAtWork } from './signed-in.ts'

/** Everything a staff page needs to know about who asks and where; `frame` goes into `workPage` as it is. */
export type Work = {
  signedIn: SignedIn
  stek: StekAtWork
  actor: Actor
  t: T
  frame: { t: T; atWork: AtWork; token: string; links: readonly BarLink[] }
}

/**
 * Who asks, in which stek, and with what to frame the page; or the page that says why not: no role at all (403), no
 * role in this stek (404), or a role that does not allow `act` (403). The links of the bar are those of `c.var.links`.
 */
export async function atWork(c: Context, house: House, act: Act): Promise<Work | Response> {
  const signedIn = signedInOf(c)
  if (signedIn.roles.length === 0) return noRole(c, house)
  const stek = await stekAtWork(c)
  if (!stek) return notFoundAtWork(c, house)
  if (!mayDo(signedIn, stek.stekId, act)) return notAllowed(c, house, stek.name)
  const t = wordsIn(house, 'nl')
  const steks = [...new Map(signedIn.roles.map((role) => [role.stekSlug, { slug: role.stekSlug, name: role.stekName }])).values()]
  const links: ((stek: StekAtWork) => readonly BarLink[]) | undefined = c.get('links')
  return {
    signedIn,
    stek,
    actor: { personId: signedIn.personId },
    t,
    frame: {
      t,
      atWork: { name: signedIn.name, stek, steks },
      token: c.get('formToken'),
      get links() {
        return links?.(stek) ?? []
      },
    },
  }
}
