import type { Context, Hono } from 'hono'
import type { DeskLink } from '../../place/person/at-work.ts'
import { personPaths } from '../../place/person/paths.ts'
import { type Act, mayDo, type SignedIn } from '../../place/person/rules.ts'
import { type StekAtWork, signedInOf, stekAtWork } from '../../place/person/signed-in.ts'
import type { Env, House } from '../../platform/http/house.ts'
import type { T, TextKey } from '../../ui/words.ts'
import { wordsIn } from '../../ui/words-in.ts'
import { signUpPaths } from '../sign-up/paths.ts'
import { deskPaths } from './paths.ts'

type Desk = { act: Act; words: TextKey; icon: string; href(stek: string): string }

const desks: readonly Desk[] = [
  { act: 'programme.see', words: 'desk.bar.cockpit', icon: 'home', href: (stek) => deskPaths.cockpit(stek) },
  { act: 'programme.see', words: 'desk.bar.week', icon: 'calendar', href: (stek) => deskPaths.week(stek) },
  { act: 'tally.count', words: 'desk.bar.tally', icon: 'tallymarks', href: (stek) => deskPaths.tally(stek) },
  { act: 'programme.change', words: 'desk.bar.offers', icon: 'coffee', href: (stek) => deskPaths.offers(stek) },
  { act: 'welcome.ask', words: 'warmth.bar', icon: 'mood-smile', href: (stek) => deskPaths.welcome(stek) },
  { act: 'rides.see', words: 'ridework.bar', icon: 'car', href: (stek) => deskPaths.rides(stek) },
  { act: 'programme.change', words: 'joining-desk.bar', icon: 'list-check', href: (stek) => signUpPaths.desk(stek) },
  { act: 'guide.change', words: 'guidedesk.bar', icon: 'book', href: (stek) => deskPaths.guide(stek) },
  { act: 'place.change', words: 'desk.bar.places', icon: 'map-pin', href: (stek) => deskPaths.places(stek) },
  { act: 'people.manage', words: 'desk.bar.people', icon: 'users', href: (stek) => personPaths.people(stek) },
  { act: 'programme.see', words: 'desk.bar.myself', icon: 'user', href: () => personPaths.myself() },
]

/** The links of the bar: the desks that somebody may open in a stek; the one whose address begins `path` is marked. */
export function deskLinks(t: T, signedIn: Pick<SignedIn, 'roles'>, stek: StekAtWork, path: string): readonly DeskLink[] {
  const here = (href: string) => {
    const address = href.replace(/\?.*/, '')
    return path === address || (address !== '/werk' && path.startsWith(`${address}/`))
  }
  return desks
    .filter(({ act }) => mayDo(signedIn, stek.stekId, act))
    .map(({ words, icon, href }) => ({ href: href(stek.slug), words: t(words), icon, current: here(href(stek.slug)) }))
}

/** Gives every page under /werk the links of its bar; to be mounted behind the guard and before the pages. */
export function linkDesks(app: Hono<Env>, house: House): void {
  const t = wordsIn(house, 'nl')
  app.use('/werk/*', async (c: Context, next) => {
    if (c.get('signedIn')) {
      const stek = await stekAtWork(c)
      if (stek) c.set('links', deskLinks(t, signedInOf(c), stek, c.req.path))
    }
    await next()
  })
}
