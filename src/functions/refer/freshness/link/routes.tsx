import type { Context, Hono } from 'hono'
import { stekBySlug } from '../../../../place/stek/queries.ts'
import { type Tx, visitor } from '../../../../platform/database/door.ts'
import { privateDocument, seeOther, typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import type { Language } from '../../../../platform/i18n/languages.ts'
import { addressOf } from '../../../../platform/limits/address.ts'
import { tryWithin } from '../../../../platform/limits/limits.ts'
import { hashOf, isToken } from '../../../../platform/sessions/tokens.ts'
import { dayOf } from '../../../../programme/board/clock.ts'
import type { Refusals, Typed } from '../../../../ui/fields.tsx'
import { inLanguage } from '../../../../ui/page.tsx'
import { wordsIn } from '../../../../ui/words-in.ts'
import { type WholeService, wholeService } from '../../guide/desk/queries.ts'
import { referPaths } from '../../paths.ts'
import { keepAnswer, questionByLink } from '../queries.ts'
import { changeForm, differenceOf, typedEntry, wrongIn } from './form.ts'
import { shownLines } from './shown.ts'
import { changePage, type LinkPage, questionPage, sentencePage } from './views.tsx'

type Opened = { at: LinkPage; stekId: string; service: WholeService; hash: Buffer; state: 'open' | 'answered' | 'over' }

/**
 * `/{stek}/klopt?t=`: an organisation says whether its entry is still right. Mail programs that look behind links open the page and change
 * nothing: only the button does. The link opens one entry, until it is answered or four weeks are over.
 * @source REFER-3
 */
export function mountLink(app: Hono<Env>, house: House, language: Language): void {
  const t = wordsIn(house, language)
  const today = () => dayOf(house.clock.now(), house.settings.timeZone)

  async function opened(c: Context<Env>): Promise<Opened | Response> {
    const slug = c.req.param('stek') ?? ''
    const token = c.req.query('t') ?? ''
    const stek = await house.database.reading(null, (tx) => stekBySlug(tx, slug))
    if (!stek) return c.notFound()
    const at: LinkPage = { t, language, stek: { slug: stek.slug, name: stek.name }, token: isToken(token) ? token : '' }
    const hash = hashOf(token)
    const found = isToken(token)
      ? await house.database.reading(stek.stekId, async (tx: Tx) => {
          const question = await questionByLink(tx, hash)
          const service = question && (await wholeService(tx, stek.stekId, question.serviceId))
          return question && service ? { question, service } : undefined
        })
      : undefined
    if (!found) return privateDocument(c, sentencePage(at, 'unknown'), 404)
    const { answer, expiresOn } = found.question
    const state = answer !== null ? 'answered' : expiresOn < today() ? 'over' : 'open'
    return { at, stekId: stek.stekId, service: found.service, hash, state }
  }

  const addressIn = ({ at }: Opened, changing = false) => inLanguage(language, referPaths.stillRight(at.stek.slug, at.token, changing))

  const form = (c: Context<Env>, link: Opened, typed: Typed, refusals: Refusals = {}) =>
    privateDocument(
      c,
      changePage(link.at, link.service.row.name, addressIn(link, true), typed, refusals),
      Object.keys(refusals).length > 0 ? 422 : 200,
    )

  app.get('/:stek{[a-z0-9-]+}/klopt', async (c) => {
    const link = await opened(c)
    if (link instanceof Response) return link
    const done = c.req.query('dank')
    if (link.state === 'answered') return privateDocument(c, sentencePage(link.at, done === 'anders' ? 'thanksChanged' : 'thanksSame'))
    if (link.state === 'over') return privateDocument(c, sentencePage(link.at, 'over'))
    if (c.req.query('stap') === 'anders') return form(c, link, typedEntry(link.service))
    return privateDocument(
      c,
      questionPage(link.at, link.service.row.name, shownLines(t, link.service, today()), addressIn(link), addressIn(link, true)),
    )
  })

  app.post('/:stek{[a-z0-9-]+}/klopt', async (c) => {
    const address = addressOf(c, house.settings.baseUrl)
    const permission = await tryWithin(house, [{ kind: 'still right', about: address, allowed: 60, windowInMinutes: 10 }])
    const link = await opened(c)
    if (link instanceof Response) return link
    if (!permission.allowed) {
      c.header('Retry-After', String(permission.retryAfterInSeconds))
      return privateDocument(c, sentencePage(link.at, 'tooOften'), 429)
    }
    const typed = await typedIn(c)
    const said = changeForm.parse(typed)
    const proposal = typed.answer === 'changed' ? differenceOf(typedEntry(link.service), said) : {}
    const answer = typed.answer !== 'changed' ? 'same' : said.ended ? 'ended' : Object.keys(proposal).length > 0 ? 'changed' : 'same'
    if (link.state === 'open' && typed.answer !== 'same' && typed.answer !== 'changed') return form(c, link, typedEntry(link.service))
    if (link.state === 'open' && typed.answer === 'changed') {
      const wrong = Object.entries(wrongIn(said)).map(([field, what]) => [field, t(`stillright.wrong.${what}`)])
      if (wrong.length > 0) return form(c, link, typed, Object.fromEntries(wrong))
    }
    const now = house.clock.now()
    await house.database.inStek(visitor, link.stekId, (tx) => keepAnswer(tx, link.hash, { answer, proposal, now, today: today() }))
    return seeOther(c, `${addressIn(link)}&dank=${answer === 'same' ? 'ja' : 'anders'}`)
  })
}
