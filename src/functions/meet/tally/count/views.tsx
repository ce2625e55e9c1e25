import type { OwnRow } from '../../../../programme/tally/queries.ts'
import { fixedRows, shownCount } from '../../../../programme/tally/rules.ts'
import { Form, type Refusals, Select, TextField, type Typed } from '../../../../ui/fields.tsx'
import type { T } from '../../../../ui/words.ts'
import { tallyPaths } from '../paths.ts'
import type { Subject } from '../subject.ts'

/** The rows of a moment with their words: the fixed ones, then those of the stek. */
export const rowsToCount = (t: T, ownRows: readonly OwnRow[]): OwnRow[] => [
  ...fixedRows.map((counted) => ({ counted, label: t(`tally.row.${counted}`) })),
  ...ownRows,
]

function Buttons({ t, row, way }: { t: T; row: OwnRow; way: 'min' | 'plus' }) {
  return (
    <button
      type="submit"
      class={way === 'plus' ? 'p' : undefined}
      name={way}
      value={row.counted}
      aria-label={t(way === 'plus' ? 'tally.plus' : 'tally.minus', { row: row.label })}
    >
      {way === 'plus' ? '+' : '−'}
    </button>
  )
}

/** The numbers with their buttons. Each button posts one tap; the script keeps the tap on the phone first. `sleutel` makes a form sent twice count once. */
export function Counters({ subject, sleutel }: { subject: Subject; sleutel: string }) {
  const { work, moment, counts, ownRows } = subject
  const { t, stek, frame } = work
  const [heads, ...rows] = rowsToCount(t, ownRows)
  const number = (row: OwnRow) => (
    <output data-count={row.counted} data-sum={counts[row.counted] ?? 0} aria-label={row.label}>
      {shownCount(counts[row.counted])}
    </output>
  )
  return (
    <form
      method="post"
      class="count"
      action={tallyPaths.moment(stek.slug, moment.slotId, moment.plannedDate)}
      data-slot={moment.slotId}
      data-date={moment.plannedDate}
    >
      <input type="hidden" name="_token" value={frame.token} />
      <input type="hidden" name="sleutel" value={sleutel} />
      {heads && (
        <div class="n">
          <Buttons t={t} row={heads} way="min" />
          <div>
            {number(heads)}
            <span class="what">{t('tally.headsHint')}</span>
          </div>
          <Buttons t={t} row={heads} way="plus" />
        </div>
      )}
      {rows.map((row) => (
        <div class="tr">
          <span>
            <bdi>{row.label}</bdi>
            {row.counted === 'first-time' && <small>{t('tally.firstTimeHint')}</small>}
          </span>
          <Buttons t={t} row={row} way="min" />
          {number(row)}
          <Buttons t={t} row={row} way="plus" />
        </div>
      ))}
      <p class="soft" hidden data-zero>
        {t('tally.zeroAlready')}
      </p>
    </form>
  )
}

/** Which row, and what number; the names of both fields are those of the form around them. */
function RowAndNumber(
  props: Pick<Typing, 'typed' | 'refusals'> & Pick<Subject, 'ownRows'> & { t: T; row: string; number: string; label: string },
) {
  const { t, ownRows, row, number, label, ...common } = props
  const options = rowsToCount(t, ownRows).map(({ counted, label: words }) => ({ value: counted, words }))
  return (
    <div class="row">
      <Select t={t} {...common} name={row} label={t('tally.type.row')} options={options} />
      <TextField t={t} {...common} name={number} label={label} inputMode="numeric" autoComplete="off" />
    </div>
  )
}

type Typing = { subject: Subject; sleutel: string; typed: Typed; refusals: Refusals }

/** A number typed instead of tapped: two fields and a button. */
export function TypeNumber({ subject, sleutel, typed, refusals }: Typing) {
  const { work, moment, ownRows } = subject
  const { t, stek, frame } = work
  return (
    <section class="plain" data-type>
      <h2>{t('tally.type.title')}</h2>
      <Form token={frame.token} action={tallyPaths.moment(stek.slug, moment.slotId, moment.plannedDate)}>
        <input type="hidden" name="sleutel" value={sleutel} />
        <RowAndNumber t={t} ownRows={ownRows} typed={typed} refusals={refusals} row="rij" number="aantal" label={t('tally.type.number')} />
        <button type="submit" class="second">
          {t('tally.type.save')}
        </button>
      </Form>
    </section>
  )
}

/** Putting a number right after the moment: a new entry with a reason. `late`: figures may have told that month already (decision 0024). */
export function Correct({ subject, sleutel, typed, refusals, late }: Typing & { late: boolean }) {
  const { work, moment, ownRows } = subject
  const { t, stek, frame } = work
  return (
    <section class="plain">
      <h2>{t('tally.correct.title')}</h2>
      <p>{t('tally.correct.text')}</p>
      {late && <p>{t('tally.correct.late')}</p>}
      <Form token={frame.token} action={tallyPaths.moment(stek.slug, moment.slotId, moment.plannedDate)}>
        <input type="hidden" name="sleutel" value={sleutel} />
        <RowAndNumber
          t={t}
          ownRows={ownRows}
          typed={typed}
          refusals={refusals}
          row="rechtzetRij"
          number="juist"
          label={t('tally.correct.number')}
        />
        <TextField
          t={t}
          name="reden"
          label={t('tally.correct.reason')}
          hint={t('tally.correct.reasonHint')}
          typed={typed}
          refusals={refusals}
          autoComplete="off"
        />
        <button type="submit" class="second" name="rechtzetten" value="ja">
          {t('tally.correct.save')}
        </button>
      </Form>
    </section>
  )
}
