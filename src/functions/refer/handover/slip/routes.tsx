import type { Hono } from 'hono'
import { codePaths } from '../../../../place/code/paths.ts'
import { askCode } from '../../../../place/code/routes.tsx'
import { stekById } from '../../../../place/stek/queries.ts'
import { privateDocument } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import type { Language } from '../../../../platform/i18n/languages.ts'
import { inLanguage } from '../../../../ui/page.tsx'
import { wordsIn } from '../../../../ui/words-in.ts'
import { slipWith } from '../read.ts'
import { openSlipPress, type SlipPress } from './press.ts'
import { slipPage } from './views.tsx'
import { type SlipWords, slipWords } from './words.ts'

let press: SlipPress | undefined

/** `/code/briefje` and `/code/briefje.pdf`: the slip in a language, while its seal is open; no account and no cookie. */
export function mountSlip(app: Hono<Env>, house: House, language: Language): void {
  const t = wordsIn(house, language)
  const bare = (address: string) => address.replace(/^https?:\/\//, '')
  const codeAddress = (of: Language) => `${house.settings.baseUrl}${inLanguage(of, codePaths.ask())}`

  const read = async (seal: string): Promise<SlipWords | undefined> => {
    const slip = await slipWith(house, seal, language)
    if (!slip) return undefined
    const stek = await house.database.reading(slip.stekId, (tx) => stekById(tx, slip.stekId))
    return slipWords(t, language, {
      ...slip,
      stek: { phone: stek?.phone ?? null },
      address: bare(codeAddress(language)),
      forService: { dutch: wordsIn(house, 'nl'), address: bare(codeAddress('nl')) },
      zone: house.settings.timeZone,
    })
  }

  app.get('/code/briefje', async (c) => {
    const seal = c.req.query('k') ?? ''
    const words = await read(seal)
    return words ? privateDocument(c, slipPage({ t, language, words, seal })) : askCode(c, house, language, {}, { closed: true })
  })

  app.get('/code/briefje.pdf', async (c) => {
    const words = await read(c.req.query('k') ?? '')
    if (!words) return askCode(c, house, language, {}, { closed: true })
    press ??= openSlipPress()
    const pdf = await press.print(words, language, codeAddress('nl'))
    return c.body(new Uint8Array(pdf), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline; filename="briefje.pdf"',
      'Cache-Control': 'no-store',
    })
  })
}
