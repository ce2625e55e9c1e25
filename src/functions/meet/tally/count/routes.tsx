import type { Context, Hono } from 'hono'
import { personPaths } from '../../../../place/person/paths.ts'
import { seeOther, typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import { saidIn } from '../../../../platform/i18n/said.ts'
import type { Keep } from '../../../../programme/tally/keep.ts'
import { whyNotCounted } from '../../../../programme/tally/rules.ts'
import type { Refusals, Typed } from '../../../../ui/fields.tsx'
import { Icon } from '../../../../ui/icons.tsx'
import type { T } from '../../../../ui/words.ts'
import { tallyPage } from '../page.ts'
import { Notes, TallyTop } from '../parts.tsx'
import { tallyPaths } from '../paths.ts'
import { momentToCount, type Subject, todayIn } from '../subject.ts'
import { askedIn } from './form.ts'
import { Correct, Counters, rowsToCount, TypeNumber } from './views.tsx'

const tellings = ['counted', 'corrected', 'already'] as const
const toldIn = (t: T, word: string | undefined): string | undefined => {
  if (word === 'zeroAlready') return t('tally.zeroAlready')
  const known = tellings.find((one) => one === word)
  return known && t(`tally.told.${known}`)
}

/** `/werk/tellen/{slot}/{planned date}`: the huge number of one moment. */
export function mountCount(app: Hono<Env>, house: House, keep: Keep): void {
  const why = ({ moment }: Subject, corrects: boolean) => whyNotCounted(moment, todayIn(house), corrects)

  const page = (c: Context<Env>, subject: Subject, typed: Typed, refusals: Refusals = {}, told?: string) => {
    const { work, moment, title, place, counts, ownRows } = subject
    const { t, stek } = work
    const said = saidIn('nl')
    const closed = why(subject, false)
    const over = Temporal.Instant.compare(moment.endsAt, house.clock.now()) <= 0
    const corrects = over && why(subject, true) === undefined
    const typing = { subject, sleutel: house.newId(), typed: { rij: 'heads', rechtzetRij: 'heads', ...typed }, refusals }
    const below = rowsToCount(t, ownRows).filter(({ counted }) => (counts[counted] ?? 0) < 0)
    const relative = said.relative(moment.date, todayIn(house))
    const children = (
      <>
        <TallyTop t={t} stek={stek.slug} back={{ href: tallyPaths.list(stek.slug), words: t('tally.backToList') }} />
        <div>
          <h1>
            <bdi>{title}</bdi>
          </h1>
          <p class="soft">
            {t('tally.when', {
              day: relative === 'today' ? t('tally.today') : relative === 'tomorrow' ? t('tally.tomorrow') : said.long(moment.date),
              hours: said.range(moment.startTime, moment.endTime),
              place,
            })}
          </p>
        </div>
        {Object.values(refusals).length > 0 && (
          <div class="errors" role="alert" id="errors" tabindex={-1}>
            {Object.values(refusals).map((sentence) => (
              <p>{sentence}</p>
            ))}
          </div>
        )}
        {below.map(({ label }) => (
          <p class="note">{t('tally.belowZero', { row: label })}</p>
        ))}
        {closed === undefined && <Counters subject={subject} sleutel={house.newId()} />}
        {closed === 'cancelled' && <p class="note">{t('tally.cancelledText')}</p>}
        {closed === 'too-early' && <p class="note">{t('tally.tooEarly')}</p>}
        {closed === undefined && (
          <a class="done" href={tallyPaths.list(stek.slug)}>
            <Icon name="check" />
            {t('tally.done')}
          </a>
        )}
        <Notes t={t} signIn={personPaths.signIn(tallyPaths.moment(stek.slug, moment.slotId, moment.plannedDate))} />
        {closed === undefined && <TypeNumber {...typing} />}
        {corrects && <Correct {...typing} sleutel={house.newId()} late={closed === 'too-late'} />}
        <p class="soft">{t('tally.promise')}</p>
      </>
    )
    const words = told && <span>{told}</span>
    return tallyPage(c, work, { title, children, told: words }, Object.keys(refusals).length > 0 ? 422 : 200)
  }

  app.get('/werk/tellen/:slot{[0-9a-f-]{36}}/:date', async (c) => {
    const subject = await momentToCount(c, house)
    return subject instanceof Response ? subject : page(c, subject, {}, {}, toldIn(subject.work.t, c.req.query('gedaan')))
  })

  app.post('/werk/tellen/:slot{[0-9a-f-]{36}}/:date', async (c) => {
    const subject = await momentToCount(c, house)
    if (subject instanceof Response) return subject
    const { work, moment, counts } = subject
    const typed = await typedIn(c)
    const asked = askedIn(typed, counts)
    const address = (told?: string) => tallyPaths.moment(work.stek.slug, moment.slotId, moment.plannedDate, told)
    const refused = (field: string, word: keyof typeof sentences) => page(c, subject, typed, { [field]: sentences[word](work.t) })
    if ('nothing' in asked) return seeOther(c, address(asked.nothing))
    if ('why' in asked) return refused(asked.field, asked.why)
    const { id, ...change } = asked
    const closed = why(subject, change.reason !== '')
    if (closed) return refused('aantal', closed)
    const kept = await keep(work.actor, work.stek.stekId, [{ entry: id, slot: moment.slotId, date: moment.plannedDate, ...change }])
    const no = kept.refused[0]
    if (no) return refused('aantal', no.why)
    return seeOther(c, address(change.reason ? 'corrected' : undefined))
  })
}

const sentences = {
  unreadable: (t: T) => t('tally.wrong.unreadable'),
  'too-large': (t: T) => t('tally.wrong.too-large'),
  'unknown-moment': (t: T) => t('tally.wrong.unknown-moment'),
  cancelled: (t: T) => t('tally.wrong.cancelled'),
  'too-early': (t: T) => t('tally.wrong.too-early'),
  'too-late': (t: T) => t('tally.wrong.too-late'),
  'unknown-row': (t: T) => t('tally.wrong.unknown-row'),
  'other-content': (t: T) => t('tally.wrong.other-content'),
  reason: (t: T) => t('tally.wrong.reason'),
}
