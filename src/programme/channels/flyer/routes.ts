import type { Context, Hono } from 'hono'
import { ClearFailure } from '../../../platform/config/clear-failure.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { isLanguage, type Language } from '../../../platform/i18n/languages.ts'
import { plainPage } from '../../../ui/plain-pages.tsx'
import { wordsIn } from '../../../ui/words-in.ts'
import { answerFromBoard } from '../../board/answer.ts'
import { dayOf, trueUntil } from '../../board/clock.ts'
import { paths } from '../../paths.ts'
import { openPaperPress, type PaperPress } from '../paper/press.ts'
import { programmeOnPaper } from './programme.ts'
import { paperWindow } from './standing.ts'

const presses = new WeakMap<House, PaperPress>()

/** The one press of a house: its compiler takes some 50 MB, so all languages share it. */
function pressOf(house: House): PaperPress {
  const press = presses.get(house) ?? openPaperPress({ translate: (language) => wordsIn(house, language) })
  presses.set(house, press)
  return press
}

type Sheet = { kind: 'flyer'; format: 'a5' | 'a4' } | { kind: 'poster' }

/**
 * `/{stek}/flyer.pdf?formaat=a5|a4&taal=nl` and `/{stek}/affiche.pdf?taal=nl`. A format nobody knows gives A5, a language nobody knows gives that of
 * the address. When nothing can be printed the answer is 503 in plain words; every other channel goes on.
 */
export function mountFlyer(app: Hono<Env>, house: House, language: Language, press: PaperPress = pressOf(house)): void {
  app.get('/:stek{[a-z0-9-]+}/flyer.pdf', (c) =>
    printed(c, house, press, language, { kind: 'flyer', format: c.req.query('formaat') === 'a4' ? 'a4' : 'a5' }),
  )
  app.get('/:stek{[a-z0-9-]+}/affiche.pdf', (c) => printed(c, house, press, language, { kind: 'poster' }))
}

async function printed(c: Context<Env>, house: House, press: PaperPress, ofAddress: Language, sheet: Sheet): Promise<Response> {
  const asked = c.req.query('taal') ?? ''
  const language = isLanguage(asked) ? asked : ofAddress
  const stek = c.req.param('stek') ?? ''
  const now = house.clock.now()
  const zone = house.settings.timeZone
  const today = dayOf(now, zone)
  const address = sheet.kind === 'flyer' ? paths.flyer(stek, sheet.format, language) : paths.poster(stek, language)
  try {
    return await answerFromBoard(c, house, address, paperWindow(today), async (read) => {
      const { changedAt } = read
      const t = wordsIn(house, language)
      const programme = programmeOnPaper({ t, read, language, kind: sheet.kind, today, zone, changedAt, baseUrl: house.settings.baseUrl })
      return {
        body: await (sheet.kind === 'flyer' ? press.renderFlyer(programme, sheet.format) : press.renderPoster(programme)),
        type: 'application/pdf',
        headers: { 'Content-Disposition': `inline; filename="${fileName(stek, sheet, language)}"` },
        trueUntil: trueUntil(now, zone, []),
      }
    })
  } catch (thrown) {
    if (!(thrown instanceof ClearFailure)) throw thrown
    house.log.error({ id: c.get('requestId'), route: c.req.routePath }, thrown.message)
    return noPaper(c, house, ofAddress)
  }
}

const fileName = (stek: string, sheet: Sheet, language: Language): string =>
  sheet.kind === 'flyer' ? `stek-${stek}-flyer-${sheet.format}-${language}.pdf` : `stek-${stek}-affiche-${language}.pdf`

function noPaper(c: Context<Env>, house: House, language: Language): Response {
  const t = wordsIn(house, language)
  const { html, policy } = plainPage(t, language, t('channels.paper.noPressTitle'), t('channels.paper.noPress'))
  return c.body(html, 503, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'Retry-After': '600',
  })
}
