import type { Language } from '../../../platform/i18n/languages.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import type { Subject } from '../../../programme/sign-up/subject.ts'
import { asDutch } from '../../../ui/dutch.ts'
import { tight } from '../../../ui/styles.ts'
import type { T } from '../../../ui/words.ts'

/** On the screen a slip is not there; on paper it is all there is. No fixed size: it fits a receipt of 58 or 80 mm, A6 and A5. */
export const slipCss = tight(`
@media screen{.slip{display:none}}
@media print{
@page{margin:4mm}
body:has(.slip)>header,body:has(.slip)>.top,body:has(.slip) main>*:not(.slip){display:none!important}
body:has(.slip) .wrap,body:has(.slip) main{padding:0;margin:0;max-inline-size:none}
main>.slip{display:block;margin:0;font-size:11pt;line-height:1.35;color:#000;max-inline-size:110mm}
.slip p{margin-block:1mm}
.slip b{display:block;font-size:16pt;line-height:1.25;border:1.5pt solid #000;border-radius:2mm;padding:2mm;margin-block:2mm;break-inside:avoid}
.slip .who{font-size:13pt;font-weight:700}
}
`)

/** What somebody takes home on paper: the name of own choice, when and where, and the code. An offer in confidence is not named. */
export function Slip(props: { t: T; language: Language; subject: Subject; name: string; title: string; code: string }) {
  const { t, language, subject, name, title, code } = props
  const { moment, site, stek, terms, offer } = subject
  const said = saidIn(language)
  return (
    <section class="slip">
      <p>
        {asDutch(language, stek.name)}
        {stek.phone && <> · {stek.phone}</>}
      </p>
      <p class="who">
        <bdi>{name}</bdi>
        {!offer.confidential && (
          <>
            {' '}
            · <bdi>{title}</bdi>
          </>
        )}
      </p>
      <p>
        {said.long(moment.date)}, <bdi>{said.range(moment.startTime, moment.endTime)}</bdi>
      </p>
      <p>
        <bdi>{asDutch(language, terms?.meetingPoint || [site.name, site.street, site.town].filter(Boolean).join(', '))}</bdi>
      </p>
      <b lang="nl" dir="ltr">
        {code}
      </b>
      <p>{t('joining.seen.slip')}</p>
    </section>
  )
}
