import type { Context, Hono } from 'hono'
import { seeOther, typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import { todayIn } from '../../../../programme/desk/read.ts'
import { sentencesOf } from '../../../../programme/forms/sentences.ts'
import { ErrorSummary, Form, type Refusals, Select, TextField, type Typed } from '../../../../ui/fields.tsx'
import { volunteersOf } from '../offer/queries.ts'
import { ridePage } from '../page.ts'
import { ridePaths } from '../paths.ts'
import { arrangerAtWork, type RideWork, ridesAtWork } from '../read.ts'
import { monthWords } from './month-words.ts'
import { kilometresOf, setKilometres } from './queries.ts'
import { kilometresForm, monthsUntil, refusalsOfKilometres } from './rules.ts'

/** `/werk/ritten/kilometers`: what drivers drove per month; a driver sees the own ones, who arranges puts them right. */
export function mountKilometres(app: Hono<Env>, house: House): void {
  const volunteers = (work: RideWork) => house.database.inStek(work.actor, work.stek.stekId, (tx) => volunteersOf(tx, work.stek.stekId))

  const page = async (c: Context<Env>, work: RideWork, typed: Typed, refusals: Refusals = {}) => {
    const { t, stek, frame, arranges } = work
    const rows = await house.database.inStek(work.actor, stek.stekId, (tx) => kilometresOf(tx, stek.stekId))
    const common = { t, typed, refusals }
    const children = (
      <>
        <h1>{t('ridework.kilometres')}</h1>
        <p>{t('ridework.kilometresText')}</p>
        <ErrorSummary refusals={refusals} t={t} />
        {rows.length === 0 && <p>{t('ridework.noKilometres')}</p>}
        <ul class="todo">
          {rows.map(({ name, month, kilometres }) => (
            <li>
              <b>
                <bdi>{name}</bdi>
              </b>
              <span>{t('ridework.kilometresLine', { month: monthWords(month), count: kilometres })}</span>
            </li>
          ))}
        </ul>
        {arranges && (
          <Form token={frame.token} action={ridePaths.kilometres(stek.slug)}>
            <fieldset class="group">
              <legend>{t('ridework.putRight')}</legend>
              <Select
                {...common}
                name="driver"
                label={t('ridework.label.driver')}
                empty={t('rides.choose')}
                options={(await volunteers(work)).map(({ personId, name }) => ({ value: personId, words: name }))}
              />
              <Select
                {...common}
                name="month"
                label={t('ridework.label.month')}
                options={monthsUntil(todayIn(house)).map((month) => ({ value: month, words: monthWords(month) }))}
              />
              <TextField
                {...common}
                name="kilometres"
                label={t('ridework.label.kilometres')}
                hint={t('ridework.hint.kilometres')}
                short
                inputMode="numeric"
              />
              <div class="acts">
                <button type="submit" class="big">
                  {t('shell.form.save')}
                </button>
              </div>
            </fieldset>
          </Form>
        )}
        <p>
          <a class="act" href={ridePaths.rides(stek.slug)}>
            {t('ridework.backToList')}
          </a>
        </p>
      </>
    )
    return ridePage(c, work, t('ridework.kilometres'), children, Object.keys(refusals).length > 0 ? 422 : 200)
  }

  app.get('/werk/ritten/kilometers', async (c) => {
    const work = await ridesAtWork(c, house)
    return work instanceof Response ? work : page(c, work, {})
  })

  app.post('/werk/ritten/kilometers', async (c) => {
    const work = await arrangerAtWork(c, house)
    if (work instanceof Response) return work
    const { stek } = work
    const typed = await typedIn(c)
    const draft = kilometresForm.parse(typed)
    const personIds = (await volunteers(work)).map(({ personId }) => personId)
    const refusals = refusalsOfKilometres(draft, { personIds, months: monthsUntil(todayIn(house)) })
    const { kilometres } = draft
    if (refusals.length > 0 || kilometres === undefined) return page(c, work, typed, sentencesOf(work.t, refusals))
    const row = { personId: draft.driver, month: draft.month, kilometres }
    await house.database.inStek(work.actor, stek.stekId, (tx) => setKilometres(tx, stek.stekId, row))
    return seeOther(c, ridePaths.kilometres(stek.slug))
  })
}
