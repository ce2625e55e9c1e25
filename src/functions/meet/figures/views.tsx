import type { ComponentChildren } from 'preact'
import type { Work } from '../../../place/person/at-work.ts'
import { mayDo } from '../../../place/person/rules.ts'
import type { Per, Period } from '../../../platform/calendar/whole-weeks.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { deskPaths } from '../../../programme/desk/paths.ts'
import { Icon } from '../../../ui/icons.tsx'
import type { T } from '../../../ui/words.ts'
import { PeopleChart } from './chart.tsx'
import type { Coincidence } from './coincidences.ts'
import type { Figures } from './figures.ts'
import type { Prices, Share, Spread } from './spread.ts'
import { LooseTable, SiteOverTime, SiteTable, WholeTable } from './tables-of.tsx'
import { perMoment, trendOf, usualOf } from './trend.ts'
import { dayWords, kindName, peopleWords, periodWords, trendWords } from './words.ts'

/** Everything a page or an export of figures shows. */
export type Shown = {
  per: Per
  figures: Figures
  coincidences: Coincidence[]
  spread: Spread
  prices: Prices
  example: boolean
  earlier: Period | undefined
  later: Period | undefined
}

/** The word for a kind of period in an address. */
export const perWords: Record<Per, string> = { week: 'week', month: 'maand', quarter: 'kwartaal' }

function Choices({ t, stek, shown, per }: { t: T; stek: string; shown: Shown | undefined; per: Per }) {
  const last = shown?.figures.periods.at(-1)
  return (
    <>
      <nav aria-label={t('figures.per.label')}>
        <ul class="kinds">
          {(['week', 'month', 'quarter'] as const).map((one) => (
            <li>
              <a class="act" href={deskPaths.figures(stek, { per: perWords[one] })} aria-current={one === per ? 'page' : undefined}>
                {t(`figures.per.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown && last && (
        <nav class="acts noprint" aria-label={t('figures.move')}>
          {shown.earlier && (
            <a class="act" href={deskPaths.figures(stek, { per: perWords[per], tot: shown.earlier.key })}>
              <Icon name="chevron-left" />
              {t('figures.earlier')}
            </a>
          )}
          {shown.later && (
            <a class="act" href={deskPaths.figures(stek, { per: perWords[per], tot: shown.later.key })}>
              {t('figures.later')}
              <Icon name="chevron-right" />
            </a>
          )}
          <a class="act" href={deskPaths.figuresFile(stek, { per: perWords[per], tot: last.key })}>
            <Icon name="file-spreadsheet" />
            {t('figures.excel')}
          </a>
        </nav>
      )}
    </>
  )
}

/** What one opens when one wants it all: on a phone the page stays a few screens, on paper it stands open. */
const Fold = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <details class="fold">
    <summary>{title}</summary>
    {children}
  </details>
)

function Whole({ t, shown: { figures, per } }: { t: T; shown: Shown }) {
  const { periods, whole } = figures
  const [last, now] = [periods.at(-1), whole.figures.at(-1)]
  if (!last || !now) return null
  const trend = trendOf(whole.figures)
  const usual = usualOf(whole.figures)
  const [each, eachBefore] = [now, whole.figures.at(-2)].map((figure) => figure && perMoment(figure))
  const period = periodWords(t, last).replace(/^./, (letter) => letter.toUpperCase())
  const said =
    now.moments === 0
      ? t('figures.whole.nowNothing', { period })
      : now.heads === null
        ? t('figures.whole.nowHidden', { period })
        : t('figures.whole.now', { period, people: peopleWords(t, now), moments: now.moments })
  const more = trend.kind === 'more' || trend.kind === 'less' || trend.kind === 'same' ? `${trendWords(t, trend, periods)}.` : ''
  return (
    <section class="part">
      <h2>{t('figures.whole.title')}</h2>
      <p>
        <b>{said}</b> {more.replace(/^./, (letter) => letter.toUpperCase())}{' '}
        {usual !== undefined && now.heads !== null && t('figures.whole.usual', { count: usual })}{' '}
        {each !== undefined && eachBefore !== undefined && t('figures.whole.each', { count: each, before: eachBefore })}
      </p>
      <PeopleChart t={t} periods={periods} figures={whole.figures} />
      <p class="soft">
        {usual !== undefined && `${t('figures.whole.usualLine')} `}
        {t('figures.whole.hiddenBars')} {per === 'week' && t('figures.whole.weekHint')}
      </p>
      <Fold title={t('figures.asTable')}>
        <WholeTable t={t} periods={periods} row={whole} />
      </Fold>
      <p class="soft">{t('figures.legend')}</p>
    </section>
  )
}

function Shares({ t, kind, shares }: { t: T; kind: 'functions' | 'themes' | 'dayparts' | 'partners'; shares: readonly Share[] }) {
  return (
    <table class="told-of">
      <thead>
        <tr>
          <th scope="col">{t(`figures.spread.${kind}`)}</th>
          <th scope="col" class="n">
            {t('figures.spread.times')}
          </th>
          <th scope="col" class="n">
            {t('figures.spread.offers')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shares.map(({ key, moments, offers }) => (
          <tr>
            <th scope="row">
              <bdi>{kindName(t, kind, key)}</bdi>
            </th>
            <td class="n">{moments}</td>
            <td class="n">{offers}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Varied({ t, shown: { figures, spread, prices } }: { t: T; shown: Shown }) {
  const [from, until] = [figures.periods[0]?.from ?? '', figures.periods.at(-1)?.until ?? '']
  const free =
    prices.free === prices.offers ? t('figures.price.allFree') : t('figures.price.free', prices as { free: number; offers: number })
  return (
    <section class="part">
      <h2>{t('figures.spread.title')}</h2>
      <p>{t('figures.spread.intro', { from: dayWords(from), until: dayWords(until), moments: spread.moments })}</p>
      <Fold title={t('figures.spread.show')}>
        <div class="two-up">
          <Shares t={t} kind="functions" shares={spread.functions} />
          <Shares t={t} kind="dayparts" shares={spread.dayparts} />
          <Shares t={t} kind="themes" shares={spread.themes} />
          <Shares t={t} kind="partners" shares={spread.partners} />
        </div>
        <p class="soft">{t('figures.spread.several')}</p>
      </Fold>
      {prices.highestInCents !== null && (
        <>
          <h3>{t('figures.price.title')}</h3>
          <p>
            {free} {prices.highestInCents > 0 && t('figures.price.highest', { price: saidIn('nl').money(prices.highestInCents) })}
          </p>
        </>
      )}
    </section>
  )
}

function Beside({ t, coincidences }: { t: T; coincidences: readonly Coincidence[] }) {
  const side = ({ perMoment, weeks }: Coincidence['withIt']) => (
    <td class="n">
      {perMoment}
      <small>{t('figures.beside.weeks', { count: weeks })}</small>
    </td>
  )
  return (
    <section class="part">
      <h2>{t('figures.beside.title')}</h2>
      <p>{t('figures.beside.intro')}</p>
      {coincidences.length === 0 ? (
        <p class="soft">{t('figures.beside.none')}</p>
      ) : (
        <table class="told-of">
          <thead>
            <tr>
              <th scope="col">{t('figures.what')}</th>
              <th scope="col" class="n">
                {t('figures.beside.withIt')}
              </th>
              <th scope="col" class="n">
                {t('figures.beside.withoutIt')}
              </th>
            </tr>
          </thead>
          <tbody>
            {coincidences.map((one) => (
              <tr>
                <th scope="row">
                  <bdi>{t('figures.beside.with', { offer: one.offer, beside: one.beside })}</bdi>
                </th>
                {side(one.withIt)}
                {side(one.withoutIt)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** `/werk/cijfers`: what is told of the meetings of a stek, with drawings and the same in tables. */
export function FiguresPage({ work, per, shown }: { work: Work; per: Per; shown: Shown | undefined }) {
  const { t, stek } = work
  return (
    <>
      <div class="part">
        <h1>{t('figures.title')}</h1>
        <p>
          {stek.name}. {t('figures.intro')}
        </p>
        {shown?.example && <p class="example">{t('figures.example')}</p>}
        <Choices t={t} stek={stek.slug} shown={shown} per={per} />
      </div>
      {shown ? (
        <>
          <Whole t={t} shown={shown} />
          <section class="part">
            <h2>{t('figures.places.title')}</h2>
            {shown.figures.sites.map((place) => (
              <section class="part">
                <h3>
                  <bdi>{place.site.name}</bdi>
                </h3>
                <SiteTable t={t} periods={shown.figures.periods} place={place} />
                <Fold title={t('figures.places.all')}>
                  <SiteOverTime t={t} periods={shown.figures.periods} place={place} />
                </Fold>
              </section>
            ))}
          </section>
          <section class="part">
            <h2>{t('figures.loose.title')}</h2>
            {per === 'week' ? (
              <p>{t('figures.loose.onlyLonger')}</p>
            ) : (
              <>
                <p>{t('figures.loose.intro')}</p>
                <LooseTable t={t} periods={shown.figures.periods} rows={shown.figures.loose} />
              </>
            )}
          </section>
          <Beside t={t} coincidences={shown.coincidences} />
          <Varied t={t} shown={shown} />
        </>
      ) : (
        <div class="plain part">
          <p>{t('figures.none')}</p>
          {mayDo(work.signedIn, stek.stekId, 'tally.count') && (
            <p class="acts">
              <a class="big" href={deskPaths.tally(stek.slug)}>
                <Icon name="tallymarks" />
                {t('figures.startCounting')}
              </a>
            </p>
          )}
        </div>
      )}
      <section class="part">
        <Fold title={t('figures.rule.title')}>
          {(['weeks', 'settled', 'small', 'cancelled'] as const).map((one) => (
            <p>{t(`figures.rule.${one}`)}</p>
          ))}
        </Fold>
      </section>
    </>
  )
}
