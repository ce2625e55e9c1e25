import type { Context, Hono } from 'hono'
import { personPaths } from '../../place/person/paths.ts'
import { type Act, mayDo, type SignedIn } from '../../place/person/rules.ts'
import { type StekAtWork, signedInOf } from '../../place/person/signed-in.ts'
import type { Env, House } from '../../platform/http/house.ts'
import type { T, TextKey } from '../../ui/words.ts'
import { wordsIn } from '../../ui/words-in.ts'
import type { BarLink } from '../../ui/work-page.tsx'
import { signUpPaths } from '../sign-up/paths.ts'
import { deskPaths } from './paths.ts'

/** A desk that is opened many times a day (`often`) always stands in the bar; the others are one press away. */
type Desk = { act: Act; words: TextKey; icon: string; often?: true; href(stek: string): string }

const desks: readonly Desk[] = [
  { act: 'programme.see', words: 'desk.bar.cockpit', often: true, icon: 'home', href: (stek) => deskPaths.cockpit(stek) },
  { act: 'programme.see', words: 'desk.bar.week', often: true, icon: 'calendar', href: (stek) => deskPaths.week(stek) },
  { act: 'tally.count', words: 'desk.bar.tally', often: true, icon: 'tallymarks', href: (stek) => deskPaths.tally(stek) },
  { act: 'programme.change', words: 'desk.bar.offers', icon: 'coffee', href: (stek) => deskPaths.offers(stek) },
  { act: 'welcome.ask', words: 'warmth.bar', icon: 'mood-smile', href: (stek) => deskPaths.welcome(stek) },
  { act: 'rides.see', words: 'ridework.bar', icon: 'car', href: (stek) => deskPaths.rides(stek) },
  { act: 'programme.change', words: 'joining-desk.bar', icon: 'list-check', href: (stek) => signUpPaths.desk(stek) },
  { act: 'figures.see', words: 'figures.bar', icon: 'chart-bar', href: (stek) => deskPaths.figures(stek) },
  { act: 'handover.make', words: 'handover-desk.bar', often: true, icon: 'ticket', href: (stek) => deskPaths.handovers(stek) },
  { act: 'rights.change', words: 'rightswork.bar', icon: 'scale', href: (stek) => deskPaths.rights(stek) },
  { act: 'guide.change', words: 'guidedesk.bar', icon: 'book', href: (stek) => deskPaths.guide(stek) },
  { act: 'place.change', words: 'desk.bar.places', icon: 'map-pin', href: (stek) => deskPaths.places(stek) },
  { act: 'people.manage', words: 'desk.bar.people', icon: 'users', href: (stek) => personPaths.people(stek) },
  { act: 'programme.see', words: 'desk.bar.myself', icon: 'user', href: () => personPaths.myself() },
]

/** The links of the bar: the desks that somebody may open in a stek; the one whose address begins `path` is marked. */
export function deskLinks(t: T, signedIn: Pick<SignedIn, 'roles'>, stek: StekAtWork, path: string): readonly BarLink[] {
  const here = (href: string) => {
    const address = href.replace(/\?.*/, '')
    return path === address || (address !== '/werk' && path.startsWith(`${address}/`))
  }
  return desks
    .filter(({ act }) => mayDo(signedIn, stek.stekId, act))
    .map(({ words, icon, often, href }) => ({ href: href(stek.slug), words: t(words), icon, often, current: here(href(stek.slug)) }))
}

/** Gives every page under /werk the links of its bar, worked out when a page asks for them; to be mounted behind the guard and before the pages. */
export function linkDesks(app: Hono<Env>, house: House): void {
  const t = wordsIn(house, 'nl')
  app.use('/werk/*', async (c: Context, next) => {
    c.set('links', (stek: StekAtWork) => deskLinks(t, signedInOf(c), stek, c.req.path))
    await next()
  })
}
