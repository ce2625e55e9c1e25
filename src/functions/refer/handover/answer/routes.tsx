import type { Context, Hono } from 'hono'
import { codeDocument } from '../../../../place/code/page.tsx'
import { askCode, type CodeReader } from '../../../../place/code/routes.tsx'
import { bringCode } from '../../../../platform/codes/bring.ts'
import { privateDocument, seeOther, typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import type { Language } from '../../../../platform/i18n/languages.ts'
import { inLanguage } from '../../../../ui/page.tsx'
import { wordsIn } from '../../../../ui/words-in.ts'
import { codeSeal, hashOf } from '../codes.ts'
import { servicesToPassOnTo } from '../guide.ts'
import { readMessage } from '../message/message.ts'
import { onePressPerPage } from '../message/pressed-twice.ts'
import { handoverPaths } from '../paths.ts'
import { keepAnswer } from '../queries.ts'
import { type Opened, openWith, seenWith, whenIn } from '../read.ts'
import { withdraw } from '../withdraw.ts'
import { answerForm } from './form.ts'
import { judgeAnswer, mayAnswer } from './rules.ts'
import { servicePage } from './service-views.tsx'
import { ownPage, readPage } from './views.tsx'

/** The codes of slips, for the page where every code is typed. */
export const handoverCodes = (house: House): CodeReader => ({
  async opens(code) {
    return (await openWith(house, code, 'nl')) && handoverPaths.seen(codeSeal(house, code))
  },
})

/**
 * `/code/overdracht`: with the own code the person sees how it stands and takes back; with the code that was torn off the service reads the
 * message, if one is meant for it, and answers. No account. @source REFER-4
 */
export function mountAnswer(app: Hono<Env>, house: House, language: Language): void {
  const t = wordsIn(house, language)
  const zone = house.settings.timeZone
  const onePress = onePressPerPage()
  const servicesOf = ({ stekId, handover }: Opened) =>
    house.database.reading(stekId, (tx) => servicesToPassOnTo(tx, stekId, handover, whenIn(house).today))
  const closed = (c: Context<Env>) => askCode(c, house, language, {}, { closed: true })

  const show = async (c: Context<Env>, opened: Opened, seal: string, wrong?: 'outcome' | 'barrier') => {
    const props = { t, language, zone, handover: opened.handover, seal, token: c.get('formToken'), done: c.req.query('gedaan') }
    if (opened.side === 'own') return privateDocument(c, ownPage(props))
    const { now } = whenIn(house)
    const may = mayAnswer(opened.handover, now)
    const services = may ? await servicesOf(opened) : []
    return privateDocument(c, servicePage({ ...props, services, may, wrong }), wrong ? 422 : 200)
  }

  app.get('/code/overdracht', async (c) => {
    const seal = c.req.query('k') ?? ''
    const opened = await seenWith(house, seal, language)
    return opened ? show(c, opened, seal) : closed(c)
  })

  app.get('/code/gewist', (c) =>
    privateDocument(
      c,
      codeDocument({ t, language }, { title: t('handover.gone.title'), children: <p class="gentle">{t('handover.gone.text')}</p> }),
    ),
  )

  app.post('/code/overdracht', async (c) => {
    const draft = answerForm.parse(await typedIn(c))
    const opened = await seenWith(house, draft.k, language)
    if (!opened) return closed(c)
    const back = (done: string) => seeOther(c, `${inLanguage(language, handoverPaths.seen(codeSeal(house, opened.code)))}&gedaan=${done}`)
    if (opened.side === 'own') {
      if (draft.wat !== 'bericht-weg' && draft.wat !== 'alles-weg') return show(c, opened, draft.k)
      await withdraw(house, opened, draft.wat === 'alles-weg' ? 'all' : 'message')
      return draft.wat === 'alles-weg' ? seeOther(c, inLanguage(language, '/code/gewist')) : back('bericht')
    }
    if (draft.wat === 'lees') {
      const said = await onePress(draft.k, () => readMessage(house, opened))
      return privateDocument(c, readPage({ t, language, zone, handover: opened.handover, said, seal: codeSeal(house, opened.code) }))
    }
    const services = await servicesOf(opened)
    const judged = judgeAnswer(
      draft,
      services.map(({ serviceId }) => serviceId),
    )
    if ('wrong' in judged) return show(c, opened, draft.k, judged.wrong)
    const kept = await house.database.inStek({ personId: null }, opened.stekId, async (tx) => {
      await bringCode(tx, hashOf(house, opened.code))
      return keepAnswer(tx, judged.answer, house.clock.now())
    })
    return back(kept ? 'antwoord' : 'te-laat')
  })
}
