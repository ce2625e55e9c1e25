import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../../place/person/at-work.ts'
import { notAllowed } from '../../../../place/person/pages.tsx'
import { personPaths } from '../../../../place/person/paths.ts'
import { leads } from '../../../../place/person/rules.ts'
import { seeOther, typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import { addOwnRow, endOwnRow, ownRowsOf } from '../../../../programme/tally/queries.ts'
import { MOST_OWN_ROWS, rowNameOf } from '../../../../programme/tally/rules.ts'
import { ErrorSummary, Form, type Refusals, TextField, type Typed, typedText } from '../../../../ui/fields.tsx'
import { tallyPage } from '../page.ts'
import { Notes, TallyTop } from '../parts.tsx'
import { tallyPaths } from '../paths.ts'

const LONGEST_LABEL = 40

/** `/werk/tellen/rijen`: who leads the stek chooses which coarse rows are counted besides the fixed ones. */
export function mountTallyRows(app: Hono<Env>, house: House): void {
  const leading = async (c: Context<Env>): Promise<Work | Response> => {
    const work = await atWork(c, house, 'tally.count')
    if (work instanceof Response) return work
    return leads(work.signedIn, work.stek.stekId) ? work : notAllowed(c, house, work.stek.name)
  }
  const rowsOf = ({ actor, stek }: Work) => house.database.inStek(actor, stek.stekId, (tx) => ownRowsOf(tx, stek.stekId))

  const page = async (c: Context<Env>, work: Work, typed: Typed, refusals: Refusals = {}, told?: string) => {
    const { t, stek, frame } = work
    const rows = await rowsOf(work)
    const children = (
      <>
        <TallyTop t={t} stek={stek.slug} back={{ href: tallyPaths.list(stek.slug), words: t('tally.backToList') }} />
        <h1>{t('tally.rows.title')}</h1>
        <p>{t('tally.rows.text')}</p>
        <p class="note">{t('tally.rows.careful')}</p>
        <Notes t={t} signIn={personPaths.signIn(tallyPaths.rows(stek.slug))} />
        <ErrorSummary t={t} refusals={refusals} />
        {rows.length === 0 && <p>{t('tally.rows.none')}</p>}
        {rows.map(({ counted, label }) => (
          <Form token={frame.token} action={tallyPaths.rows(stek.slug)}>
            <input type="hidden" name="stop" value={counted} />
            <button type="submit" class="second">
              {t('tally.rows.end', { row: label })}
            </button>
          </Form>
        ))}
        <Form token={frame.token} action={tallyPaths.rows(stek.slug)}>
          <TextField t={t} name="naam" label={t('tally.rows.label')} typed={typed} refusals={refusals} autoComplete="off" />
          <button type="submit" class="big">
            {t('tally.rows.add')}
          </button>
        </Form>
      </>
    )
    const words = told && <span>{told}</span>
    return tallyPage(c, work, { title: t('tally.rows.title'), children, told: words }, Object.keys(refusals).length > 0 ? 422 : 200)
  }

  app.get('/werk/tellen/rijen', async (c) => {
    const work = await leading(c)
    if (work instanceof Response) return work
    const word = c.req.query('gedaan')
    const told = word === 'erbij' ? work.t('tally.told.rowAdded') : word === 'gestopt' ? work.t('tally.told.rowEnded') : undefined
    return page(c, work, {}, {}, told)
  })

  app.post('/werk/tellen/rijen', async (c) => {
    const work = await leading(c)
    if (work instanceof Response) return work
    const { actor, stek, t } = work
    const typed = await typedIn(c)
    const ended = typedText(typed, 'stop')
    if (ended) {
      await house.database.inStek(actor, stek.stekId, (tx) => endOwnRow(tx, stek.stekId, ended, house.clock.now()))
      return seeOther(c, `${tallyPaths.rows(stek.slug)}&gedaan=gestopt`)
    }
    const label = typedText(typed, 'naam').trim().replace(/\s+/g, ' ')
    const counted = rowNameOf(label)
    const rows = await rowsOf(work)
    if (!counted || label.length > LONGEST_LABEL) return page(c, work, typed, { naam: t('tally.wrong.label') })
    if (rows.some((row) => row.counted === counted)) return page(c, work, typed, { naam: t('tally.wrong.rowThere') })
    if (rows.length >= MOST_OWN_ROWS) return page(c, work, typed, { naam: t('tally.wrong.rowsFull') })
    await house.database.inStek(actor, stek.stekId, (tx) => addOwnRow(tx, stek.stekId, { counted, label }, rows.length + 1))
    return seeOther(c, `${tallyPaths.rows(stek.slug)}&gedaan=erbij`)
  })
}
