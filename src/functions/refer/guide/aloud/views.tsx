import { paths as placePaths } from '../../../../place/paths.ts'
import { saidIn } from '../../../../platform/i18n/said.ts'
import { aloudCss } from '../../../../programme/channels/aloud/views.tsx'
import { Around } from '../../../../ui/around.tsx'
import { capital } from '../../../../ui/dutch.ts'
import { Icon } from '../../../../ui/icons.tsx'
import { type Document, inLanguage, publicPage } from '../../../../ui/page.tsx'
import { referPaths } from '../../paths.ts'
import { checkedWords, type Speaking } from '../card.tsx'
import type { OfService } from '../contact.tsx'
import type { Service } from '../service.ts'
import { dialled, dutchUnlessSaid, inWords, languageName } from '../words.ts'
import { placeSentences, sentence, spokenLines, timeSentences } from './sentences.ts'

/** `/{stek}/wegwijzer/{slug}/voorlezen`: one service in whole sentences and large letters, for a voice, a screen reader or a slow reader. @source REFER-3 */
export function serviceAloudPage({ speaking, service, baseUrl }: OfService & { baseUrl: string }): Document {
  const { t, language, stek } = speaking
  const said = inWords(service, language)
  const phone = said.phone ?? said.giver.phone
  const ordinary = inLanguage(language, referPaths.service(stek.slug, service.slug))
  const places = placeSentences(speaking, said)
  return publicPage({
    t,
    language,
    path: referPaths.serviceAloud(stek.slug, service.slug),
    title: `${t('guide.aloud.title', { name: said.name })} · ${stek.name}`,
    css: aloudCss,
    baseUrl,
    links: [
      { href: ordinary, words: t('guide.aloud.back') },
      { href: inLanguage(language, referPaths.guide(stek.slug)), words: t('guide.service.back'), icon: 'search' },
      { href: inLanguage(language, placePaths.stek(stek.slug)), words: stek.name, icon: 'home' },
    ],
    head: (
      <>
        <p>
          <a href={ordinary}>{t('guide.aloud.back')}</a>
        </p>
        <h1>
          <bdi {...dutchUnlessSaid(service, language, 'name')}>{said.name}</bdi>
        </h1>
      </>
    ),
    children: (
      <>
        <article class="aloud">
          {service.endedOn && service.endedOn <= speaking.now.date && <p>{t('guide.ended')}</p>}
          <p>{sentence(t('guide.aloud.by', { giver: said.giver.name }))}</p>
          <Said speaking={speaking} service={service} field="what" text={said.what} />
          <h2>{t('guide.service.when')}</h2>
          {timeSentences(speaking, said).map((one) => (
            <p>{one}</p>
          ))}
          <Said speaking={speaking} service={service} field="for_whom" text={said.forWhom} title={t('guide.service.forWhom')} />
          <Said speaking={speaking} service={service} field="conditions" text={said.conditions} title={t('guide.service.conditions')} />
          {(said.isFree !== null || said.cost !== '') && <h2>{t('guide.service.cost')}</h2>}
          {said.isFree !== null && <p>{sentence(t(said.isFree ? 'guide.free' : 'guide.notFree'))}</p>}
          <Said speaking={speaking} service={service} field="cost" text={said.cost} />
          <Said speaking={speaking} service={service} field="bring" text={said.bring} title={t('guide.service.bring')} />
          {places.length > 0 && <h2>{t('guide.service.where')}</h2>}
          {places.map((sentences) => (
            <p>{sentences.join(' ')}</p>
          ))}
          <h2>{t('guide.service.reach')}</h2>
          <Reached speaking={speaking} service={service} />
          <h2>{t('guide.service.together')}</h2>
          <p>{t('guide.service.togetherText')}</p>
          <p>{sentence(checkedWords(speaking, service.checkedOn))}</p>
        </article>
        {phone && (
          <p class="ring noprint">
            <a class="big" href={dialled(phone)}>
              <Icon name="phone" />
              {t('guide.aloud.call')} <bdi>{phone}</bdi>
            </a>
          </p>
        )}
      </>
    ),
  })
}

type Field = { speaking: Speaking; service: Service; field: string; text: string; title?: string }

function Said({ speaking, service, field, text, title }: Field) {
  const mark = dutchUnlessSaid(service, speaking.language, field)
  const spoken = spokenLines(speaking, text, mark.lang === 'nl')
  if (spoken === '') return null
  return (
    <>
      {title && <h2>{title}</h2>}
      <p {...mark}>{spoken}</p>
    </>
  )
}

function Reached({ speaking, service }: OfService) {
  const { t, language } = speaking
  const said = inWords(service, language)
  const words = saidIn(language)
  const phone = said.phone ?? said.giver.phone
  const email = said.email ?? said.giver.email
  const ways = words.list(said.ways.map((way) => t(`guide.ways.${way}`)))
  const isReached = phone || email || said.website || said.giver.website || said.howToReach || said.places.length > 0
  return (
    <>
      {ways && <p>{sentence(capital(ways))}</p>}
      <Said speaking={speaking} service={service} field="how_to_reach" text={said.howToReach} />
      {phone && (
        <p>
          {t('guide.aloud.call')} <bdi>{phone}</bdi>.
        </p>
      )}
      {said.askFor && (
        <p>
          <Around say={(who) => sentence(t('guide.service.askFor', { who }))}>
            <bdi {...dutchUnlessSaid(service, language, 'ask_for')}>{spokenLines(speaking, said.askFor).replace(/\.$/, '')}</bdi>
          </Around>
        </p>
      )}
      {!isReached && <p>{t('guide.service.noWay')}</p>}
      <p>{sentence(t('guide.spoken', { languages: words.list(said.languages.map((code) => languageName(code, language))) }))}</p>
    </>
  )
}
