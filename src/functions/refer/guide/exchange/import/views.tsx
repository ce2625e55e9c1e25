import { saidIn } from '../../../../../platform/i18n/said.ts'
import { ErrorSummary, Form, type Refusals, Select, TextField, type Typed } from '../../../../../ui/fields.tsx'
import { Icon } from '../../../../../ui/icons.tsx'
import type { GuideWork } from '../../desk/at-work.ts'
import { guideDeskPaths } from '../../desk/paths.ts'
import type { ListedOrganisation } from '../../desk/queries.ts'
import { type Mapping, targets } from '../shape/from-columns.ts'
import type { Import } from './queries.ts'
import { columnLabel } from './words.ts'

/** The tables of the guide that can be taken along. */
export const exportTables = ['diensten', 'organisaties', 'plaatsen', 'uren'] as const

/** The form for a list, the lists of these days, and the guide to take along. */
export function ImportList(props: {
  work: GuideWork
  lists: readonly Import[]
  organisations: readonly ListedOrganisation[]
  sources: readonly string[]
  typed: Typed
  refusals: Refusals
  zone: string
}) {
  const { work, lists, organisations, sources, typed, refusals, zone } = props
  const { t, stek, frame } = work
  const common = { t, typed, refusals }
  const when = (at: Temporal.Instant) => {
    const local = at.toZonedDateTimeISO(zone)
    return t('guidedesk.imports.started', {
      date: saidIn('nl').long(local.toPlainDate().toString()),
      time: local.toPlainTime().toString().slice(0, 5),
    })
  }
  return (
    <>
      <h1>{t('guidedesk.imports.title')}</h1>
      <p>{t('guidedesk.imports.text')}</p>
      <ErrorSummary refusals={refusals} t={t} />
      <form method="post" action={guideDeskPaths.imports(stek.slug)} encType="multipart/form-data" noValidate>
        <input type="hidden" name="_token" value={frame.token} />
        <h2>{t('guidedesk.imports.new')}</h2>
        <TextField {...common} name="source" optional label={t('guidedesk.imports.source')} hint={t('guidedesk.imports.sourceHint')} />
        {sources.length > 0 && (
          <p class="hint">
            {t('guidedesk.imports.sourcesKnown')} <bdi>{sources.join(', ')}</bdi>
          </p>
        )}
        <Select
          {...common}
          name="organisation"
          label={t('guidedesk.imports.organisation')}
          empty={t('guidedesk.imports.noOrganisation')}
          options={organisations.slice(0, 500).map(({ organisationId, name }) => ({ value: organisationId, words: name }))}
        />
        <div class={refusals.file ? 'field wrong' : 'field'}>
          <label for="f-file">{t('guidedesk.imports.file')}</label>
          <span class="hint" id="h-file">
            {t('guidedesk.imports.fileHint')}
          </span>
          {refusals.file && (
            <span class="error" id="e-file">
              <Icon name="alert-triangle" />
              {refusals.file}
            </span>
          )}
          <input type="file" id="f-file" name="file" multiple aria-describedby={refusals.file ? 'h-file e-file' : 'h-file'} />
        </div>
        <div class="acts">
          <button type="submit" class="big">
            {t('guidedesk.imports.read')}
          </button>
          <a class="act" href={guideDeskPaths.list(stek.slug)}>
            {t('guidedesk.backToList')}
          </a>
        </div>
      </form>
      {lists.length > 0 && (
        <section class="part">
          <h2>{t('guidedesk.imports.running')}</h2>
          <ul class="todo">
            {lists.map((list) => (
              <li>
                <a href={guideDeskPaths.import(stek.slug, list.importId)}>
                  <b>{list.source}</b>
                </a>
                <span class="soft">
                  {t(`guidedesk.imports.state.${list.state}`)} · {when(list.startedAt)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="part">
        <h2>{t('guidedesk.imports.exportTitle')}</h2>
        <p>{t('guidedesk.imports.exportText')}</p>
        <div class="acts">
          {exportTables.map((table) => (
            <a class="act" href={guideDeskPaths.export(stek.slug, table)}>
              <Icon name="download" />
              {t(`guidedesk.imports.exportTable.${table}`)}
            </a>
          ))}
          <a class="act" href={guideDeskPaths.exportJson(stek.slug)}>
            <Icon name="download" />
            {t('guidedesk.imports.exportJson')}
          </a>
        </div>
      </section>
    </>
  )
}

/** Which column of a table is what: guessed, to be looked at. */
export function Columns(props: {
  work: GuideWork
  list: Import
  mapping: Mapping
  examples: readonly (readonly string[])[]
  refusals: Refusals
}) {
  const { work, list, mapping, examples, refusals } = props
  const { t, stek, frame } = work
  const typed: Typed = Object.fromEntries(Object.entries(mapping).map(([target, column]) => [target, String(column)]))
  const options = list.headers.map((header, at) => ({
    value: String(at),
    words: [header || `${at + 1}`, examples[0]?.[at]?.slice(0, 40)].filter(Boolean).join(' — '),
  }))
  return (
    <>
      <h1>{t('guidedesk.imports.columnsTitle')}</h1>
      <p>{t('guidedesk.imports.columnsText')}</p>
      <ErrorSummary refusals={refusals} t={t} />
      <details class="group">
        <summary>{t('guidedesk.imports.example')}</summary>
        <div class="wide" tabindex={0}>
          <table>
            <thead>
              <tr>
                {list.headers.map((header) => (
                  <th scope="col">{header}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {examples.map((cells) => (
                <tr>
                  {list.headers.map((_, at) => (
                    <td>{(cells[at] ?? '').slice(0, 80)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <Form token={frame.token} action={guideDeskPaths.columns(stek.slug, list.importId)}>
        {targets.map((target) => (
          <Select
            t={t}
            typed={typed}
            refusals={refusals}
            name={target}
            label={columnLabel(t, target)}
            empty={t('guidedesk.imports.noColumn')}
            options={options}
          />
        ))}
        <button type="submit" class="big">
          {t('guidedesk.imports.columnsGo')}
        </button>
      </Form>
    </>
  )
}
