import type { Work } from '../../../place/person/at-work.ts'
import { mayDo } from '../../../place/person/rules.ts'
import type { HolidayCode } from '../../../platform/calendar/holidays.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { Icon } from '../../../ui/icons.tsx'
import type { Board } from '../../board/board.ts'
import type { ShownDay } from '../../board/shown.ts'
import type { Hosts } from '../../hosts/rules.ts'
import { Clashes, Gaps } from '../cockpit/needs.tsx'
import type { Needs } from '../cockpit/rules.ts'
import { MomentWithActs } from '../moment-list.tsx'
import { deskPaths } from '../paths.ts'
import { Grid } from './grid.tsx'

type Shape = 'lijst' | 'rooster'

/** What the week at work shows. */
export type WeekAtWorkProps = {
  work: Work
  week: { code: string; earlier: string | undefined; later: string | undefined; isThis: boolean; monday: string; sunday: string }
  unknownWeek: boolean
  shape: Shape
  board: Board
  days: readonly ShownDay[]
  dates: readonly string[]
  today: string
  pauses: readonly { title: string; date: string; because: HolidayCode }[]
  needs: Needs | undefined
  /** Who hosts what, for who may see it. */
  hosts: Hosts | undefined
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('nl') + text.slice(1)

/** One week at work: as a list with buttons, or as a grid. */
export function WeekAtWork(props: WeekAtWorkProps) {
  const { work, week, shape, days, today, dates, board } = props
  const { t, stek, signedIn } = work
  const words = saidIn('nl')
  const mayAdd = mayDo(signedIn, stek.stekId, 'programme.change')
  return (
    <>
      <h1>{t('desk.week.title', { stek: stek.name })}</h1>
      <p class="soft">{t('programme.week.of', { from: words.long(week.monday), until: words.longWithYear(week.sunday) })}</p>
      {props.unknownWeek && <p class="plain">{t('programme.week.unknown')}</p>}
      <Turn {...props} />
      {mayAdd && (
        <p class="acts">
          <a class="big" href={deskPaths.newOffer(stek.slug)}>
            <Icon name="plus" />
            {t('desk.offer.add')}
          </a>
          {mayDo(signedIn, stek.stekId, 'place.change') && (
            <a class="act" href={deskPaths.closures(stek.slug)}>
              <Icon name="door" />
              {t('desk.closure.link')}
            </a>
          )}
        </p>
      )}
      {props.needs && (
        <>
          <Clashes work={work} clashes={props.needs.clashes} />
          <Gaps work={work} gaps={props.needs.gaps} />
        </>
      )}
      {days.length === 0 && <p class="plain">{t('programme.week.empty')}</p>}
      {shape === 'rooster' && days.length > 0 ? (
        <Grid work={work} days={days} dates={dates} today={today} hosts={props.hosts} />
      ) : (
        days.map(({ date, moments }) => (
          <section class="day">
            <h2 class="date">{capital(words.long(date))}</h2>
            {moments.map((shown) => (
              <MomentWithActs work={work} shown={shown} manySites={board.sites.length > 1} hosts={props.hosts} />
            ))}
          </section>
        ))
      )}
      {props.pauses.map(({ title, date, because }) => (
        <p class="soft">{t('programme.week.pause', { title, date: words.long(date), why: t(`programme.pauses.${because}`) })}</p>
      ))}
    </>
  )
}

function Turn({ work, week, shape }: WeekAtWorkProps) {
  const { t, stek } = work
  const vorm = shape === 'rooster' ? shape : undefined
  const other: Shape = shape === 'rooster' ? 'lijst' : 'rooster'
  const code = week.isThis ? undefined : week.code
  return (
    <nav class="turn" aria-label={t('desk.week.turn')}>
      {week.earlier && (
        <a class="act" href={deskPaths.week(stek.slug, { week: week.earlier, vorm })} rel="prev">
          <Icon name="arrow-left" />
          {t('programme.week.earlier')}
        </a>
      )}
      {!week.isThis && (
        <a class="act" href={deskPaths.week(stek.slug, { vorm })}>
          {t('programme.week.thisWeek')}
        </a>
      )}
      {week.later && (
        <a class="act" href={deskPaths.week(stek.slug, { week: week.later, vorm })} rel="next">
          {t('programme.week.later')}
          <Icon name="arrow-right" />
        </a>
      )}
      <a class="act" href={deskPaths.week(stek.slug, { week: code, vorm: other })}>
        <Icon name={other === 'rooster' ? 'table' : 'list'} />
        {t(`desk.week.shape.${other}`)}
      </a>
    </nav>
  )
}
