import type { Stek } from '../../../../../place/stek/stek.ts'
import type { Tx } from '../../../../../platform/database/door.ts'
import type { House } from '../../../../../platform/http/house.ts'
import type { Page } from './form.ts'
import type { Slice } from './queries.ts'

/** What a list is made of in one stek: how many there are, and a part of them. */
export type ListOf<Item, What> = {
  /** What is asked, after what has to be looked up once for count and items was. */
  seek(tx: Tx, stekId: string): Promise<What>
  count(tx: Tx, stekId: string, what: What): Promise<number>
  items(tx: Tx, stekId: string, what: What, slice: Slice): Promise<Item[]>
}

/** One page of a list that runs through several steks in their order; each stek is read by itself, as of one moment. */
export async function pageOf<Item, What>(
  house: House,
  steks: readonly Pick<Stek, 'stekId'>[],
  list: ListOf<Item, What>,
  asked: { page: number; perPage: number },
): Promise<Page<Item>> {
  const contents: Item[] = []
  let before = 0
  const from = (asked.page - 1) * asked.perPage
  for (const { stekId } of steks) {
    const { total, items } = await house.database.reading(stekId, async (tx) => {
      const what = await list.seek(tx, stekId)
      const count = await list.count(tx, stekId, what)
      const offset = Math.max(0, from - before)
      const limit = asked.perPage - contents.length
      return { total: count, items: limit > 0 && offset < count ? await list.items(tx, stekId, what, { offset, limit }) : [] }
    })
    before += total
    contents.push(...items)
  }
  return pageWith(contents, before, asked)
}

/** A page of a list that holds `total` items. */
export function pageWith<Item>(contents: Item[], total: number, asked: { page: number; perPage: number }): Page<Item> {
  const pages = Math.ceil(total / asked.perPage)
  return {
    total_items: total,
    total_pages: pages,
    page_number: asked.page,
    size: contents.length,
    first_page: asked.page === 1,
    last_page: asked.page >= pages,
    empty: contents.length === 0,
    contents,
  }
}
