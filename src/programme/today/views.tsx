import { paths as placePaths } from '../../place/paths.ts'
import { saidIn } from '../../platform/i18n/said.ts'
import { Icon } from '../../ui/icons.tsx'
import { type Document, inLanguage, publicPage } from '../../ui/page.tsx'
import { tight } from '../../ui/styles.ts'
import type { T } from '../../ui/words.ts'
import type { BoardInWords } from '../board/board.ts'
import { eventOf, graphOf, organizationOf } from '../board/json-ld.ts'
import type { ShownDay } from '../board/shown.ts'
import { Days, momentCss } from '../moment-card/views.tsx'
import type { Closure } from '../moments/moment.ts'
import { type FunctionCode, functionCodes, functionPictograms } from '../offer/offer.ts'
import { paths } from '../paths.ts'
import { GoodToKnow } from './know.tsx'
import type { Opening } from './rules.ts'

const todayCss = tight(`
.where{color:var(--soft);margin:.25rem 0 1.25rem;font-size:1.2rem}
.open{background:var(--sun);color:var(--on-sun);border-radius:var(--r);padding:1.2rem 1.35rem 1.35rem;display:grid;gap:.4rem}
.open .k{font-weight:700}
.open h2{font-size:clamp(1.35rem,1rem + 2.4vw,1.8rem);overflow-wrap:anywhere}
.open>*{min-inline-size:0}
.open .big{background:#211d18;color:#fffdf8;justify-self:start;margin-block-start:.5rem}
.doors{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));list-style:none;margin:.75rem 0 0;padding:0}
.doors li{display:grid}
.doors a{display:grid;grid-template-columns:auto 1fr;gap:.1rem .9rem;align-items:center;background:var(--t);border-radius:var(--r);padding:1rem;text-decoration:none;min-block-size:5.5rem}
.doors a:hover b{text-decoration:underline}
.doors svg{inline-size:2.9rem;block-size:2.9rem;color:var(--c);grid-row:span 2}
.doors b{font:700 1.25rem/1.2 ui-serif,Georgia,"Noto Serif",serif;align-self:end}
.doors span{align-self:start;font-size:1.0625rem}
.two{display:grid;gap:2rem}
.two>*{min-inline-size:0}
.two h2{margin-block-end:.75rem}
dl{margin:0;display:grid;gap:.8rem}
dt{font-weight:700}
dd{margin:0;color:var(--soft)}
.shut{border-inline-start:6px solid var(--warn);background:var(--warn-t);border-radius:var(--r);padding:.9rem 1.1rem;font-weight:600}
@media print{.open{border:2px solid #000}.doors,.why{display:none}}
@media screen and (min-width:60rem){.two{grid-template-columns:1.5fr 1fr;align-items:start}.open{grid-template-columns:1fr auto;align-items:center}.open>*{grid-column:1}.open .big{grid-column:2;grid-row:1/span 4;margin:0}}
`)

/** Everything the page of a stek shows. */
export type TodayProps = {
  t: T
  board: BoardInWords
  opening: Opening
  today: string
  days: readonly ShownDay[]
  /** Whether the days shown come after the usual seven, because those are empty. */
  quiet: boolean
  closures: readonly Closure[]
  /** Who is there today, in words. */
  whoToday: readonly string[]
  /** The first names of hosts of today who agreed to be shown. */
  namesToday: readonly string[]
  confirmedOn: string | undefined
  baseUrl: string
}

/** The noticeboard of a stek: open or not, why you would come, the coming days, good to know. */
export function todayPage(props: TodayProps): Document {
  const { t, board, days, baseUrl } = props
  const { stek, language } = board
  const shown = days.flatMap(({ moments }) => moments).filter(({ movedTo }) => !movedTo)
  const link = (path: string) => inLanguage(language, path)
  return publicPage({
    t,
    language,
    path: placePaths.stek(stek.slug),
    title: t('programme.today.title', { stek: stek.name }),
    description: t('programme.today.description', { stek: stek.name }),
    css: momentCss + todayCss,
    baseUrl,
    jsonLd: graphOf(organizationOf(board, baseUrl), ...shown.slice(0, 12).map((one) => eventOf(board, one, baseUrl))),
    links: [
      { href: link(paths.flyer(stek.slug, 'a5', language)), words: t('programme.links.flyer'), icon: 'printer' },
      { href: link(paths.feed(stek.slug)), words: t('programme.links.calendar'), icon: 'calendar' },
      { href: link(paths.aloud(stek.slug)), words: t('programme.links.aloud'), icon: 'volume' },
      { href: link(paths.share(stek.slug)), words: t('programme.links.share'), icon: 'message-2' },
      { href: link(placePaths.partners(stek.slug)), words: t('programme.links.partners'), icon: 'users' },
      { href: link(paths.rights(stek.slug)), words: t('rights.link'), icon: 'scale' },
      { href: link(placePaths.guide(stek.slug)), words: t('guide.title'), icon: 'search' },
      { href: link(placePaths.agreements(stek.slug)), words: t('welcome.agreements.title'), icon: 'heart-handshake' },
    ],
    head: (
      <>
        <h1>
          <bdi>{stek.name}</bdi>
        </h1>
        <p class="where">
          {board.sites.map((site) => (
            <>
              <bdi>{site.name}</bdi>.{' '}
            </>
          ))}
          {stek.welcome || t('programme.today.walkIn')}
        </p>
        <Now {...props} />
      </>
    ),
    children: (
      <>
        {props.closures.map((closure) => (
          <p class="shut">
            {t(closure.fromDate === closure.untilDate ? 'programme.know.closedDay' : 'programme.know.closedText', {
              site: board.site(closure.siteId).name,
              from: saidIn(language).long(closure.fromDate),
              until: saidIn(language).long(closure.untilDate),
            })}{' '}
            {closure.reason}
          </p>
        ))}
        <Doors {...props} />
        <div class="two">
          <section>
            <h2>{t(props.quiet ? 'programme.today.quietWeek' : 'programme.today.week')}</h2>
            <Days
              t={t}
              language={language}
              stek={stek.slug}
              manySites={board.sites.length > 1}
              days={days}
              heading={dayHeading(t, props)}
            />
            <a class="big" href={link(paths.programme(stek.slug))}>
              {t('programme.today.wholeProgramme')}
            </a>
          </section>
          <GoodToKnow {...props} />
        </div>
      </>
    ),
  })
}

const dayHeading =
  (t: T, { board, today }: Pick<TodayProps, 'board' | 'today'>) =>
  (date: string): string => {
    const words = saidIn(board.language)
    const relative = words.relative(date, today)
    return relative ? t(`programme.day.${relative}`, { date: words.long(date) }) : capital(words.long(date))
  }

const small = (text: string) => text.charAt(0).toLocaleLowerCase() + text.slice(1)
const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)

function Now({ t, board, opening, today }: TodayProps) {
  const words = saidIn(board.language)
  const way = (
    <a class="big" href="#waar">
      <Icon name="map-pin" />
      {t('programme.today.howToGetThere')}
    </a>
  )
  if (opening.kind === 'nothing') {
    return (
      <div class="open">
        <h2>{t('programme.today.nothingSoon')}</h2>
        <p>{t('programme.today.nothingSoonText')}</p>
        {way}
      </div>
    )
  }
  const { first, also } = opening
  const time = words.inSentence(opening.kind === 'open' ? opening.until : first.startTime)
  const day =
    words.relative(first.date, today) === 'tomorrow'
      ? small(t('programme.day.tomorrow', { date: words.long(first.date) }))
      : words.long(first.date)
  const titles = [...new Set(also.map((moment) => board.offer(moment.offerId).title))]
  return (
    <div class="open">
      <p class="k">
        {opening.kind === 'open' && t('programme.today.openUntil', { time })}
        {opening.kind === 'later-today' && t('programme.today.laterToday', { time })}
        {opening.kind === 'next' && t('programme.today.nextUp', { day, time })}
      </p>
      <h2>
        <bdi>{board.offer(first.offerId).title}</bdi>
      </h2>
      {titles.length > 0 && (
        <p>{t(opening.kind === 'open' ? 'programme.today.alsoOpen' : 'programme.today.alsoThen', { titles: words.list(titles) })}</p>
      )}
      {way}
    </div>
  )
}

/** Behind a door are the moments of that week; behind finding help is the guide, which leads to the rights check and those moments too. */
const doorOf = (stek: string, code: FunctionCode): string =>
  code === 'refer' ? placePaths.guide(stek) : paths.programme(stek, { functie: code })

function Doors({ t, board }: TodayProps) {
  return (
    <section class="why">
      <h2>{t('programme.today.why')}</h2>
      <ul class="doors">
        {functionCodes.map((code) => (
          <li>
            <a class={code} href={inLanguage(board.language, doorOf(board.stek.slug, code))}>
              <Icon name={functionPictograms[code]} />
              <b>{t(`programme.functions.${code}.name`)}</b>
              <span>{t(`programme.functions.${code}.what`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
