import { Check, Form } from '../../../../../ui/fields.tsx'
import { Icon } from '../../../../../ui/icons.tsx'
import type { T, TextKey } from '../../../../../ui/words.ts'
import type { GuideWork } from '../../desk/at-work.ts'
import { guideDeskPaths } from '../../desk/paths.ts'
import type { Import, ShownRow } from './queries.ts'
import type { Verdict } from './tables.ts'
import { columnLabel, differencesOf, isOfObjects, reasonWords } from './words.ts'

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

/** Where in its list a row stood: the row of the file, with the name of the file when there are several. */
const stoodAt = (t: T, list: Import, { ofTable, line }: ShownRow): string =>
  isOfObjects(list)
    ? t('guidedesk.imports.item', { row: line })
    : `${ofTable ? `${ofTable}.csv, ` : ''}${t('guidedesk.imports.row', { row: line })}`

const nameOf = ({ data, key }: ShownRow): string => (typeof data.name === 'string' ? data.name : key)

/** What becomes of every row of a list, before anything is written. */
export function Difference({ work, list, verdicts, changed, now, added, refused, noted, vanished }: DifferenceProps) {
  const { t, stek, frame } = work
  const count = (kind: string, verdict: Verdict) => verdicts.find((one) => one.kind === kind && one.verdict === verdict)?.count ?? 0
  const total = (verdict: Verdict) => kinds.reduce((sum, kind) => sum + count(kind, verdict), 0)
  const rowOf = (row: ShownRow) => `${t(`guidedesk.imports.unit.${row.kind}`)}, ${stoodAt(t, list, row)}`
  const more = (shown: number, all: number) => all > shown && <p>{t('guidedesk.imports.more', { count: all - shown })}</p>
  const idle = total('new') + total('changed') === 0
  return (
    <>
      <h1>{t('guidedesk.imports.differenceTitle')}</h1>
      <p class="soft">{t('guidedesk.imports.titleOf', { source: list.source })}</p>
      <dl class="facts">
        {kinds.map((kind) => (
          <>
            <dt>{t(`guidedesk.imports.kind.${kind}`)}</dt>
            <dd>
              <span class="tags">
                {verdictNames.map((verdict) => (
                  <span class="tag">
                    {t(`guidedesk.imports.verdict.${verdict}`)} <b data-count={`${kind}-${verdict}`}>{count(kind, verdict)}</b>
                  </span>
                ))}
              </span>
            </dd>
          </>
        ))}
      </dl>
      {idle && <p>{t('guidedesk.imports.nothing')}</p>}
      {(!idle || vanished > 0) && (
        <Form token={frame.token} action={guideDeskPaths.confirm(stek.slug, list.importId)}>
          {vanished > 0 && (
            <>
              <p>{t('guidedesk.imports.vanished', { count: vanished })}</p>
              <Check name="endVanished" label={t('guidedesk.imports.endVanished')} typed={{}} />
            </>
          )}
          {!idle && <p class="hint">{t('guidedesk.imports.noWayBack')}</p>}
          <button type="submit" class="big">
            {t('guidedesk.imports.do')}
          </button>
        </Form>
      )}
      <div class="acts">
        <Form token={frame.token} action={guideDeskPaths.dropImport(stek.slug, list.importId)}>
          <button type="submit" class="act">
            {t('guidedesk.imports.drop')}
          </button>
        </Form>
        {!idle && (
          <a class="act" href={guideDeskPaths.export(stek.slug, 'diensten')}>
            <Icon name="download" />
            {t('guidedesk.imports.takeAlong')}
          </a>
        )}
      </div>
      {refused.length > 0 && (
        <section class="part">
          <h2>{t('guidedesk.imports.refusedTitle')}</h2>
          <p>{t('guidedesk.imports.refusedText')}</p>
          <ul class="todo">
            {refused.map((row) => (
              <li>
                <b>
                  <bdi>{nameOf(row)}</bdi>
                </b>
                <span class="soft">{rowOf(row)}</span>
                {row.refused.map((reason) => (
                  <span>{reasonWords(t, reason, list)}</span>
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
                  <span>{reasonWords(t, reason, list)}</span>
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
  // Objects are compared at once; the rows of tables are first made into services, and writing goes portion by portion.
  const counted = state === 'writing' ? all : state === 'comparing' && list.shape !== 'hsds' && list.shape !== 'ipdc' ? rowsRead : 0
  const title =
    state === 'failed'
      ? t(failure.why === 'mistake' || failure.why === 'brokenOff' ? 'guidedesk.imports.failedOwnTitle' : 'guidedesk.imports.failedTitle')
      : state === 'done'
        ? t('guidedesk.imports.done')
        : t('guidedesk.imports.titleOf', { source: list.source })
  return (
    <>
      <h1>{title}</h1>
      {state === 'failed' ? (
        <div class="warn">
          <p>{t(`guidedesk.imports.fail.${failure.why ?? 'mistake'}` as TextKey)}</p>
          {failure.file && (
            <p>
              {t('guidedesk.imports.failedFile')} <bdi>{failure.file}</bdi>
            </p>
          )}
          {failure.after ? <p>{t('guidedesk.imports.after', { count: failure.after })}</p> : null}
          <p>{t('guidedesk.imports.failedText')}</p>
          {failure.again && <p>{t('guidedesk.imports.failedAgain')}</p>}
        </div>
      ) : state === 'done' ? (
        <p>{t('guidedesk.imports.doneText')}</p>
      ) : (
        <>
          <p role="status">
            {t(`guidedesk.imports.state.${state}`)}. {t('guidedesk.imports.rowsRead', { count: rowsRead })}{' '}
            {counted > 0 && t('guidedesk.imports.progress', { done: Math.min(rowsDone, counted), all: counted })}
          </p>
          {counted > 0 ? <progress aria-label={title} max={counted} value={rowsDone} /> : <progress aria-label={title} />}
          <p class="hint">{t('guidedesk.imports.wait')}</p>
        </>
      )}
      {state === 'failed' && failure.again && (
        <Form token={work.frame.token} action={guideDeskPaths.importAgain(stek.slug, list.importId)}>
          <button type="submit" class="big">
            {t('guidedesk.imports.tryAgain')}
          </button>
        </Form>
      )}
      {state === 'failed' && (
        <Form token={work.frame.token} action={guideDeskPaths.dropImport(stek.slug, list.importId)}>
          <button type="submit" class="act">
            {t('guidedesk.imports.drop')}
          </button>
        </Form>
      )}
      <div class="acts">
        <a class="act" href={guideDeskPaths.list(stek.slug)}>
          {t('guidedesk.backToList')}
        </a>
        <a
          class={failure.why === 'brokenOff' ? 'big' : 'act'}
          href={guideDeskPaths.imports(stek.slug, state === 'failed' ? { lijst: list.source, organisatie: list.organisationId ?? '' } : {})}
        >
          {t(
            state !== 'failed'
              ? 'guidedesk.imports.again'
              : failure.why === 'brokenOff'
                ? 'guidedesk.imports.sameFile'
                : 'guidedesk.imports.otherFile',
          )}
        </a>
      </div>
    </>
  )
}
