import type pg from 'pg'
import { readTables } from '../platform/database/portable/inventory.ts'

/** Every row of every table as text, by the name of the table, as in a full dump of the database. */
export async function fullDump(owner: pg.Client): Promise<Map<string, string[]>> {
  const all = new Map<string, string[]>()
  for (const { name } of await readTables(owner, { all: true })) {
    const { rows } = await owner.query<{ row: string }>(`select t::text as row from "${name}" t`)
    all.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  return all
}

/** The tables of a dump that hold a row which an earlier dump did not hold. */
export const grownSince = (before: Map<string, string[]>, now: Map<string, string[]>): string[] =>
  [...now].flatMap(([name, rows]) => {
    const there = new Set(before.get(name))
    return rows.some((row) => !there.has(row)) ? [name] : []
  })
