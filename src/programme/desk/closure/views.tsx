import { saidIn } from '../../../platform/i18n/said.ts'
import { ErrorSummary, Form, type Refusals, Select, TextField, type Typed, typedText } from '../../../ui/fields.tsx'
import type { T } from '../../../ui/words.ts'
import type { Board } from '../../board/board.ts'
import { momentsBetween } from '../../moments/moments.ts'
import { LookButtons, NotPossible } from '../parts.tsx'
import { deskPaths } from '../paths.ts'
import { SeenMoments } from '../seen.tsx'
import type { KeptClosure } from './queries.ts'

type Props = { t: T; token: string; stek: string; board: Board; closures: readonly KeptClosure[]; typed: Typed; refusals: Refusals }

/** The closures ahead, each with the way to take it away, and the form for a new one. */
export function Closures({ t, token, stek, board, closures, typed, refusals }: Props) {
  const words = saidIn('nl')
  const common = { typed, refusals, t }
  const siteName = (siteId: string) => board.sites.find((site) => site.siteId === siteId)?.name ?? ''
  const told = (closure: KeptClosure) => ({
    site: siteName(closure.siteId),
    from: words.longWithYear(closure.fromDate),
    until: words.longWithYear(closure.untilDate),
  })
  return (
    <>
      {'remove' in refusals ? <NotPossible refusals={refusals} t={t} /> : <ErrorSummary refusals={refusals} t={t} />}
      {closures.length > 0 && (
        <ul class="todo">
          {closures.map((closure) => (
            <li>
              <span>{t('desk.closure.line', told(closure))}</span>
              {closure.reason && <bdi>{closure.reason}</bdi>}
              <form method="post" action={deskPaths.removeClosure(stek, closure.closureId)}>
                <input type="hidden" name="_token" value={token} />
                <input type="hidden" name="sleutel" value={typedText(typed, 'sleutel')} />
                <button type="submit" class="act">
                  {t('desk.closure.remove')}
                  <span class="unseen">: {t('desk.closure.line', told(closure))}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <Form token={token} action={deskPaths.closures(stek)}>
        <input type="hidden" name="sleutel" value={typedText(typed, 'sleutel')} />
        <fieldset class="group">
          <legend>{t('desk.closure.add')}</legend>
          <Select
            {...common}
            name="site"
            label={t('desk.closure.label.site')}
            options={board.sites.map((site) => ({ value: site.siteId, words: site.name }))}
          />
          <div class="row">
            <TextField {...common} name="from" label={t('desk.closure.label.from')} hint={t('desk.hint.date')} short />
            <TextField {...common} name="until" label={t('desk.closure.label.until')} hint={t('desk.closure.hint.until')} short optional />
          </div>
          <TextField {...common} name="reason" label={t('desk.moment.label.reason')} hint={t('desk.hint.reason')} optional />
        </fieldset>
        <LookButtons t={t} back={deskPaths.cockpit(stek)} />
      </Form>
    </>
  )
}

const SHOWN = 5

/** What visitors will see while a site is closed: the sentence on top, and the moments that do not go on. */
export function ClosureSeen(props: { t: T; board: Board; site: string; from: string; until: string; now: Temporal.Instant; zone: string }) {
  const { t, board, site, from, until, now, zone } = props
  const words = saidIn('nl')
  const name = board.sites.find(({ siteId }) => siteId === site)?.name ?? ''
  const moments = momentsBetween(board.slots, board.exceptions, board.closures, from, until, zone).filter(
    ({ siteId, cancellation }) => siteId === site && cancellation?.because === 'closure',
  )
  return (
    <>
      <p>{t('programme.know.closedText', { site: name, from: words.long(from), until: words.long(until) })}</p>
      <p>{t('desk.closure.off', { count: moments.length })}</p>
      <SeenMoments t={t} board={board} moments={moments.slice(0, SHOWN)} now={now} />
      {moments.length > SHOWN && <p>{t('desk.andMore', { count: moments.length - SHOWN })}</p>}
    </>
  )
}
