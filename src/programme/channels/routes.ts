import type { Hono } from 'hono'
import type { Env, House } from '../../platform/http/house.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { mountAloud } from './aloud/routes.ts'
import { mountEmbed } from './embed/routes.ts'
import { mountFeed } from './feed/routes.ts'
import { mountFlyer } from './flyer/routes.ts'
import { mountJson } from './json/routes.ts'
import { mountMessage } from './message/routes.ts'
import { mountPhone } from './phone/routes.ts'
import { mountCheck } from './printing/routes.ts'
import { mountShare } from './share/routes.ts'

/** Everything the programme is told by beside its pages, in one language: all made from the same board. @source MEET-3 */
export function mountChannels(app: Hono<Env>, house: House, language: Language): void {
  mountFeed(app, house, language)
  mountJson(app, house, language)
  mountMessage(app, house, language)
  mountShare(app, house, language)
  mountEmbed(app, house, language)
  mountAloud(app, house, language)
  mountPhone(app, house, language)
  mountFlyer(app, house, language)
  mountCheck(app, house, language)
}
