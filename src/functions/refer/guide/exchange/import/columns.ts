import { sql } from 'kysely'

type Kind = 'text' | 'nullable' | 'list' | 'boolean' | 'number'

/** The columns that a list can fill, per table, and how their JSON becomes SQL. What a list does not tell stays as it is. */
export const filled: Readonly<Record<'organisation' | 'location' | 'service', Readonly<Record<string, Kind>>>> = {
  organisation: { name: 'text', what: 'text', website: 'nullable', phone: 'nullable', email: 'nullable', kbo_number: 'nullable' },
  location: {
    name: 'text',
    street: 'text',
    postcode: 'nullable',
    town: 'text',
    bus: 'text',
    directions: 'text',
    latitude: 'number',
    longitude: 'number',
    step_free: 'text',
  },
  service: {
    ...{
      name: 'text',
      what: 'text',
      also_called: 'text',
      for_whom: 'text',
      conditions: 'text',
      cost: 'text',
      bring: 'text',
      how_to_reach: 'text',
    },
    ...{
      ask_for: 'text',
      source: 'text',
      website: 'nullable',
      phone: 'nullable',
      email: 'nullable',
      ipdc_uri: 'nullable',
      level: 'nullable',
    },
    ...{ languages: 'list', themes: 'list', is_free: 'boolean' },
  },
}

/** The value of a column of a staged row (`r.data`), or what stands there when the list does not tell it. */
export function stagedValue(column: string, kind: Kind, otherwise: ReturnType<typeof sql>) {
  const text = sql`r.data ->> ${sql.lit(column)}`
  const value = {
    text: sql`coalesce(${text}, '')`,
    nullable: text,
    list: sql`array(select jsonb_array_elements_text(r.data -> ${sql.lit(column)}))`,
    boolean: sql`(${text})::boolean`,
    number: sql`(${text})::numeric`,
  }[kind]
  return sql`case when r.data ? ${sql.lit(column)} then ${value} else ${otherwise} end`
}

/** What a new row has where the list tells nothing. */
export const whenNew = (column: string, kind: Kind) =>
  column === 'step_free'
    ? sql`'unknown'`
    : kind === 'text'
      ? sql`''`
      : kind === 'list'
        ? column === 'languages'
          ? sql`'{nl}'::text[]`
          : sql`'{}'::text[]`
        : sql`null`

/** The tables of ours and what their ids are called. */
export const tableOf = {
  organisation: { table: 'organisation', id: 'organisation_id' },
  location: { table: 'service_location', id: 'location_id' },
  service: { table: 'service', id: 'service_id' },
} as const

/** The id in its list of the place of a row. */
const placeOf = (row: string) =>
  sql`(select l.imported_id from service_location l where l.stek_id = ${sql.ref(`${row}.stek_id`)} and l.location_id = ${sql.ref(`${row}.location_id`)})`

/** A row of ours as the JSON that a list would tell, with `t` for the row itself; only what came from the same list has ids of it. */
export function asStaged(kind: keyof typeof tableOf, source: string) {
  // Not a condition of the lookup: right after thousands of rows were written, the database would look through the whole list for each row.
  const idHere = (row: string) =>
    sql`case when ${sql.ref(`${row}.imported_from`)} = ${source} then to_jsonb(${sql.ref(`${row}.imported_id`)}) end`
  const own = Object.keys(filled[kind]).flatMap((column) => [sql.lit(column), sql`to_jsonb(${sql.ref(`t.${column}`)})`])
  const more = {
    organisation: [
      sql.lit('part_of'),
      sql`(select ${idHere('p')} from organisation p where p.stek_id = t.stek_id and p.organisation_id = t.part_of_id)`,
    ],
    location: [],
    service: [
      sql.lit('organisation'),
      sql`(select ${idHere('o')} from organisation o where o.stek_id = t.stek_id and o.organisation_id = t.organisation_id)`,
      sql.lit('ended'),
      sql`to_jsonb(t.ended_on is not null)`,
      sql.lit('places'),
      sql`(select coalesce(jsonb_agg(at.place order by at.place collate "C"), '[]') from (select ${placeOf('a')} as place from service_at_location a
        where a.stek_id = t.stek_id and a.service_id = t.service_id offset 0) at)`,
      sql.lit('hours'),
      sql`(select coalesce(jsonb_agg(jsonb_build_object('weekday', o.weekday, 'opens', to_char(o.opens, 'HH24:MI'), 'closes', to_char(o.closes, 'HH24:MI'),
          'by_appointment', o.by_appointment, 'from_date', o.from_date, 'until_date', o.until_date, 'note', o.note, 'place', o.place)
          order by concat_ws(' ', o.weekday, to_char(o.opens, 'HH24:MI'), to_char(o.closes, 'HH24:MI'), coalesce(o.place, ''), coalesce(o.from_date::text, '')) collate "C"), '[]')
        from (select h.*, ${placeOf('h')} as place from service_hours h where h.stek_id = t.stek_id and h.service_id = t.service_id offset 0) o)`,
    ],
  }[kind]
  return sql`jsonb_build_object(${sql.join([...own, ...more])})`
}
