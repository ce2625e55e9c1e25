import type { Work } from '../../../../place/person/at-work.ts'
import { saidIn } from '../../../../platform/i18n/said.ts'
import { Icon } from '../../../../ui/icons.tsx'
import { tight } from '../../../../ui/styles.ts'
import type { T } from '../../../../ui/words.ts'
import { dayWords, isOld } from '../book/say.ts'
import type { RightFile } from '../book/shape.ts'
import { rightsPaths } from '../paths.ts'
import { type ToldPeriod, toldOutcomes } from '../told/rules.ts'
import { checkedOn, dueIn } from './rules.ts'

/** The looks of the desk of rights. */
export const rightsDeskCss = tight(`
.told-how{border-collapse:collapse;inline-size:100%;max-inline-size:44rem}
.told-how th,.told-how td{text-align:start;padding:.4rem .5rem;border-block-start:1px solid var(--line);vertical-align:top;font-weight:400}
.told-how caption{text-align:start;font-weight:700;padding-block:.5rem}
.wide-scroll{overflow-x:auto;max-inline-size:100%}
.good{color:var(--ok);font-weight:700}
.bad li{margin-block-end:.4rem}
.todo>li[data-right]{gap:0;padding:.3rem 1.1rem .6rem}
.todo>li[data-right] a{display:flex;align-items:center;min-block-size:2.75rem}
`)

const inWords = (date: string): string => dayWords('nl', date)
const monthName = (month: number): string =>
  Temporal.PlainDate.from({ year: 2026, month, day: 1 }).toLocaleString('nl-BE', { month: 'long' })
const monthWords = (month: string): string =>
  Temporal.PlainDate.from(`${month}-01`).toLocaleString('nl-BE', { month: 'long', year: 'numeric' })

function Line({ work, right, today }: { work: Work; right: RightFile; today: string }) {
  const { t, stek } = work
  const said = saidIn('nl')
  const checked = checkedOn(right, today)
  const months = said.list(right.recheck.months.map(monthName))
  return (
    <li data-right={right.id}>
      <a href={rightsPaths.right(stek.slug, right.id)}>
        <b>{right.texts.nl.name}</b>
      </a>
      <span class="soft">
        {checked === undefined
          ? t('rightswork.noAmounts')
          : t(isOld(checked, today) ? 'rightswork.old' : 'rightswork.fresh', { date: inWords(checked) })}
        . {t(right.recheck.index ? 'rightswork.recheckIndex' : 'rightswork.recheck', { months })}.
      </span>
    </li>
  )
}

function Told({ t, name, periods }: { t: T; name: string; periods: readonly ToldPeriod[] }) {
  return (
    <section class="wide-scroll" aria-label={name} tabindex={0}>
      <table class="told-how">
        <caption>{name}</caption>
        <thead>
          <tr>
            <td />
            {toldOutcomes.map((outcome) => (
              <th scope="col">{t(`rights.told.outcomes.${outcome}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map(({ from, until, shown }) => (
            <tr>
              <th scope="row">
                {t('rightswork.told.total', {
                  period:
                    from === until ? monthWords(from) : t('rightswork.told.until', { from: monthWords(from), until: monthWords(until) }),
                  count: shown.total ?? 0,
                })}
              </th>
              {toldOutcomes.map((outcome) => (
                <td>{shown.parts[outcome] ?? <span class="soft">{t('rightswork.told.hidden')}</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** `/werk/rechten`: every right with when it was looked at, and how it went for those who told. */
export function RightsList(props: {
  work: Work
  today: string
  rights: readonly RightFile[]
  told: readonly { name: string; periods: readonly ToldPeriod[] }[]
}) {
  const { work, today, rights, told } = props
  const { t } = work
  const seen = told.filter(({ periods }) => periods.length > 0)
  const due = dueIn(rights, today)
  const others = rights.filter((right) => !due.includes(right))
  return (
    <>
      <div class="part">
        <h1>{t('rightswork.title')}</h1>
        <p>{t('rightswork.intro')}</p>
        <p>{t('rightswork.how')}</p>
        <p class="acts">
          <a class="act" href={rightsPaths.check(work.stek.slug)}>
            <Icon name="scale" />
            {t('rightswork.check')}
          </a>
        </p>
      </div>
      {due.length > 0 && (
        <section class="part">
          <h2>{t('rightswork.due', { count: due.length })}</h2>
          <ul class="todo">
            {due.map((right) => (
              <Line work={work} right={right} today={today} />
            ))}
          </ul>
        </section>
      )}
      <section class="part">
        <h2>{t(due.length > 0 ? 'rightswork.others' : 'rightswork.all')}</h2>
        <ul class="todo">
          {others
            .toSorted((one, other) => one.texts.nl.name.localeCompare(other.texts.nl.name, 'nl'))
            .map((right) => (
              <Line work={work} right={right} today={today} />
            ))}
        </ul>
      </section>
      <section class="part">
        <h2>{t('rightswork.told.title')}</h2>
        <p>{t('rightswork.told.intro')}</p>
        {seen.length === 0 ? (
          <p class="soft">{t('rightswork.told.none')}</p>
        ) : (
          seen.map(({ name, periods }) => <Told t={t} name={name} periods={periods} />)
        )}
      </section>
    </>
  )
}
