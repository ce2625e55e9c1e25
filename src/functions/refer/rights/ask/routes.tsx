import type { Hono } from 'hono'
import { allSteks } from '../../../../place/stek/queries.ts'
import { typedIn } from '../../../../platform/http/answers.ts'
import { compressedDocument } from '../../../../platform/http/compressed.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import type { Language } from '../../../../platform/i18n/languages.ts'
import { readTexts } from '../../../../platform/i18n/texts.ts'
import { typedList, typedText } from '../../../../ui/fields.tsx'
import { inLanguage } from '../../../../ui/page.tsx'
import { forever } from '../../../../ui/rendered.ts'
import { wordsIn } from '../../../../ui/words-in.ts'
import { rightsPaths } from '../paths.ts'
import { LOOK_AGAIN_IN_MILLISECONDS, rightsNow } from '../shelf-now.ts'
import { move } from './move.ts'
import { checkPage } from './page.tsx'
import type { Look } from './parts.tsx'

const NOTHING = { answers: [], screen: '', options: [], doing: '' } as const

/**
 * `/rechten`: the check, for everybody, without account, cookie or script. Every step is a POST that carries all earlier answers in its
 * body, because a body is not kept in a history, an address or a log. It changes nothing, so it needs no token of ours and answers 200.
 * @source POLITICISE-3, REFER-4
 */
export function mountCheck(app: Hono<Env>, house: House, language: Language): void {
  const t = wordsIn(house, language)

  async function stekCalled(slug: string): Promise<Look['stek']> {
    if (!/^[a-z0-9-]{3,60}$/.test(slug)) return null
    const steks = await house.database.reading(null, allSteks).catch(() => [])
    const stek = steks.find((one) => one.slug === slug)
    return stek ? { slug, name: stek.name } : null
  }

  // Editions belong to no stek, so no number tells that one was published.
  const lookAgain = () => house.clock.now().epochMilliseconds + LOOK_AGAIN_IN_MILLISECONDS

  app.get('/rechten', async (c) => {
    // Only a stek that is there has a page of its own to keep.
    const stek = await stekCalled(c.req.query('stek') ?? '')
    return house.pages.answer(inLanguage(language, rightsPaths.check(stek?.slug)), c.req.raw, async () => {
      const inForce = await rightsNow(house)
      const shown = move(inForce.compiled, NOTHING)
      const page = checkPage({ t, language, inForce, shown, stek, baseUrl: house.settings.baseUrl })
      return { ...forever(page), trueUntil: lookAgain() }
    })
  })

  app.post('/rechten', async (c) => {
    const inForce = await rightsNow(house)
    const typed = await typedIn(c)
    const sent = {
      answers: typedList(typed, 'a'),
      screen: typedText(typed, 'vraag'),
      options: typedList(typed, 'keuze'),
      doing: typedText(typed, 'doe'),
    }
    const shown = move(inForce.compiled, sent)
    const refused = shown.kind === 'step' && shown.refused
    const stek = await stekCalled(typedText(typed, 'stek'))
    return compressedDocument(c, checkPage({ t, language, inForce, shown, stek }), refused ? 422 : 200)
  })

  // What the island works with: the same book, sentences and words as this server uses for the same language.
  app.get('/rechten/boek.json', (c) =>
    house.pages.answer(inLanguage(language, rightsPaths.book()), c.req.raw, async () => {
      const { compiled, sayings } = await rightsNow(house)
      const { rights } = readTexts(language)
      return {
        body: JSON.stringify({ book: compiled.book, sayings: sayings(language), words: { rights } }),
        type: 'application/json; charset=utf-8',
        headers: { 'X-Robots-Tag': 'noindex' },
        subject: null,
        version: 0,
        trueUntil: lookAgain(),
      }
    }),
  )
}
