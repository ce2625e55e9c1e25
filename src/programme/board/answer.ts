import type { Context } from 'hono'
import type { Env, House } from '../../platform/http/house.ts'
import type { Rendered } from '../../platform/http/page-cache.ts'
import type { Board } from './board.ts'
import { readBoard, type Window } from './queries.ts'

/** What is made of a board; its subject and number are added here. Undefined when what was asked is not on the board. */
export type Made = Omit<Rendered, 'subject' | 'version'>

const MISSING: Rendered = { body: '', type: 'text/plain', status: 404, subject: null, version: 0, trueUntil: 0 }

/**
 * Answers a reading page or channel of the stek in the address, kept under `address` until the stek changes or the clock makes it untrue.
 * A stek that does not exist and a thing that is not on its board both give the same "not found".
 */
export async function answerFromBoard(
  c: Context<Env>,
  house: House,
  address: string,
  window: Window,
  make: (board: Board) => Made | undefined | Promise<Made | undefined>,
): Promise<Response> {
  const answer = await house.pages.answer(address, c.req.raw, async () => {
    const board = await readBoard(house.database, c.req.param('stek') ?? '', window)
    const made = board && (await make(board))
    return board && made ? { ...made, subject: board.stek.stekId, version: board.version } : MISSING
  })
  return answer.status === 404 ? c.notFound() : answer
}
