import { saidIn } from '../../../platform/i18n/said.ts'
import { Form } from '../../../ui/fields.tsx'
import type { Work } from '../at-work.ts'
import { personPaths } from '../paths.ts'
import type { ShownName } from './consents.ts'

/** Whether visitors may read the own first name, per stek, with one button to say yes or to take it back. */
export function ShownNames({ work, shown, zone }: { work: Work; shown: readonly ShownName[]; zone: string }) {
  const { t, frame } = work
  if (shown.length === 0) return null
  return (
    <section id="voornaam">
      <h2>{t('hosting.name.title')}</h2>
      <p>{t('hosting.name.text')}</p>
      {shown.map(({ slug, name, since }) => (
        <Form token={frame.token} action={personPaths.shownName(slug)}>
          <p>
            {since
              ? t('hosting.name.given', {
                  stek: name,
                  date: saidIn('nl').longWithYear(since.toZonedDateTimeISO(zone).toPlainDate().toString()),
                })
              : t('hosting.name.notGiven', { stek: name })}
          </p>
          <button type="submit" class="second" name="mag" value={since ? 'nee' : 'ja'}>
            {t(since ? 'hosting.name.no' : 'hosting.name.yes')}
            {shown.length > 1 && `, ${name}`}
          </button>
        </Form>
      ))}
    </section>
  )
}
