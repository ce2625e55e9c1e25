import { paths as placePaths } from '../../../../place/paths.ts'
import type { Language } from '../../../../platform/i18n/languages.ts'
import { saidIn } from '../../../../platform/i18n/said.ts'
import { asDutch } from '../../../../ui/dutch.ts'
import { type Document, inLanguage, publicPage } from '../../../../ui/page.tsx'
import type { T } from '../../../../ui/words.ts'
import type { GuideService } from '../guide.ts'
import { sheetCss } from '../look.ts'
import { addressWords, placeWords } from '../words.ts'

/**
 * A slip to print and fill in by hand. Outside: lines for day and hour, and the street. Beneath the fold: which service, whom to ask for, what to
 * bring. Neither title nor heading on paper names the service. @source REFER-4
 */
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
    [t('handover.slip.to'), [service.name]],
    [t('handover.seen.where'), service.places.map(placeWords)],
    [t('handover.slip.askFor'), [service.askFor]],
    [t('handover.slip.phone'), [service.phone]],
    [t('handover.blank.open'), hours],
    [t('handover.slip.bring'), [service.bring]],
  ]
  const title = t('handover.blank.title')
  const [only, ...others] = service.places
  const where = only?.street && others.length === 0 ? addressWords(only) : ''
  return publicPage({
    t,
    language,
    path: address,
    title,
    css: sheetCss,
    noIndex: true,
    links: [{ href: inLanguage(language, placePaths.stek(stek.slug)), words: asDutch(language, stek.name), icon: 'home' }],
    head: (
      <>
        <p class="noprint">
          <a href={back}>{service.name}</a>
        </p>
        <h1 class="noprint">{title}</h1>
      </>
    ),
    children: (
      <article class="sheet">
        <p class="noprint">{t('handover.blank.text')}</p>
        <div class="out">
          <span class="write">{t('handover.blank.day')}:</span>
          <span class="write">{t('handover.blank.hour')}:</span>
          {where ? (
            <span>
              <bdi>{where}</bdi>
            </span>
          ) : (
            <span class="write">{t('handover.seen.where')}:</span>
          )}
        </div>
        <p class="fold">{t('handover.slip.fold')}</p>
        <dl class="facts2">
          {facts
            .map(([name, texts]) => [name, texts.filter(Boolean)] as const)
            .filter(([, texts]) => texts.length > 0)
            .flatMap(([name, texts]) => [
              <dt>{name}</dt>,
              <dd>
                {texts.map((text) => (
                  <div>{text}</div>
                ))}
              </dd>,
            ])}
        </dl>
        {stek.phone && <p>{t('handover.slip.changePhone', { phone: stek.phone })}</p>}
      </article>
    ),
  })
}
