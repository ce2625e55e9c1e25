import type { Hono } from 'hono'
import { atWork } from '../../../place/person/at-work.ts'
import { isId } from '../../../platform/clock/identifiers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import type { Keep } from '../../../programme/tally/keep.ts'
import { countsOf } from '../../../programme/tally/queries.ts'
import { readBatch } from './form.ts'
import { isDate } from './subject.ts'

const PRIVATE = { 'Cache-Control': 'no-store' }

/** What the script of a phone talks to: `/werk/tellen/post` keeps taps, `/werk/tellen/stand` tells sums and gives a token. JSON both ways. */
export function mountPost(app: Hono<Env>, house: House, keep: Keep): void {
  app.post('/werk/tellen/post', async (c) => {
    const work = await atWork(c, house, 'tally.count')
    if (work instanceof Response) return work
    const read = readBatch(await c.req.json().catch(() => undefined))
    if (!read) return c.json({ why: 'unreadable' }, 422, PRIVATE)
    if (read.entries.length === 0) return c.json({ kept: [], refused: read.refused, counts: {} }, 200, PRIVATE)
    const { kept, refused, counts } = await keep(work.actor, work.stek.stekId, read.entries)
    return c.json({ kept, refused: [...read.refused, ...refused], counts }, 200, PRIVATE)
  })

  app.get('/werk/tellen/stand', async (c) => {
    const work = await atWork(c, house, 'tally.count')
    if (work instanceof Response) return work
    const [slot = '', date = ''] = [c.req.query('slot'), c.req.query('datum')]
    const asked = isId(slot) && isDate(date)
    const counts = asked
      ? await house.database.inStek(work.actor, work.stek.stekId, (tx) => countsOf(tx, work.stek.stekId, slot, date))
      : {}
    return c.json({ token: work.frame.token, counts }, 200, PRIVATE)
  })
}
