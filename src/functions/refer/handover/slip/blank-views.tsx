import { paths as placePaths } from '../../../../place/paths.ts'
import type { Language } from '../../../../platform/i18n/languages.ts'
import { saidIn } from '../../../../platform/i18n/said.ts'
import { type Document, inLanguage, publicPage } from '../../../../ui/page.tsx'
import { tight } from '../../../../ui/styles.ts'
import type { T } from '../../../../ui/words.ts'
import type { GuideService } from '../guide.ts'
import { placeWords } from '../words.ts'

const blankCss = tight(`
.blank{display:grid;gap:1rem;max-inline-size:40rem;font-size:1.25rem}
.blank dl{display:grid;gap:.4rem 1rem;margin:0;grid-template-columns:minmax(7rem,auto) 1fr}
.blank dt{color:var(--soft)}.blank dd{margin:0;overflow-wrap:anywhere}
.write{border-block-end:2px solid var(--ink);min-block-size:2.6rem;display:block}
@media(max-width:30rem){.blank dl{grid-template-columns:1fr}.blank dd{margin-block-end:.6rem}}
`)

/** A slip to print and fill in by hand: where to go, whom to ask for, what to bring, and two lines for day and hour. */
export function blankSlipPage(props: {
  t: T
  language: Language
  stek: { slug: string; name: string; phone: string | null }
  service: GuideService
  address: string
  /** The page of the service. */
  back: string
}): Document {
  const { t, language, stek, service, address, back } = props
  const said = saidIn(language)
  const hours = service.hours.map(({ weekday, opens, closes }) => `${said.weekdayNumbered(weekday)} ${said.range(opens, closes)}`)
  const facts: [string, string[]][] = [
    [t('handover.seen.where'), service.places.map(placeWords)],
    [t('handover.slip.askFor'), [service.askFor]],
    [t('handover.slip.phone'), [service.phone]],
    [t('handover.blank.open'), hours],
    [t('handover.slip.bring'), [service.bring]],
  ]
  const title = t('handover.blank.title', { service: service.name })
  return publicPage({
    t,
    language,
    path: address,
    title,
    css: blankCss,
    noIndex: true,
    links: [{ href: inLanguage(language, placePaths.stek(stek.slug)), words: stek.name, icon: 'home' }],
    head: (
      <>
        <p class="noprint">
          <a href={back}>{service.name}</a>
        </p>
        <h1>{title}</h1>
      </>
    ),
    children: (
      <article class="blank">
        <p class="noprint">{t('handover.blank.text')}</p>
        <dl>
          <dt>{t('handover.blank.day')}</dt>
          <dd>
            <span class="write" />
          </dd>
          <dt>{t('handover.blank.hour')}</dt>
          <dd>
            <span class="write" />
          </dd>
          {facts
            .map(([name, texts]) => [name, texts.filter(Boolean)] as const)
            .filter(([, texts]) => texts.length > 0)
            .flatMap(([name, texts]) => [
              <dt>{name}</dt>,
              <dd>
                {texts.map((text) => (
                  <div dir="auto">{text}</div>
                ))}
              </dd>,
            ])}
        </dl>
        {stek.phone && <p>{t('handover.slip.changePhone', { phone: stek.phone })}</p>}
      </article>
    ),
  })
}
