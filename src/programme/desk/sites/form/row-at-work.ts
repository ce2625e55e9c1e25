import type { Context } from 'hono'
import { atWork, type Work } from '../../../../place/person/at-work.ts'
import { notFoundAtWork } from '../../../../place/person/pages.tsx'
import { isId } from '../../../../platform/clock/identifiers.ts'
import type { Tx } from '../../../../platform/database/door.ts'
import type { Env, House } from '../../../../platform/http/house.ts'

/**
 * The row that `param` in the address names, for somebody who may change the place; or the page that says why not.
 * What belongs to another stek is not found.
 */
export async function rowAtWork<Row>(
  c: Context<Env>,
  house: House,
  param: string,
  read: (tx: Tx, stekId: string, id: string) => Promise<Row | undefined>,
): Promise<{ work: Work; row: Row } | Response> {
  const work = await atWork(c, house, 'place.change')
  if (work instanceof Response) return work
  const { stekId } = work.stek
  const id = c.req.param(param) ?? ''
  const row = isId(id) ? await house.database.reading(stekId, (tx) => read(tx, stekId, id)) : undefined
  return row ? { work, row } : notFoundAtWork(c, house)
}
