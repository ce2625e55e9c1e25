import type { Site } from '../../../place/site/site.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { SaveButtons } from '../../../programme/desk/parts.tsx'
import { deskPaths } from '../../../programme/desk/paths.ts'
import { Choices, ErrorSummary, Form, type Refusals, Select, TextArea, TextField, type Typed, typedText } from '../../../ui/fields.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { tight } from '../../../ui/styles.ts'
import type { T } from '../../../ui/words.ts'
import { welcomePaths } from '../paths.ts'
import type { Incident } from './queries.ts'
import { incidentKinds } from './rules.ts'

/** The looks of the table of counts. */
export const incidentsCss = tight(`
.counts{border-collapse:collapse;max-inline-size:34rem;inline-size:100%}
.counts th,.counts td{text-align:start;padding:.4rem .6rem;border-block-start:1px solid var(--line);font-weight:400}
.counts thead th{border:0;font-weight:700}
.counts td{text-align:end;font-variant-numeric:tabular-nums}
.counts thead th+th{text-align:end}
.incident bdi{white-space:pre-line;overflow-wrap:anywhere}
`)

type Props = {
  t: T
  token: string
  stek: string
  sites: readonly Site[]
  incidents: readonly Incident[]
  counts: readonly { year: number; kind: Incident['kind']; count: number }[]
  typed: Typed
  refusals: Refusals
}

function WhatChanged({ t, typed, refusals }: Pick<Props, 't' | 'typed' | 'refusals'>) {
  const [label, hint] = [t('warmth.incidents.changed'), t('warmth.incidents.changedHint')]
  return <TextArea t={t} typed={typed} refusals={refusals} name="veranderd" label={label} hint={hint} optional />
}

function Note({ t, token, stek, sites, typed, refusals }: Props) {
  const common = { t, typed, refusals }
  return (
    <section class="part">
      <h2>{t('warmth.incidents.add')}</h2>
      <Form token={token} action={welcomePaths.incidents(stek)}>
        <input type="hidden" name="sleutel" value={typedText(typed, 'sleutel')} />
        <Choices
          {...common}
          name="soort"
          label={t('warmth.incidents.kind')}
          options={incidentKinds.map((kind) => ({ value: kind, words: t(`warmth.incidents.kinds.${kind}`) }))}
        />
        <Select
          {...common}
          name="plek"
          label={t('warmth.incidents.site')}
          options={sites.map(({ siteId, name }) => ({ value: siteId, words: name }))}
        />
        <TextField {...common} name="dag" label={t('warmth.incidents.day')} hint={t('warmth.incidents.dayHint')} short />
        <WhatChanged {...common} />
        <SaveButtons t={t} back={deskPaths.welcome(stek)} words={t('warmth.incidents.save')} />
      </Form>
    </section>
  )
}

function Latest({ t, stek, sites, incidents }: Props) {
  const said = saidIn('nl')
  return (
    <section class="part">
      <h2>{t('warmth.incidents.list')}</h2>
      {incidents.length === 0 && <p>{t('warmth.incidents.noneYet')}</p>}
      <ul class="todo">
        {incidents.map(({ incidentId, siteId, kind, onDate, whatChanged }) => (
          <li class="incident">
            <b>{t(`warmth.incidents.kinds.${kind}`)}</b>
            <span class="soft">
              {said.long(onDate)} · <bdi>{sites.find((site) => site.siteId === siteId)?.name}</bdi>
            </span>
            {whatChanged ? <bdi>{whatChanged}</bdi> : <span class="soft">{t('warmth.incidents.nothingChanged')}</span>}
            <p class="acts">
              <a class="act" href={welcomePaths.incident(stek, incidentId)}>
                <Icon name="pencil" />
                {t('warmth.incidents.fill')}
                <span class="unseen">: {`${t(`warmth.incidents.kinds.${kind}`)}, ${said.long(onDate)}`}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Counts({ t, counts }: Props) {
  if (counts.length === 0) return null
  const years = [...new Set(counts.map(({ year }) => year))].sort((a, b) => b - a).slice(0, 3)
  const countOf = (year: number, kind?: string) =>
    counts.filter((one) => one.year === year && (!kind || one.kind === kind)).reduce((sum, { count }) => sum + count, 0)
  return (
    <section class="part">
      <h2>{t('warmth.incidents.counts')}</h2>
      <table class="counts">
        <thead>
          <tr>
            <th scope="col">{t('warmth.incidents.kind')}</th>
            {years.map((year) => (
              <th scope="col">{year}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {incidentKinds.map((kind) => (
            <tr>
              <th scope="row">{t(`warmth.incidents.kinds.${kind}`)}</th>
              {years.map((year) => (
                <td>{countOf(year, kind)}</td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">
              <b>{t('warmth.incidents.total')}</b>
            </th>
            {years.map((year) => (
              <td>
                <b>{countOf(year)}</b>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}

/** `/werk/voorvallen`: note an incident, the latest ones, and how many of each kind. */
export function Incidents(props: Props) {
  const { t, refusals } = props
  return (
    <>
      <div class="part">
        <h1>{t('warmth.incidents.title')}</h1>
        <p>{t('warmth.incidents.intro')}</p>
      </div>
      <ErrorSummary t={t} refusals={refusals} />
      <Note {...props} />
      <Latest {...props} />
      <Counts {...props} />
    </>
  )
}

/** The form for what was changed later. */
export function ChangedForm(props: { t: T; token: string; stek: string; incident: Incident; typed: Typed; refusals: Refusals }) {
  const { t, token, stek, incident, typed, refusals } = props
  return (
    <>
      <h1>{t('warmth.incidents.fillTitle')}</h1>
      <p>
        {t(`warmth.incidents.kinds.${incident.kind}`)}, {saidIn('nl').long(incident.onDate)}
      </p>
      <ErrorSummary t={t} refusals={refusals} />
      <Form token={token} action={welcomePaths.incident(stek, incident.incidentId)}>
        <WhatChanged t={t} typed={typed} refusals={refusals} />
        <SaveButtons t={t} back={welcomePaths.incidents(stek)} />
      </Form>
    </>
  )
}
