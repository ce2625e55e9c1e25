import type { Work } from '../../../place/person/at-work.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { Icon } from '../../../ui/icons.tsx'
import type { Printing } from '../../channels/printing/rules.ts'
import { paths } from '../../paths.ts'
import { deskPaths } from '../paths.ts'

type Paper = Pick<Printing, 'channel' | 'language'>

const fileOf = (stek: string, { channel, language }: Paper): string =>
  channel === 'poster-a3' ? paths.poster(stek, language) : paths.flyer(stek, channel === 'flyer-a4' ? 'a4' : 'a5', language)

/** The printed flyers and posters that are no longer right, and the way to say that paper is printed now. */
export function Papers({
  work,
  outdated,
  isPrinted,
  zone,
  sleutel,
}: {
  work: Work
  outdated: readonly Printing[]
  isPrinted: boolean
  zone: string
  sleutel: string
}) {
  const { t } = work
  if (isPrinted && outdated.length === 0) return null
  return (
    <section class="part">
      <h2>{t('desk.paper.title')}</h2>
      <ul class="todo">
        {outdated.map((printing) => (
          <li>
            <span class="beside">
              <Icon name="printer" />
              {t('desk.paper.outdated', {
                paper: t(`desk.paper.${printing.channel}`),
                language: t(`programme.spoken.${printing.language as 'nl'}`),
                date: saidIn('nl').long(printing.printedAt.toZonedDateTimeISO(zone).toPlainDate().toString()),
              })}
            </span>
            <PaperActs work={work} paper={printing} sleutel={sleutel} />
          </li>
        ))}
        {!isPrinted && (
          <li>
            <span>{t('desk.paper.never')}</span>
            <PaperActs work={work} paper={{ channel: 'flyer-a5', language: 'nl' }} sleutel={sleutel} />
          </li>
        )}
      </ul>
    </section>
  )
}

function PaperActs({ work, paper, sleutel }: { work: Work; paper: Paper; sleutel: string }) {
  const { t, stek, frame } = work
  return (
    <span class="acts">
      <a class="act" href={fileOf(stek.slug, paper)}>
        {t('desk.paper.open')}
      </a>
      <form method="post" action={deskPaths.printed(stek.slug)}>
        <input type="hidden" name="_token" value={frame.token} />
        <input type="hidden" name="sleutel" value={sleutel} />
        <input type="hidden" name="channel" value={paper.channel} />
        <input type="hidden" name="language" value={paper.language} />
        <button type="submit" class="act">
          <Icon name="check" />
          {t('desk.paper.printing')}
        </button>
      </form>
    </span>
  )
}
