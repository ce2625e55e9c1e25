import { mayDo } from '../../../../../place/person/rules.ts'
import { saidIn } from '../../../../../platform/i18n/said.ts'
import { Form, Select, TextField } from '../../../../../ui/fields.tsx'
import { Icon } from '../../../../../ui/icons.tsx'
import type { T } from '../../../../../ui/words.ts'
import { type Known, scoreOf, type Want } from '../../../freshness/score.ts'
import { handoverPaths } from '../../../handover/paths.ts'
import { referPaths } from '../../../paths.ts'
import type { GuideWork } from '../at-work.ts'
import { guideDeskPaths } from '../paths.ts'
import type { NoticeRow, WholeService } from '../queries.ts'

/** The score of an entry as a number with a bar. */
export function Score({ t, score }: { t: T; score: number }) {
  return (
    <span class="score">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="all" width="100" height="10" rx="3" />
        <rect width={score} height="10" rx="3" />
      </svg>
      {t('guidedesk.score', { score })}
    </span>
  )
}

const fieldOf: Partial<Record<Want, string>> = {
  noContact: 'phone',
  noPhone: 'phone',
  noHours: 'hours',
  noPlace: 'places',
  noWhat: 'what',
  noWays: 'ways',
  noLanguage: 'languages',
  noPrice: 'free',
  noForWhom: 'forWhom',
}

/** What to mend, as a link to the very field; `href` is the page of the form. */
export function WantedField({ t, want, href }: { t: T; want: Want; href: string }) {
  const words = t(`guidedesk.want.${want}`)
  const field = fieldOf[want]
  return <>{field ? <a href={`${href}#f-${field}`}>{words}</a> : words}</>
}

/** When an entry was last looked at, and by whom, in a sentence. */
export function checkedWords(t: T, { checkedOn, checkedBy }: { checkedOn: string | null; checkedBy: string | null }): string {
  if (checkedOn === null) return t('guidedesk.neverChecked')
  const by = checkedBy === 'organisation' || checkedBy === 'source' ? checkedBy : 'worker'
  return t(`guidedesk.checked.${by}`, { date: saidIn('nl').longWithYear(checkedOn) })
}

/** A notice in a sentence. */
export function noticeWords(t: T, notice: NoticeRow): string {
  const said = saidIn('nl')
  const period = said.period(notice.from_date, notice.until_date)
  const what =
    notice.kind === 'hours' && notice.opens && notice.closes
      ? t('guidedesk.notice.hoursAre', { hours: said.range(notice.opens, notice.closes) })
      : t(`guidedesk.notice.kind.${notice.kind}`)
  return [`${period}: ${what}`, notice.message].filter(Boolean).join(' · ')
}

/** What stands above the form of an entry: how good it is, what to mend, one press for "looked at", and what is different for a while. */
export function EntryHead({ work, service, known, today }: { work: GuideWork; service: WholeService; known: Known; today: string }) {
  const { t, stek, frame } = work
  const { row, notices } = service
  const { score, wants } = scoreOf(known, today)
  const mayGoAlong = mayDo(work.signedIn, stek.stekId, 'handover.make')
  const mayKnow = mayDo(work.signedIn, stek.stekId, 'handover.message')
  const id = row.service_id
  return (
    <section class="part entry">
      <p class="soft">
        <bdi>{service.organisation.name}</bdi> · {checkedWords(t, { checkedOn: row.checked_on, checkedBy: row.checked_by })} ·{' '}
        <a href={referPaths.service(stek.slug, row.slug)}>{t('guidedesk.seePage')}</a>
      </p>
      {row.ended_on && (
        <p class="warn">
          <Icon name="alert-triangle" />
          {t('guidedesk.endedOn', { date: saidIn('nl').longWithYear(row.ended_on) })}
        </p>
      )}
      <Score t={t} score={score} />
      {wants.length > 0 && (
        <ul class="wants">
          {wants.map((want) => (
            <li>
              <WantedField t={t} want={want} href="" />
            </li>
          ))}
        </ul>
      )}
      <div class="acts">
        <Form token={frame.token} action={guideDeskPaths.checked(stek.slug, id)}>
          <button type="submit" class="second">
            <Icon name="check" />
            {t('guidedesk.checkedNow')}
          </button>
        </Form>
        <Form token={frame.token} action={row.ended_on ? guideDeskPaths.again(stek.slug, id) : guideDeskPaths.end(stek.slug, id)}>
          <button type="submit" class="act">
            {row.ended_on ? t('guidedesk.again') : t('guidedesk.end')}
          </button>
        </Form>
        <a class="act" href={guideDeskPaths.notice(stek.slug, id)}>
          <Icon name="calendar-off" />
          {t('guidedesk.notice.add')}
        </a>
        {mayGoAlong && !row.ended_on && (
          <a class="act" href={handoverPaths.make(stek.slug, id)}>
            <Icon name="ticket" />
            {t('guidedesk.makeSlip')}
          </a>
        )}
        {mayKnow && !row.ended_on && (
          <a class="act" href={handoverPaths.contacts(stek.slug, id)}>
            <Icon name="user" />
            {t('handover-desk.who.title')}
          </a>
        )}
      </div>
      {notices.length > 0 && (
        <div class="part">
          <h2>{t('guidedesk.notice.title')}</h2>
          {notices.map((notice) => (
            <div class="beside">
              <span>{noticeWords(t, notice)}</span>
              <Form token={frame.token} action={guideDeskPaths.removeNotice(stek.slug, id)}>
                <input type="hidden" name="notice" value={notice.notice_id} />
                <button type="submit" class="act">
                  {t('guidedesk.notice.remove')}
                </button>
              </Form>
            </div>
          ))}
        </div>
      )}
    </section>
  )
}

/** The form of a notice: closed, other hours or a message, with dates. */
export function NoticeForm(props: {
  t: T
  token: string
  action: string
  typed: Record<string, string | readonly string[] | undefined>
  refusals: Readonly<Record<string, string>>
  places: WholeService['places']
}) {
  const { t, typed, refusals, places } = props
  const common = { t, typed, refusals }
  return (
    <>
      <Select
        {...common}
        name="kind"
        label={t('guidedesk.notice.what')}
        options={(['closure', 'hours', 'message'] as const).map((value) => ({ value, words: t(`guidedesk.notice.kind.${value}`) }))}
      />
      <div class="row">
        <TextField {...common} name="from" label={t('guidedesk.notice.from')} hint={t('guidedesk.notice.dateHint')} short />
        <TextField {...common} name="until" label={t('guidedesk.notice.until')} hint={t('guidedesk.notice.untilHint')} short optional />
      </div>
      <div class="row">
        <TextField {...common} name="start" label={t('guidedesk.notice.opens')} hint={t('guidedesk.notice.hoursHint')} short optional />
        <TextField {...common} name="end" label={t('guidedesk.notice.closes')} short optional />
      </div>
      {places.length > 1 && (
        <Select
          {...common}
          name="place"
          label={t('guidedesk.notice.place')}
          empty={t('guidedesk.notice.everywhere')}
          options={places.map(({ location_id, name }) => ({ value: location_id, words: name }))}
        />
      )}
      <TextField {...common} name="message" label={t('guidedesk.notice.message')} hint={t('guidedesk.notice.messageHint')} optional />
    </>
  )
}
