import { sql } from 'kysely'
import type { NewId } from '../../../../../platform/clock/identifiers.ts'
import type { Tx } from '../../../../../platform/database/door.ts'
import type { Entity } from '../shape/entity.ts'

/** Where rows are put: the list they are of, and how to write a portion of them. */
export type Stage = {
  stekId: string
  importId: string
  newId: NewId
  now: Temporal.Instant
  write(work: (tx: Tx) => Promise<void>): Promise<void>
}

/** Where in a list something stood: in which of its tables, and on which row. */
export type Stood = { ofTable: string; line: number }

type Waiting = Stood & {
  kind: string
  key: string
  data: unknown
  refused: unknown
  noted: unknown
  targetId: string | null
}

const PORTION = 500
/** A portion is written sooner when its rows are long, so that a list of long rows does not fill our memory. */
const PORTION_IN_CHARACTERS = 8 * 1024 * 1024

/** What PostgreSQL cannot hold, as JSON writes it: U+0000 and half a pair of UTF-16; not a backslash that was typed before such letters. */
const UNKEEPABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g

/** Puts what was read aside in portions, each a short transaction, so that no list is ever whole in memory. */
export class Staging {
  private readonly stage: Stage
  private waiting: string[] = []
  private waitingSize = 0
  private readonly positions = new Map<string, number>()
  private readonly seen = new Map<string, number>()
  /** How many rows of the list were read; for a list of services, how many services. */
  read = 0
  /** How many characters all rows together take. */
  size = 0

  constructor(stage: Stage) {
    this.stage = stage
  }

  /** A row of a table as it came; `key` is the id of what it belongs to. */
  async raw({ ofTable, line }: Stood, data: unknown, key = ''): Promise<void> {
    this.read += 1
    await this.add({ kind: 'raw', ofTable, line, key, data, refused: [], noted: [], targetId: null })
  }

  /** Rows of ours. An organisation or place that many services name is put aside once; a service whose id was there before is refused. */
  async entities(entities: readonly Entity[], { ofTable, line }: Stood): Promise<void> {
    for (const { kind, key, data, refused, noted } of entities) {
      const before = this.seen.get(`${kind} ${key}`)
      if (kind === 'service') this.read += 1
      if (before !== undefined && key !== '') {
        if (kind !== 'service') continue
        refused.push({ why: 'doubleId', values: { value: key.slice(0, 80), row: before } })
      } else this.seen.set(`${kind} ${key}`, line)
      await this.add({ kind, ofTable, line, key, data, refused, noted, targetId: this.stage.newId() })
    }
  }

  private async add(row: Waiting): Promise<void> {
    const position = (this.positions.get(row.kind) ?? 0) + 1
    this.positions.set(row.kind, position)
    const text = JSON.stringify({ ...row, position })
    this.waiting.push(text)
    this.waitingSize += text.length
    this.size += text.length
    if (this.waiting.length >= PORTION || this.waitingSize >= PORTION_IN_CHARACTERS) await this.flush()
  }

  /** Writes what still waits, and how far the reading has come. */
  async flush(): Promise<void> {
    const rows = this.waiting
    this.waiting = []
    this.waitingSize = 0
    const { stekId, importId, now } = this.stage
    const json = `[${rows.join(',')}]`.replace(UNKEEPABLE, '$1')
    await this.stage.write(async (tx) => {
      await sql`insert into guide_import_row (stek_id, import_id, kind, position, of_table, line, key, data, refused, noted, target_id, read_at)
        select ${stekId}, ${importId}, r.kind, r.position, r."ofTable", r.line, r.key, r.data, r.refused, r.noted, r."targetId", ${now.toString()}::timestamptz
        from jsonb_to_recordset(${json}::jsonb) as r (kind text, position integer, "ofTable" text, line integer, key text, data jsonb, refused jsonb, noted jsonb, "targetId" uuid)`.execute(
        tx,
      )
      await sql`update guide_import set rows_read = ${this.read} where stek_id = ${stekId} and import_id = ${importId}`.execute(tx)
    })
  }
}
