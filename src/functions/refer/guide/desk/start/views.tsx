import { Form } from '../../../../../ui/fields.tsx'
import { Icon } from '../../../../../ui/icons.tsx'
import type { GuideWork } from '../at-work.ts'
import { guideDeskPaths } from '../paths.ts'

/** What a leader sees at an empty guide: a start that somebody wrote already. */
export function OfferStartSet({ work: { t, stek, frame } }: { work: GuideWork }) {
  return (
    <section class="part">
      <h2>{t('guidedesk.start.title')}</h2>
      <p>{t('guidedesk.start.intro')}</p>
      <Form token={frame.token} action={guideDeskPaths.startSet(stek.slug)}>
        <button type="submit" class="act">
          <Icon name="file-import" />
          {t('guidedesk.start.take')}
        </button>
      </Form>
    </section>
  )
}
