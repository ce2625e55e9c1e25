import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../../place/person/at-work.ts'
import { seeOther, typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import { deskPage } from '../../../../programme/desk/page.ts'
import { sentencesOf } from '../../../../programme/forms/sentences.ts'
import { lines } from '../../../../programme/forms/typed.ts'
import { type Refusals, type Typed, typedText } from '../../../../ui/fields.tsx'
import { wordsIn } from '../../../../ui/words-in.ts'
import type { Codes } from '../codes.ts'
import { isGone } from '../handover.ts'
import { handoverCss } from '../look.ts'
import { handoverPaths } from '../paths.ts'
import { type Opened, slipWith } from '../read.ts'
import { keepMessage } from './message.ts'
import { askedAs, type ConsentDraft, refusalsOfConsent, refusalsOfText, sentencesIn } from './rules.ts'
import { ConsentPage, TypePage } from './views.tsx'

/** The page of the slip, which says that no message goes along because there is nobody to read it. */
const notAlong = (stek: string, seal: string): string => `${handoverPaths.made(stek, seal)}&gedaan=niet-mee`

type Asked = { work: Work; slip: Opened & { codes: Codes }; seal: string }

/** `/werk/overdracht/bericht`: type with the person beside you, go through it sentence by sentence, ask the consent. */
export function mountMessage(app: Hono<Env>, house: House): void {
  const zone = house.settings.timeZone

  /** Only with the slip that was just made in hand, only for who may ask, only once. */
  const asked = async (c: Context<Env>): Promise<Asked | Response> => {
    const work = await atWork(c, house, 'handover.message')
    if (work instanceof Response) return work
    const seal = c.req.query('k') ?? ''
    const slip = await slipWith(house, seal)
    if (!slip || slip.stekId !== work.stek.stekId) return seeOther(c, handoverPaths.list(work.stek.slug))
    if (isGone(slip.handover)) return seeOther(c, notAlong(work.stek.slug, seal))
    if (slip.handover.tookMessageAt) return seeOther(c, handoverPaths.made(work.stek.slug, seal))
    return { work, slip, seal }
  }

  const type = (c: Context<Env>, { work, slip, seal }: Asked, typed: Typed, refusals: Refusals = {}) => {
    const children = <TypePage work={work} handover={slip.handover} seal={seal} typed={typed} refusals={refusals} />
    const page = { title: work.t('handover-desk.message.title'), css: handoverCss, children }
    return deskPage(c, work, page, Object.keys(refusals).length > 0 ? 422 : 200)
  }

  const consent = (c: Context<Env>, { work, slip, seal }: Asked, typed: Typed, refusals: Refusals = {}) => {
    const { handover } = slip
    const said = wordsIn(house, handover.language)
    const sentences = sentencesIn(lines.parse(typedText(typed, 'text')))
    const children = <ConsentPage {...{ work, handover, seal, typed, refusals, sentences, said, zone }} />
    const page = { title: work.t('handover-desk.message.askTitle'), css: handoverCss, children }
    return deskPage(c, work, page, Object.keys(refusals).length > 0 ? 422 : 200)
  }

  app.get('/werk/overdracht/bericht', async (c) => {
    const ask = await asked(c)
    return ask instanceof Response ? ask : type(c, ask, {})
  })

  app.post('/werk/overdracht/bericht', async (c) => {
    const ask = await asked(c)
    if (ask instanceof Response) return ask
    const { work, slip, seal } = ask
    const typed = await typedIn(c)
    const text = lines.parse(typedText(typed, 'text'))
    const wrong = refusalsOfText(text)
    if (wrong.length > 0 || typedText(typed, 'step') === 'back') return type(c, ask, typed, sentencesOf(work.t, wrong))
    if (typedText(typed, 'step') !== 'save') return consent(c, ask, typed)
    const sentences = sentencesIn(text)
    const draft: ConsentDraft = {
      yes: sentences.map((_, at) => typedText(typed, `zin${at + 1}`) === 'ja'),
      readable: typedText(typed, 'readable'),
      given: typedText(typed, 'given'),
      agreed: typedText(typed, 'agreed') !== '',
    }
    const refusals = refusalsOfConsent(draft)
    const role = askedAs(work.signedIn.roles.filter(({ stekId }) => stekId === work.stek.stekId).map(({ kind }) => kind))
    if (refusals.length > 0 || role === undefined) return consent(c, ask, typed, sentencesOf(work.t, refusals))
    const kept = await keepMessage(
      house,
      slip,
      { personId: work.signedIn.personId, role },
      {
        sentences: sentences.filter((_, at) => draft.yes[at]),
        readable: draft.readable === 'once' ? 'once' : 'until',
        givenAs: draft.given === 'written' ? 'written' : 'spoken',
      },
    )
    return seeOther(c, kept === 'gone' ? notAlong(work.stek.slug, seal) : handoverPaths.made(work.stek.slug, seal))
  })
}
