import { saidIn } from '../../../../../platform/i18n/said.ts'
import { Check, ErrorSummary, Form, type Refusals, Select, TextField, type Typed } from '../../../../../ui/fields.tsx'
import { Icon } from '../../../../../ui/icons.tsx'
import type { TextKey } from '../../../../../ui/words.ts'
import type { GuideWork } from '../../desk/at-work.ts'
import { guideDeskPaths } from '../../desk/paths.ts'
import type { ListedOrganisation } from '../../desk/queries.ts'
import { type Mapping, targets } from '../shape/from-columns.ts'
import type { Import, ShownRow } from './queries.ts'
import type { Verdict } from './tables.ts'
import { columnLabel, differencesOf, reasonWords } from './words.ts'

/** The tables of the guide that can be taken along. */
export const exportTables = ['diensten', 'organisaties', 'plaatsen', 'uren'] as const

/** The form for a list, the lists of these days, and the guide to take along. */
export function ImportList(props: {
  work: GuideWork
  lists: readonly Import[]
  organisations: readonly ListedOrganisation[]
  typed: Typed
  refusals: Refusals
  zone: string
}) {
  const { work, lists, organisations, typed, refusals, zone } = props
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
        <TextField {...common} name="source" label={t('guidedesk.imports.source')} hint={t('guidedesk.imports.sourceHint')} />
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
          <a class="act" href={`/api/hsds/services?stek=${stek.slug}&full=true`}>
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

const kinds = ['service', 'organisation', 'location'] as const
const verdictNames: readonly Verdict[] = ['new', 'changed', 'same', 'refused']

type DifferenceProps = {
  work: GuideWork
  list: Import
  verdicts: readonly { kind: string; verdict: Verdict; count: number }[]
  changed: readonly ShownRow[]
  now: ReadonlyMap<string, Record<string, unknown>>
  added: readonly ShownRow[]
  refused: readonly ShownRow[]
  noted: readonly ShownRow[]
  vanished: number
}

const nameOf = ({ data, key }: ShownRow): string => (typeof data.name === 'string' ? data.name : key)

/** What becomes of every row of a list, before anything is written. */
export function Difference({ work, list, verdicts, changed, now, added, refused, noted, vanished }: DifferenceProps) {
  const { t, stek, frame } = work
  const count = (kind: string, verdict: Verdict) => verdicts.find((one) => one.kind === kind && one.verdict === verdict)?.count ?? 0
  const total = (verdict: Verdict) => kinds.reduce((sum, kind) => sum + count(kind, verdict), 0)
  const rowOf = (row: ShownRow) => `${t(`guidedesk.imports.unit.${row.kind}`)}, ${t('guidedesk.imports.row', { row: row.position })}`
  const more = (shown: number, all: number) => all > shown && <p>{t('guidedesk.imports.more', { count: all - shown })}</p>
  const idle = total('new') + total('changed') === 0
  return (
    <>
      <h1>{t('guidedesk.imports.differenceTitle')}</h1>
      <div class="wide" tabindex={0}>
        <table>
          <thead>
            <tr>
              <td />
              {verdictNames.map((verdict) => (
                <th scope="col">{t(`guidedesk.imports.verdict.${verdict}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr>
                <th scope="row">{t(`guidedesk.imports.kind.${kind}`)}</th>
                {verdictNames.map((verdict) => (
                  <td data-count={`${kind}-${verdict}`}>{count(kind, verdict)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {idle && <p>{t('guidedesk.imports.nothing')}</p>}
      <div class="acts">
        <Form token={frame.token} action={guideDeskPaths.dropImport(stek.slug, list.importId)}>
          <button type="submit" class="act">
            {t('guidedesk.imports.drop')}
          </button>
        </Form>
      </div>
      {(!idle || vanished > 0) && (
        <Form token={frame.token} action={guideDeskPaths.confirm(stek.slug, list.importId)}>
          {vanished > 0 && (
            <>
              <p>{t('guidedesk.imports.vanished', { count: vanished })}</p>
              <Check name="endVanished" label={t('guidedesk.imports.endVanished')} typed={{}} />
            </>
          )}
          <button type="submit" class="big">
            {t('guidedesk.imports.do')}
          </button>
        </Form>
      )}
      {refused.length > 0 && (
        <section class="part">
          <h2>{t('guidedesk.imports.refusedTitle')}</h2>
          <ul class="todo">
            {refused.map((row) => (
              <li>
                <b>
                  <bdi>{nameOf(row)}</bdi>
                </b>
                <span class="soft">{rowOf(row)}</span>
                {row.refused.map((reason) => (
                  <span>{reasonWords(t, reason)}</span>
                ))}
              </li>
            ))}
          </ul>
          {more(refused.length, total('refused'))}
        </section>
      )}
      {changed.length > 0 && (
        <section class="part">
          <h2>{t('guidedesk.imports.changedTitle')}</h2>
          <ul class="todo">
            {changed.map((row) => (
              <li>
                <b>
                  <bdi>{nameOf(row)}</bdi>
                </b>
                {differencesOf(row.data, now.get(row.targetId ?? '') ?? {}).map(({ column, was, becomes }) => (
                  <span>
                    {columnLabel(t, column)}: <del>{was || t('desk.meanwhile.empty')}</del> →{' '}
                    <ins>{becomes || t('desk.meanwhile.empty')}</ins>
                  </span>
                ))}
              </li>
            ))}
          </ul>
          {more(changed.length, total('changed'))}
        </section>
      )}
      {noted.length > 0 && (
        <section class="part">
          <h2>{t('guidedesk.imports.notedTitle')}</h2>
          <ul class="todo">
            {noted.map((row) => (
              <li>
                <b>
                  <bdi>{nameOf(row)}</bdi>
                </b>
                {row.noted.map((reason) => (
                  <span>{reasonWords(t, reason)}</span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {added.length > 0 && (
        <section class="part">
          <h2>{t('guidedesk.imports.newTitle')}</h2>
          <ul>
            {added.map((row) => (
              <li>
                <bdi>{nameOf(row)}</bdi> <span class="soft">({t(`guidedesk.imports.unit.${row.kind}`)})</span>
              </li>
            ))}
          </ul>
          {more(added.length, total('new'))}
        </section>
      )}
    </>
  )
}

/** How far a list has come; the page comes back by itself while there is work. */
export function Progress({ work, list, all }: { work: GuideWork; list: Import; all: number }) {
  const { t, stek } = work
  const { state, rowsRead, rowsDone, failure } = list
  const title =
    state === 'failed'
      ? t('guidedesk.imports.failedTitle')
      : state === 'done'
        ? t('guidedesk.imports.done')
        : t('guidedesk.imports.titleOf', { source: list.source })
  return (
    <>
      <h1>{title}</h1>
      {state === 'failed' ? (
        <div class="warn">
          <p>{t(`guidedesk.imports.fail.${failure.why ?? 'mistake'}` as TextKey)}</p>
          {failure.after ? <p>{t('guidedesk.imports.after', { count: failure.after })}</p> : null}
          <p>{t('guidedesk.imports.failedText')}</p>
        </div>
      ) : state === 'done' ? (
        <p>{t('guidedesk.imports.doneText')}</p>
      ) : (
        <>
          <p role="status">
            {t(`guidedesk.imports.state.${state}`)}. {t('guidedesk.imports.rowsRead', { count: rowsRead })}{' '}
            {state === 'writing' && t('guidedesk.imports.progress', { done: rowsDone, all })}
          </p>
          {state === 'writing' ? <progress aria-label={title} max={Math.max(1, all)} value={rowsDone} /> : <progress aria-label={title} />}
          <p class="hint">{t('guidedesk.imports.wait')}</p>
        </>
      )}
      <div class="acts">
        <a class="act" href={guideDeskPaths.list(stek.slug)}>
          {t('guidedesk.backToList')}
        </a>
        <a class="act" href={guideDeskPaths.imports(stek.slug)}>
          {t('guidedesk.imports.again')}
        </a>
      </div>
    </>
  )
}
