import { countedOf, tell } from '../src/functions/meet/figures/release/queries.ts'
import { isSettled, monthsToTell, releaseOf } from '../src/functions/meet/figures/release/rules.ts'
import { monthPeriod, monthsAfter, wholeMonthOf } from '../src/platform/calendar/whole-weeks.ts'
import { addPerson, signedInVisit } from '../src/test/work.ts'
import { openBenchApp } from './app.ts'
import { ownDatabase } from './house.ts'
import { atMost, type Measured, percentile, timed } from './measure.ts'
import { fill } from './worlds.ts'

const STEKS = 100
const YEARS = 5
const TAPS = 5
const ZONE = 'Europe/Brussels'

/** What the page of figures costs for one of 100 steks that counted for five years, in each view, and what telling a month costs. */
export async function figures(): Promise<Measured[]> {
  const { client, database, close } = await ownDatabase()
  try {
    const slugs = await fill(client, { steks: STEKS, offersPerStek: 10, weeklyPerStek: 10, exceptionYears: YEARS, prefix: 'stek' })
    const today = Temporal.Now.plainDateISO(ZONE).toString()
    const thisMonth = wholeMonthOf(today)
    const first = monthsAfter(thisMonth, -12 * YEARS)
    // Several taps per moment: four of heads, one of another row; small moments too.
    await client.query(
      `insert into tally_entry (stek_id, entry_id, slot_id, on_date, counted, change, received_at)
       select s.stek_id, gen_random_uuid(), s.slot_id, day::date, case when tap = ${TAPS} then 'children' else 'heads' end,
         1 + (abs(hashtext(s.slot_id::text || day || tap)) % 5), day + interval '12 hours'
       from slot s, generate_series($1::date, $2::date, interval '1 day') day, generate_series(1, ${TAPS}) tap
       where extract(isodow from day) = s.weekday`,
      [monthPeriod(first).from, today],
    )
    await client.query('vacuum analyze')
    const { rows } = await client.query<{ stek: string; taps: number }>(
      'select (select stek_id from stek where slug = $1) as stek, (select count(*)::int from tally_entry) as taps',
      [slugs[STEKS / 2]],
    )
    const { stek = '', taps = 0 } = rows[0] ?? {}
    const { app, house } = openBenchApp(database)

    const months = monthsToTell(first, undefined, today)
    const tellMonth = (month: string) =>
      database.asKeeper(async (tx) => tell(tx, stek, releaseOf(await countedOf(tx, stek, month, ZONE, false)), house.clock.now()))
    const telling = await timed(months.length, 0, (n) => tellMonth(months[n] ?? ''))
    // The other steks told the same, so that the table is as large as it would be.
    await client.query(
      `insert into figures_release select s.stek_id, r.month, r.released_at, r.told from stek s, figures_release r where s.stek_id <> r.stek_id`,
    )
    await client.query('vacuum analyze')

    const personId = await addPerson(client, house.newId, { name: 'Lea', email: 'lea@stek.example', stekId: stek, kind: 'funder' })
    const visit = await signedInVisit(app, house, personId)
    const slug = slugs[STEKS / 2] ?? ''
    const page = async (query: string, file = '') => {
      const response = await visit.get(`/werk/cijfers${file}?stek=${slug}&${query}`)
      if (response.status !== 200) throw new Error(`${query} answered ${response.status}`)
      await response.arrayBuffer()
    }
    const lines: Measured[] = []
    const said = `${STEKS} steks, ${YEARS} years, ${taps} taps`
    for (const [name, query] of [
      ['per week', 'per=week'],
      ['per month', 'per=maand'],
      ['per quarter', 'per=kwartaal'],
      ['per month, two years ago', `per=maand&tot=${monthsAfter(thisMonth, -24)}`],
    ] as const) {
      const taken = await timed(100, 10, () => page(query))
      lines.push(
        atMost(`figures ${name} p50`, `/werk/cijfers ${name}, ${said}: half within`, 300, percentile(taken, 0.5), 'ms'),
        atMost(`figures ${name} p99`, `/werk/cijfers ${name}: 99 of 100 within`, 300, percentile(taken, 0.99), 'ms'),
      )
    }
    const workbook = await timed(20, 2, () => page('per=maand', '.xlsx'))
    const settled = months.filter((month) => isSettled(month, today)).length
    return [
      ...lines,
      atMost('figures workbook', '/werk/cijfers.xlsx per month: 95 of 100 within', 1000, percentile(workbook, 0.95), 'ms'),
      atMost('figures telling', `telling one month of one stek (${settled} of them): half within`, 100, percentile(telling, 0.5), 'ms'),
      atMost(
        'figures telling all',
        `telling a month that settled for all ${STEKS} steks, once a month, worked out`,
        30,
        (percentile(telling, 0.5) * STEKS) / 1000,
        's',
      ),
    ]
  } finally {
    await close()
  }
}
