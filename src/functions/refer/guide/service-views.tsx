import { paths as placePaths } from '../../../place/paths.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { Icon } from '../../../ui/icons.tsx'
import { type Document, inLanguage, publicPage } from '../../../ui/page.tsx'
import { referPaths } from '../paths.ts'
import { checkedWords, nearnessWords, type Speaking, stateSentence } from './card.tsx'
import { graphOf } from './json-ld.ts'
import { guideCss } from './look.ts'
import { openState } from './rules.ts'
import type { Service } from './service.ts'
import { Places, Times } from './where-when.tsx'
import { dialled, inWords, languageName, type ServiceInWords } from './words.ts'

/** `/{stek}/wegwijzer/{slug}`: one service, to read, to print, to take along. @source REFER-3 */
export function servicePage({ speaking, service, baseUrl }: { speaking: Speaking; service: Service; baseUrl: string }): Document {
  const { t, language, stek, now } = speaking
  const said = inWords(service, language)
  const state = openState(service, now)
  const path = referPaths.service(stek.slug, service.slug)
  const near = nearnessWords(speaking, service)
  const foreign = said.written === language ? {} : { lang: said.written, dir: 'ltr' as const }
  return publicPage({
    t,
    language,
    path,
    title: `${said.name} · ${stek.name}`,
    description: said.what.slice(0, 200),
    css: guideCss,
    baseUrl,
    jsonLd: graphOf(said, `${baseUrl}${inLanguage(language, path)}`),
    links: [
      { href: inLanguage(language, referPaths.guide(stek.slug)), words: t('guide.service.back'), icon: 'search' },
      { href: inLanguage(language, placePaths.stek(stek.slug)), words: stek.name, icon: 'home' },
    ],
    head: (
      <>
        <p>
          <a href={inLanguage(language, referPaths.guide(stek.slug))}>{t('guide.service.back')}</a>
        </p>
        <h1 {...foreign}>
          <bdi>{said.name}</bdi>
        </h1>
        <p class="soft">
          <bdi>{said.giver.name}</bdi>
        </p>
      </>
    ),
    children: (
      <>
        {service.endedOn && service.endedOn <= now.date && <p class="is-shut">{t('guide.ended')}</p>}
        {state.kind === 'shut' && <p class="is-shut">{stateSentence(speaking, state)}</p>}
        {said.what && (
          <p class="lead said" {...foreign} dir={foreign.dir ?? 'auto'}>
            {said.what}
          </p>
        )}
        <ul class="facts">
          {state.kind !== 'shut' && <li class={state.kind === 'open' ? 'is-open' : undefined}>{stateSentence(speaking, state)}</li>}
          {service.isFree !== null && <li>{t(service.isFree ? 'guide.free' : 'guide.notFree')}</li>}
          {near && (
            <li>
              <Icon name="map-pin" />
              {near}
            </li>
          )}
          <li>{checkedWords(speaking, service.checkedOn)}</li>
        </ul>
        <div class="about">
          <Contact speaking={speaking} service={said} />
          <Part title={t('guide.service.bring')} text={said.bring} />
          <Part title={t('guide.service.forWhom')} text={said.forWhom} />
          <Part title={t('guide.service.conditions')} text={said.conditions} />
          <Part title={t('guide.service.cost')} text={said.cost} />
          <Places speaking={speaking} service={said} />
          <Times speaking={speaking} service={said} />
          <section>
            <h2>{t('guide.service.together')}</h2>
            <p>{t('guide.service.togetherText')}</p>
            <p>
              <a href={inLanguage(language, placePaths.stek(stek.slug))}>{t('guide.ask.stek', { stek: stek.name })}</a>
            </p>
            <p>
              <a href={inLanguage(language, referPaths.blankSlip(stek.slug, service.slug))}>{t('guide.service.slip')}</a>
            </p>
          </section>
          <Official speaking={speaking} service={said} />
        </div>
        <p class="plain">{t('guide.service.wrong')}</p>
      </>
    ),
  })
}

function Part({ title, text }: { title: string; text: string }) {
  if (text === '') return null
  return (
    <section>
      <h2>{title}</h2>
      <p class="said" dir="auto">
        {text}
      </p>
    </section>
  )
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

function Contact({ speaking: { t, language, stek }, service }: { speaking: Speaking; service: ServiceInWords }) {
  const { giver } = service
  const phone = service.phone ?? giver.phone
  const email = service.email ?? giver.email
  const website = service.website ?? giver.website
  const ways = service.ways.map((way) => t(`guide.ways.${way}`))
  return (
    <section>
      <h2>{t('guide.service.reach')}</h2>
      {phone && (
        <p>
          <a class="big" href={dialled(phone)}>
            <Icon name="phone" />
            <bdi>{phone}</bdi>
          </a>
        </p>
      )}
      {ways.length > 0 && <p>{capital(saidIn(language).list(ways))}</p>}
      {service.howToReach && (
        <p class="said" dir="auto">
          {service.howToReach}
        </p>
      )}
      {service.askFor && <p>{t('guide.service.askFor', { who: service.askFor })}</p>}
      {email && (
        <p>
          <a href={`mailto:${email}`}>
            <bdi>{email}</bdi>
          </a>
        </p>
      )}
      {website && (
        <p>
          <a href={website} rel="noreferrer">
            {t('guide.service.website')}
          </a>
        </p>
      )}
      <p>{t('guide.spoken', { languages: saidIn(language).list(service.languages.map((code) => languageName(code, language))) })}</p>
      {giver.partnerSlug && (
        <p>
          <a href={inLanguage(language, placePaths.partner(stek.slug, giver.partnerSlug))}>{t('guide.service.partner')}</a>
        </p>
      )}
    </section>
  )
}

function Official({ speaking: { t }, service }: { speaking: Speaking; service: ServiceInWords }) {
  const pages = [
    { href: service.ipdcUri, words: 'Vlaanderen (IPDC)' },
    { href: service.rightsExplorerUrl, words: 'Rechtenverkenner' },
    { href: service.socialMapUrl, words: 'Sociale Kaart' },
  ].flatMap(({ href, words }) => (href ? [{ href, words }] : []))
  if (pages.length === 0 && service.source === '') return null
  return (
    <section>
      <h2>{t(pages.length > 0 ? 'guide.service.official' : 'guide.service.source')}</h2>
      {pages.length > 0 && (
        <ul class="plainlist">
          {pages.map(({ href, words }) => (
            <li>
              <a href={href} rel="noreferrer">
                {words}
              </a>
            </li>
          ))}
        </ul>
      )}
      {service.source && (
        <p class="soft" lang="nl" dir="ltr">
          {service.source}
        </p>
      )}
    </section>
  )
}
