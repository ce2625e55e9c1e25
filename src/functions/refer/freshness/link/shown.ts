import type { T } from '../../../../ui/words.ts'
import { noticeWords } from '../../guide/desk/entry/views.tsx'
import { hoursAsTyped } from '../../guide/desk/hours/typed-hours.ts'
import type { WholeService } from '../../guide/desk/queries.ts'

/** A line of an entry as an organisation sees it: what it is, and what we show. */
export type ShownLine = { label: string; text: string }

/** An entry in lines, as it is shown to everybody; what we do not know is left out. */
export function shownLines(t: T, service: WholeService, today: string): readonly ShownLine[] {
  const { row, organisation, places, hours, notices } = service
  const line = (
    key:
      | 'organisation'
      | 'name'
      | 'what'
      | 'phone'
      | 'email'
      | 'website'
      | 'hours'
      | 'where'
      | 'forWhom'
      | 'conditions'
      | 'cost'
      | 'bring'
      | 'howToReach'
      | 'notices',
    text: string,
  ) => ({
    label: t(`stillright.label.${key}`),
    text,
  })
  const free = row.is_free ? t('stillright.free') : ''
  return [
    line('name', row.name),
    line('organisation', organisation.name),
    line('what', row.what),
    line('phone', row.phone ?? organisation.phone ?? ''),
    line('email', row.email ?? organisation.email ?? ''),
    line('website', row.website ?? organisation.website ?? ''),
    line(
      'where',
      places
        .map(({ name, street, postcode, town }) => [name, street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', '))
        .join(' / '),
    ),
    line('hours', hoursAsTyped(hours)),
    line(
      'notices',
      notices
        .filter(({ until_date }) => until_date >= today)
        .map((notice) => noticeWords(t, notice))
        .join('\n'),
    ),
    line('forWhom', row.for_whom),
    line('conditions', row.conditions),
    line('cost', [free, row.cost].filter(Boolean).join('. ')),
    line('bring', row.bring),
    line('howToReach', row.how_to_reach),
  ].filter(({ text }) => text !== '')
}
