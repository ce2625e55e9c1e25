import type { Stek } from '../../../../../place/stek/stek.ts'
import type { Tx } from '../../../../../platform/database/door.ts'
import type { House } from '../../../../../platform/http/house.ts'
import type { Page } from './form.ts'

/** A part of a list. */
export type Slice = { offset: number; limit: number }
/** What a list is made of in one stek: how many there are, and a part of them. */
export type ListOf<Item> = {
  count(tx: Tx, stekId: string): Promise<number>
  items(tx: Tx, stekId: string, slice: Slice): Promise<Item[]>
}

/** One page of a list that runs through several steks in their order; each stek is read by itself, as of one moment. */
export async function pageOf<Item>(
  house: House,
  steks: readonly Pick<Stek, 'stekId'>[],
  list: ListOf<Item>,
  asked: { page: number; perPage: number },
): Promise<Page<Item>> {
  const contents: Item[] = []
  let before = 0
  const from = (asked.page - 1) * asked.perPage
  for (const { stekId } of steks) {
    const { total, items } = await house.database.reading(stekId, async (tx) => {
      const count = await list.count(tx, stekId)
      const offset = Math.max(0, from - before)
      const limit = asked.perPage - contents.length
      return { total: count, items: limit > 0 && offset < count ? await list.items(tx, stekId, { offset, limit }) : [] }
    })
    before += total
    contents.push(...items)
  }
  const pages = Math.ceil(before / asked.perPage)
  return {
    total_items: before,
    total_pages: pages,
    page_number: asked.page,
    size: contents.length,
    first_page: asked.page === 1,
    last_page: asked.page >= pages,
    empty: contents.length === 0,
    contents,
  }
}
