import type { Work } from '../../../place/person/at-work.ts'
import { deskPaths } from '../../../programme/desk/paths.ts'
import { Icon } from '../../../ui/icons.tsx'
import { tight } from '../../../ui/styles.ts'
import type { T } from '../../../ui/words.ts'
import { welcomePaths } from '../paths.ts'
import { type Answer, choices, faces, pictograms, quartersOf, type Told } from './rules.ts'

/** The looks of the welcome pages of staff: tables with bars, the code for the tablet. */
export const pulseCss = tight(`
.told-of{border-collapse:collapse;inline-size:100%;max-inline-size:40rem}
.told-of th,.told-of td{text-align:start;padding:.45rem .5rem;border-block-start:1px solid var(--line);vertical-align:middle;font-weight:400}
.told-of thead th{border:0;font-weight:700}
.told-of th svg{vertical-align:middle;margin-inline-end:.4rem}
.told-of td{white-space:nowrap}
.told-of .bar-of{inline-size:40%;padding:0}
.told-of .bar-of svg{display:block;inline-size:100%;block-size:1rem;stroke:none;fill:var(--sun)}
.period{display:grid;gap:.75rem}
.period h4{font-size:1.125rem}
.scan{display:grid;gap:1rem;justify-items:start}
.scan .qr{inline-size:min(100%,17rem);block-size:auto;background:#fff;border-radius:var(--r);padding:.5rem}
@media(max-width:30rem){.told-of .bar-of{display:none}}
`)

function Numbers<Key extends Answer>({
  t,
  shown,
  answers,
  head,
}: {
  t: T
  shown: { parts: Readonly<Record<Key, number | null>> }
  answers: readonly Key[]
  head: string
}) {
  const most = Math.max(1, ...answers.map((answer) => shown.parts[answer] ?? 0))
  return (
    <table class="told-of">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t('warmth.pulse.period.count')}</th>
          <td class="bar-of" aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {answers.map((answer) => {
          const count = shown.parts[answer]
          return (
            <tr>
              <th scope="row">
                <Icon name={pictograms[answer]} />
                {t(`welcome.answers.${answer}`)}
              </th>
              <td>{count ?? <span class="soft">{t('warmth.pulse.period.hidden')}</span>}</td>
              <td class="bar-of" aria-hidden="true">
                {count !== null && (
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={Math.round((100 * count) / most)} height="10" rx="2" />
                  </svg>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const monthWords = (month: string): string =>
  Temporal.PlainDate.from(`${month}-01`).toLocaleString('nl-BE', { month: 'long', year: 'numeric' })

const nameOf = (t: T, { from, until }: Told): string =>
  from === until
    ? t('warmth.pulse.period.one', { month: monthWords(from) })
    : t('warmth.pulse.period.more', { from: monthWords(from), until: monthWords(until) })

function Quarters({ t, told }: { t: T; told: readonly Told[] }) {
  const quarters = quartersOf(told)
  if (quarters.length === 0) return null
  return (
    <details>
      <summary>{t('warmth.pulse.quarters')}</summary>
      <div class="part">
        <p>{t('warmth.pulse.quartersText')}</p>
        {quarters.map(({ quarter, ...shown }) => (
          <Period
            t={t}
            told={shown}
            name={t('warmth.pulse.period.quarter', { count: Number(quarter.slice(6)), year: quarter.slice(0, 4) })}
          />
        ))}
      </div>
    </details>
  )
}

function Period({ t, told, name }: { t: T; told: Pick<Told, 'faces' | 'choices'>; name: string }) {
  return (
    <div class="period">
      <h4>
        {name}: {t('warmth.pulse.period.total', { count: told.faces.total ?? 0 })}
      </h4>
      <Numbers t={t} shown={told.faces} answers={faces} head={t('warmth.pulse.period.face')} />
      {choices.every((choice) => told.choices.parts[choice] === null) ? (
        <p class="soft">{t('warmth.pulse.period.fewChoices')}</p>
      ) : (
        <Numbers t={t} shown={told.choices} answers={choices} head={t('warmth.pulse.period.choice')} />
      )}
    </div>
  )
}

/** A moment of today for which the tablet can be started. */
export type AskedMoment = { slotId: string; plannedDate: string; title: string; site: string; time: string }

/** `/werk/welkom`: start the tablet, paper, and what people said per site. */
export function PulseDesk(props: {
  work: Work
  moments: readonly AskedMoment[]
  sites: readonly { name: string; told: readonly Told[] }[]
  leads: boolean
}) {
  const { work, moments, sites } = props
  const { t, stek } = work
  return (
    <>
      <div class="part">
        <h1>{t('warmth.pulse.title')}</h1>
        <p>{t('warmth.pulse.intro')}</p>
      </div>
      <section class="part">
        <h2>{t('warmth.pulse.today')}</h2>
        {moments.length === 0 ? (
          <p>{t('warmth.pulse.noneToday')}</p>
        ) : (
          <ul class="todo">
            {moments.map(({ slotId, plannedDate, title, site, time }) => (
              <li>
                <b>
                  <bdi>{title}</bdi>
                </b>
                <span class="soft">
                  {time} · <bdi>{site}</bdi>
                </span>
                <p class="acts">
                  <a class="big" href={welcomePaths.start(stek.slug, slotId, plannedDate)}>
                    <Icon name="device-tablet" />
                    {t('warmth.pulse.start')}
                    <span class="unseen">: {title}</span>
                  </a>
                </p>
              </li>
            ))}
          </ul>
        )}
        <p class="acts">
          <a class="act" href={welcomePaths.sheet(stek.slug)}>
            <Icon name="printer" />
            {t('warmth.pulse.paperSheet')}
          </a>
          <a class="act" href={welcomePaths.paper(stek.slug)}>
            <Icon name="pencil" />
            {t('warmth.pulse.paper.title')}
          </a>
        </p>
      </section>
      <section class="part">
        <h2>{t('warmth.pulse.results')}</h2>
        {sites.map(({ name, told }) => (
          <section class="part">
            <h3>
              <bdi>{name}</bdi>
            </h3>
            {told.length === 0 ? <p>{t('warmth.pulse.nothing')}</p> : told.map((one) => <Period t={t} told={one} name={nameOf(t, one)} />)}
            <Quarters t={t} told={told} />
          </section>
        ))}
        <details>
          <summary>{t('warmth.pulse.rule')}</summary>
          <p>{t('warmth.pulse.ruleText')}</p>
        </details>
      </section>
      {props.leads && (
        <section class="part">
          <h2>{t('warmth.pulse.others')}</h2>
          <p class="acts">
            <a class="act" href={welcomePaths.agreementsDesk(stek.slug)}>
              <Icon name="list-check" />
              {t('warmth.agreements.title')}
            </a>
            <a class="act" href={welcomePaths.incidents(stek.slug)}>
              <Icon name="shield" />
              {t('warmth.incidents.title')}
            </a>
          </p>
        </section>
      )}
    </>
  )
}

/** The address of a started tablet, as a code to scan and a link. */
export function StartedTablet({ work, title, address, code }: { work: Work; title: string; address: string; code: string }) {
  const { t, stek } = work
  return (
    <>
      <h1>{t('warmth.pulse.tablet.title')}</h1>
      <p>
        <b>
          <bdi>{title}</bdi>
        </b>
      </p>
      <div class="scan">
        <p>{t('warmth.pulse.tablet.scan')}</p>
        <img class="qr" alt="" src={`data:image/svg+xml;base64,${Buffer.from(code).toString('base64')}`} />
        <p>{t('warmth.pulse.tablet.or')}</p>
        <a class="big" href={address}>
          <Icon name="device-tablet" />
          {t('warmth.pulse.tablet.open')}
        </a>
      </div>
      <p class="soft">{t('warmth.pulse.tablet.until')}</p>
      <p class="acts">
        <a class="act" href={deskPaths.welcome(stek.slug)}>
          {t('warmth.pulse.tablet.back')}
        </a>
      </p>
    </>
  )
}
