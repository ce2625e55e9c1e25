import { z } from 'zod'

/**
 * A backup is a gzip file (RFC 1952) of lines of JSON in UTF-8:
 * first the header; then per table, in the order of the header, one object `{"table": name}` and its rows, each an array
 * with the text PostgreSQL itself writes for the value, or null; last the trailer, with the SHA-256 of all bytes before it.
 * The texts are those of `DateStyle ISO`, `TimeZone UTC`; any PostgreSQL from 15 on reads them back.
 */
export const FORMAT = 'stek-backup'

/** Grows when a file can no longer be read by the program that read the one before. */
export const VERSION = 1

const table = z.object({ name: z.string().min(1), columns: z.array(z.string().min(1)).min(1), rows: z.int().min(0) })

const header = z.object({
  format: z.literal(FORMAT),
  version: z.int(),
  created: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(table),
  sequences: z.array(
    z.object({
      name: z.string(),
      value: z
        .string()
        .regex(/^-?\d+$/)
        .nullable(),
    }),
  ),
})

const trailer = z.object({ end: z.literal(true), rows: z.int(), sha256: z.string() })

const tableMark = z.object({ table: z.string() })

const row = z.array(z.string().nullable())

/** One table in a backup: its columns in the order of the row texts, and how many rows there are. */
export type TableInBackup = z.infer<typeof table>

/** The first line: from which migrations the tables are, which tables there are, and where the counters stand. */
export type Header = z.infer<typeof header>

/** The last line; a file without it was cut off. */
export type Trailer = z.infer<typeof trailer>

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** The header in a line; undefined when it is something else. */
export const headerIn = (line: string): Header | undefined => header.safeParse(parse(line)).data

/** The trailer in a line; undefined when it is something else. */
export const trailerIn = (line: string): Trailer | undefined => trailer.safeParse(parse(line)).data

/** The name of the table whose rows follow; undefined when the line is something else. */
export const tableIn = (line: string): string | undefined => tableMark.safeParse(parse(line)).data?.table

/** Whether a line is a row of so many columns. */
export const isRow = (line: string, columns: number): boolean => row.safeParse(parse(line)).data?.length === columns
