import { paths as placePaths } from '../../place/paths.ts'
import type { HolidayCode } from '../../platform/calendar/holidays.ts'
import { saidIn } from '../../platform/i18n/said.ts'
import { Icon } from '../../ui/icons.tsx'
import { type Document, inLanguage, publicPage } from '../../ui/page.tsx'
import { tight } from '../../ui/styles.ts'
import type { T } from '../../ui/words.ts'
import type { BoardInWords } from '../board/board.ts'
import { eventOf, graphOf, organizationOf } from '../board/json-ld.ts'
import type { ShownDay } from '../board/shown.ts'
import { Days, momentCss } from '../moment-card/views.tsx'
import { type FunctionCode, functionCodes, functionPictograms } from '../offer/offer.ts'
import { paths } from '../paths.ts'

const weekCss = tight(`
.turn{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin-block-start:.75rem}
.turn a,.filter a{display:inline-flex;gap:.4rem;align-items:center;min-block-size:2.75rem;padding:.4rem 1rem;border:2px solid var(--line);border-radius:99px;background:var(--card);text-decoration:none}
.turn a:hover,.filter a:hover{border-color:var(--ink)}
[dir=rtl] .turn svg{transform:scaleX(-1)}
.filter ul{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;margin:.5rem 0;padding:0}
.filter svg{color:var(--c)}
.filter .meet,.filter .learn,.filter .refer,.filter .politicise{background:var(--t)}
.filter a[aria-current]{border-color:var(--ink);font-weight:700;outline:1px solid var(--ink)}
.filter summary{min-block-size:2.75rem}
.pause{color:var(--soft)}
.help{display:grid;gap:.6rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));list-style:none;margin:0 0 1.5rem;padding:0}
.help li{display:grid}
.help a{display:flex;gap:.8rem;align-items:center;text-decoration:none}
.help b{display:block;text-decoration:underline}
`)

/** What the programme of one week shows. */
export type WeekProps = {
  t: T
  board: BoardInWords
  week: { code: string; earlier: string | undefined; later: string | undefined; from: string; until: string; isThis: boolean }
  /** True when a week was asked that does not exist. */
  unknownWeek: boolean
  filter: { functie: FunctionCode | undefined; partner: string | undefined }
  days: readonly ShownDay[]
  pauses: readonly { title: string; date: string; because: HolidayCode }[]
  next: { date: string; title: string } | undefined
  baseUrl: string
}

/** The programme of one week, to leaf through and to narrow down. */
export function weekPage(props: WeekProps): Document {
  const { t, board, week, filter, days, baseUrl } = props
  const { stek, language } = board
  const words = saidIn(language)
  const address = (parts: { week?: string; functie?: string; partner?: string }) => inLanguage(language, paths.programme(stek.slug, parts))
  const here = { week: week.isThis ? undefined : week.code, functie: filter.functie, partner: filter.partner }
  const shown = days.flatMap(({ moments }) => moments).filter(({ movedTo }) => !movedTo)
  return publicPage({
    t,
    language,
    path: paths.programme(stek.slug, here),
    title: `${t('programme.week.title', { stek: stek.name })} · ${t('programme.week.of', { from: words.short(week.from), until: words.short(week.until) })}`,
    description: t('programme.today.description', { stek: stek.name }),
    css: momentCss + weekCss,
    baseUrl,
    jsonLd: graphOf(organizationOf(board, baseUrl), ...shown.slice(0, 12).map((one) => eventOf(board, one, baseUrl))),
    links: [
      { href: inLanguage(language, placePaths.stek(stek.slug)), words: stek.name },
      { href: inLanguage(language, paths.flyer(stek.slug, 'a5', language)), words: t('programme.links.flyer'), icon: 'printer' },
      { href: inLanguage(language, paths.feed(stek.slug)), words: t('programme.links.calendar'), icon: 'calendar' },
    ],
    head: (
      <>
        <p>
          <a href={inLanguage(language, placePaths.stek(stek.slug))}>
            <bdi>{stek.name}</bdi>
          </a>
        </p>
        <h1>{t('programme.week.title', { stek: stek.name })}</h1>
        <p class="soft">{t('programme.week.of', { from: words.long(week.from), until: words.long(week.until) })}</p>
        {props.unknownWeek && <p class="plain">{t('programme.week.unknown')}</p>}
        <nav class="turn noprint" aria-label={t('programme.links.programme')}>
          {week.earlier && (
            <a href={address({ ...here, week: week.earlier })} rel="prev">
              <Icon name="arrow-left" />
              {t('programme.week.earlier')}
            </a>
          )}
          {!week.isThis && <a href={address({ ...here, week: undefined })}>{t('programme.week.thisWeek')}</a>}
          {week.later && (
            <a href={address({ ...here, week: week.later })} rel="next">
              {t('programme.week.later')}
              <Icon name="arrow-right" />
            </a>
          )}
        </nav>
      </>
    ),
    children: (
      <>
        <Filter {...props} address={(parts) => address({ ...here, ...parts })} />
        <section>
          {filter.functie === 'refer' && (
            <ul class="help noprint">
              <li>
                <a class="plain" href={inLanguage(language, placePaths.guide(stek.slug))}>
                  <Icon name="search" />
                  <span>
                    <b>{t('guide.other.search')}</b> {t('guide.other.searchText')}
                  </span>
                </a>
              </li>
              <li>
                <a class="plain" href={inLanguage(language, paths.rights(stek.slug))}>
                  <Icon name="scale" />
                  <span>
                    <b>{t('rights.link')}</b> {t('rights.linkText')}
                  </span>
                </a>
              </li>
            </ul>
          )}
          {days.length === 0 && (
            <p class="plain">
              {t(filter.functie || filter.partner ? 'programme.week.emptyFiltered' : 'programme.week.empty')}{' '}
              {props.next && t('programme.week.next', { date: words.long(props.next.date), title: props.next.title })}
            </p>
          )}
          <Days
            level={2}
            t={t}
            language={language}
            stek={stek.slug}
            manySites={board.sites.length > 1}
            days={days}
            heading={(date) => capital(words.long(date))}
          />
          {props.pauses.map(({ title, date, because }) => (
            <p class="pause">{t('programme.week.pause', { title, date: words.long(date), why: t(`programme.pauses.${because}`) })}</p>
          ))}
        </section>
      </>
    ),
  })
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)

function Filter({ t, board, filter, address }: WeekProps & { address: (parts: { functie?: string; partner?: string }) => string }) {
  const partners = board.partners.filter(({ partnerId }) => board.offers.some((offer) => offer.partnerId === partnerId))
  return (
    <nav class="filter noprint" aria-label={t('programme.week.filter')}>
      <ul>
        <li>
          <a
            href={address({ functie: undefined, partner: undefined })}
            aria-current={!filter.functie && !filter.partner ? 'true' : undefined}
          >
            {t('programme.week.everything')}
          </a>
        </li>
        {functionCodes.map((code) => (
          <li>
            <a class={code} href={address({ functie: code })} aria-current={filter.functie === code ? 'true' : undefined}>
              <Icon name={functionPictograms[code]} />
              {t(`programme.functions.${code}.name`)}
            </a>
          </li>
        ))}
      </ul>
      {partners.length > 1 && (
        <details open={filter.partner !== undefined}>
          <summary>{t('programme.week.byPartner')}</summary>
          <ul>
            {partners.map((partner) => (
              <li>
                <a href={address({ partner: partner.slug })} aria-current={filter.partner === partner.slug ? 'true' : undefined}>
                  {partner.name}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  )
}
