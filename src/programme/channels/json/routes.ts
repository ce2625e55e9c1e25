import type { Context, Hono } from 'hono'
import { parseWeek, type Week, weekOf, writeWeek } from '../../../platform/calendar/week.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { inLanguage } from '../../../ui/page.tsx'
import { wordsIn } from '../../../ui/words-in.ts'
import { answerFromBoard } from '../../board/answer.ts'
import { boardIn } from '../../board/board.ts'
import { dayOf, plusDays, trueUntil } from '../../board/clock.ts'
import { momentsBetween } from '../../moments/moments.ts'
import { paths } from '../../paths.ts'
import { programmeAsJson } from './programme-json.ts'

/** How many weeks are given when no week is asked for: this one and the next three. */
const WEEKS = 4

/** Every site may read it from a browser: it is public and says nothing about who reads. */
const HEADERS = { 'Access-Control-Allow-Origin': '*' }
const TYPE = 'application/json; charset=utf-8'

/** `/{stek}/programma.json`: four weeks from this one; with `?week=2026-W48` only that week. A week that does not exist gives 400. */
export function mountJson(app: Hono<Env>, house: House, language: Language): void {
  app.get('/:stek{[a-z0-9-]+}/programma.json', (c) => {
    const now = house.clock.now()
    const zone = house.settings.timeZone
    const typed = c.req.query('week')
    const week = typed ? parseWeek(typed) : undefined
    if (typed && !week) return unknownWeek(c, house, language)
    const window = windowOf(week, dayOf(now, zone))
    const address = inLanguage(language, paths.json(c.req.param('stek'))) + (week ? `?week=${writeWeek(week)}` : '')
    return answerFromBoard(c, house, address, window, async (read) => {
      const board = boardIn(read, language)
      const moments = momentsBetween(read.slots, read.exceptions, read.closures, window.from, window.until, zone)
      const { changedAt } = board
      const programme = programmeAsJson({ board, moments, ...window, zone, changedAt, baseUrl: house.settings.baseUrl })
      return {
        body: JSON.stringify(programme),
        type: TYPE,
        headers: HEADERS,
        trueUntil: week ? Number.POSITIVE_INFINITY : trueUntil(now, zone, []),
      }
    })
  })
}

function windowOf(week: Week | undefined, today: string): { from: string; until: string } {
  const from = (week ?? weekOf(Temporal.PlainDate.from(today))).monday.toString()
  return { from, until: plusDays(from, (week ? 1 : WEEKS) * 7 - 1) }
}

const unknownWeek = (c: Context<Env>, house: House, language: Language): Response =>
  c.body(JSON.stringify({ error: 'unknown-week', message: wordsIn(house, language)('channels.json.unknownWeek') }), 400, {
    ...HEADERS,
    'Content-Type': TYPE,
  })
