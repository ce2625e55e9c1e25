import type { Work } from '../../../../place/person/at-work.ts'
import type { Barrier } from '../handover.ts'
import { handoverPaths } from '../paths.ts'
import { type Door, doorKeys } from './rules.ts'

/** From pillar to post: per door what became of it, and what stands in the way often. */
export function DoorsPage({ work, doors, often }: { work: Work; doors: readonly Door[]; often: readonly Barrier[] }) {
  const { t, stek } = work
  const number = (value: number | null) => (value === null ? t('handover-desk.doors.few') : String(value))
  return (
    <>
      <h1>{t('handover-desk.doors.title')}</h1>
      <p>{t('handover-desk.doors.text')}</p>
      {doors.length === 0 && <p class="mild">{t('handover-desk.doors.none')}</p>}
      {doors.length > 0 && (
        <section class="part">
          <table class="diff">
            <thead>
              <tr>
                <th scope="col">{t('handover-desk.doors.service')}</th>
                {doorKeys.toReversed().map((key) => (
                  <th scope="col">{t(`handover-desk.doors.${key}`)}</th>
                ))}
                <th scope="col">{t('handover-desk.doors.total')}</th>
              </tr>
            </thead>
            <tbody>
              {doors.map(({ service, shown }) => (
                <tr>
                  <th scope="row">{service}</th>
                  {doorKeys.toReversed().map((key) => (
                    <td data-of={t(`handover-desk.doors.${key}`)}>{number(shown.parts[key])}</td>
                  ))}
                  <td data-of={t('handover-desk.doors.total')}>{number(shown.total)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {often.length > 0 && (
        <section class="part">
          <h2>{t('handover-desk.doors.often')}</h2>
          <ul>
            {often.map((barrier) => (
              <li>{t(`handover.barrier.${barrier}`)}</li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href={handoverPaths.list(stek.slug)}>{t('handover-desk.doors.back')}</a>
      </p>
    </>
  )
}
