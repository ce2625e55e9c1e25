import { sql } from 'kysely'
import type { Tx } from '../../platform/database/door.ts'
import { type Counts, type Entry, fixedRows, MOST_IN_A_MOMENT, type WhyNot } from './rules.ts'

/** What became of a batch: the ids that are kept (also those kept before), those refused and why, and the sums of the moments it touched. */
export type Kept = {
  kept: string[]
  refused: { entry: string; why: WhyNot }[]
  /** By `slotId/plannedDate`. */
  counts: Record<string, Counts>
}

/** An entry with what the calendar says of it: `why` when its moment cannot be counted. */
export type Judged = Entry & { why: WhyNot | undefined }

type Row = { entry: string; added: boolean; same: boolean | null; known: boolean; total: number | null }
type Answer = { version: number; entries: Row[]; counts: { moment: string; counted: string; sum: number }[] }

/** The programme changed between judging and adding: judge again. */
export class Outdated extends Error {}

/**
 * Keeps a batch in one statement; to be called in the stek as who counts. An id that is there already with the same content counts
 * as kept, with other content it is refused and what was there stays. Throws {@link Outdated} when `version` is no longer the stek's.
 * A row that would go above what is believed of one moment is refused; taking away is always possible.
 */
export async function addEntries(
  tx: Tx,
  stekId: string,
  entries: readonly Judged[],
  version: number,
  now: Temporal.Instant,
): Promise<Kept> {
  const column = <Name extends keyof Judged>(name: Name) => entries.map((entry) => entry[name])
  const may = entries.map(({ why }) => why === undefined)
  const { rows } = await sql<{ answer: Answer }>`
    with sent as (
      select * from unnest(${column('entry')}::uuid[], ${column('slot')}::uuid[], ${column('date')}::date[], ${column('counted')}::text[],
        ${column('change')}::int[], ${column('reason')}::text[], ${may}::boolean[])
        with ordinality as of_batch (entry_id, slot_id, on_date, counted, change, reason, may, nth)
    ), there as (
      select s.entry_id, (e.slot_id, e.on_date, e.counted, e.change::int, e.reason) = (s.slot_id, s.on_date, s.counted, s.change, s.reason) as same
      from sent s join tally_entry e on e.stek_id = ${stekId} and e.entry_id = s.entry_id
    ), sums as (
      select e.slot_id, e.on_date, e.counted, sum(e.change)::int as sum
      from (select distinct slot_id, on_date from sent) m join tally_entry e using (slot_id, on_date)
      where e.stek_id = ${stekId} group by 1, 2, 3
    ), fits as (
      select s.*, (s.counted = any (${[...fixedRows]}::text[]) or exists (select from tally_row r where r.stek_id = ${stekId} and r.counted = s.counted)) as known,
        coalesce(sums.sum, 0) + sum(s.change) over (partition by s.slot_id, s.on_date, s.counted order by s.nth) as total
      from sent s left join sums using (slot_id, on_date, counted)
      where s.may and not exists (select from there t where t.entry_id = s.entry_id)
    ), programme as (
      select coalesce((select version from stek_version where stek_id = ${stekId}), 0) as version
    ), added as (
      insert into tally_entry (stek_id, entry_id, slot_id, on_date, counted, change, received_at, reason)
      select ${stekId}::uuid, entry_id, slot_id, on_date, counted, change, ${now.toString()}::timestamptz, reason from fits
      where known and (change < 0 or total <= ${MOST_IN_A_MOMENT}) and (select version from programme) = ${version}
      on conflict (stek_id, entry_id) do nothing
      returning entry_id, slot_id, on_date, counted, change
    )
    select jsonb_build_object(
      'version', (select version from programme),
      'entries', (select jsonb_agg(jsonb_build_object('entry', s.entry_id, 'added', a.entry_id is not null, 'same', t.same,
          'known', coalesce(f.known, true), 'total', f.total))
        from sent s left join added a using (entry_id) left join there t using (entry_id) left join fits f using (entry_id)),
      'counts', coalesce((select jsonb_agg(jsonb_build_object('moment', slot_id || '/' || on_date, 'counted', counted, 'sum', sum))
        from (select slot_id, on_date, counted, sum(sum)::int as sum
          from (select slot_id, on_date, counted, sum from sums union all select slot_id, on_date, counted, change from added) both_kinds
          group by 1, 2, 3) now_there), '[]')
    ) as answer`.execute(tx)
  const answer = rows[0]?.answer
  if (!answer) throw new Error('the statement of a batch gave no answer')
  if (answer.version !== version) throw new Outdated()
  return settle(tx, stekId, entries, answer)
}

async function settle(tx: Tx, stekId: string, entries: readonly Judged[], answer: Answer): Promise<Kept> {
  const rows = new Map(answer.entries.map((row) => [row.entry, row]))
  const result: Kept = { kept: [], refused: [], counts: {} }
  const unclear: Judged[] = []
  for (const entry of entries) {
    const row = rows.get(entry.entry)
    if (row?.added || row?.same) result.kept.push(entry.entry)
    else if (row?.same === false) result.refused.push({ entry: entry.entry, why: 'other-content' })
    else if (entry.why) result.refused.push({ entry: entry.entry, why: entry.why })
    else if (!row?.known) result.refused.push({ entry: entry.entry, why: 'unknown-row' })
    else if (entry.change > 0 && (row.total ?? 0) > MOST_IN_A_MOMENT) result.refused.push({ entry: entry.entry, why: 'too-large' })
    else unclear.push(entry)
  }
  for (const { moment, counted, sum } of answer.counts) result.counts[moment] = { ...result.counts[moment], [counted]: sum }
  // The same id was just being kept by a request beside this one: by now that one is committed and can be seen.
  for (const entry of unclear) {
    const same = await sameAs(tx, stekId, entry)
    if (same) result.kept.push(entry.entry)
    else result.refused.push({ entry: entry.entry, why: 'other-content' })
  }
  return result
}

async function sameAs(tx: Tx, stekId: string, { entry, slot, date, counted, change, reason }: Entry): Promise<boolean> {
  const { rows } = await sql`select from tally_entry where stek_id = ${stekId} and entry_id = ${entry} and slot_id = ${slot}
    and on_date = ${date} and counted = ${counted} and change = ${change} and reason = ${reason}`.execute(tx)
  return rows.length === 1
}
