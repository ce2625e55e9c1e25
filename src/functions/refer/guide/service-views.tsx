import { paths as placePaths } from '../../../place/paths.ts'
import { Icon } from '../../../ui/icons.tsx'
import { type Document, inLanguage, publicPage } from '../../../ui/page.tsx'
import { referPaths } from '../paths.ts'
import { checkedWords, nearnessWords, type Speaking, stateSentence } from './card.tsx'
import { Contact, type OfService } from './contact.tsx'
import { graphOf } from './json-ld.ts'
import { guideCss } from './look.ts'
import { Part } from './part.tsx'
import { openState } from './rules.ts'
import type { Service } from './service.ts'
import { Places, Times } from './where-when.tsx'
import { dutchUnlessSaid, inWords, type ServiceInWords } from './words.ts'

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
        <p class="noprint">
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
          <p class="lead said" {...dutchUnlessSaid(service, language, 'what')}>
            {said.what}
          </p>
        )}
        <ul class="facts">
          {state.kind !== 'shut' && (
            <li class={state.kind === 'open' ? 'is-open noprint' : 'noprint'}>
              <Icon name="clock" />
              {stateSentence(speaking, state)}
            </li>
          )}
          {service.isFree !== null && (
            <li>
              <Icon name="coin-euro" />
              {t(service.isFree ? 'guide.free' : 'guide.notFree')}
            </li>
          )}
          {near && (
            <li>
              <Icon name="map-pin" />
              {near}
            </li>
          )}
          <li>
            <Icon name={service.checkedOn ? 'check' : 'info-circle'} />
            {checkedWords(speaking, service.checkedOn)}
          </li>
          <li class="noprint">
            <a class="call" href={inLanguage(language, referPaths.serviceAloud(stek.slug, service.slug))}>
              <Icon name="volume" />
              {t('guide.service.aloud')}
            </a>
          </li>
        </ul>
        <div class="about">
          <Contact speaking={speaking} service={service} />
          <Words {...{ speaking, service }} icon="backpack" title={t('guide.service.bring')} column="bring" text={said.bring} />
          <Words {...{ speaking, service }} icon="users" title={t('guide.service.forWhom')} column="for_whom" text={said.forWhom} />
          <Words
            {...{ speaking, service }}
            icon="list-check"
            title={t('guide.service.conditions')}
            column="conditions"
            text={said.conditions}
          />
          <Words {...{ speaking, service }} icon="coin-euro" title={t('guide.service.cost')} column="cost" text={said.cost} />
          <Places speaking={speaking} service={said} />
          <Times speaking={speaking} service={said} />
          <Part icon="heart-handshake" title={t('guide.service.together')}>
            <p>{t('guide.service.togetherText')}</p>
            <p class="noprint">
              <a href={inLanguage(language, placePaths.stek(stek.slug))}>{t('guide.ask.stek', { stek: stek.name })}</a>
            </p>
            <p class="noprint">
              <a href={inLanguage(language, referPaths.blankSlip(stek.slug, service.slug))}>{t('guide.service.slip')}</a>
            </p>
          </Part>
          <Official speaking={speaking} service={said} />
        </div>
        <p class="plain noprint">{t('guide.service.wrong')}</p>
        <p class="onpaper">
          <bdi>{[stek.name, stek.phone].filter(Boolean).join(' · ')}</bdi>
          <br />
          <bdi>{`${baseUrl}${inLanguage(language, path)}`.replace(/^https?:\/\//, '')}</bdi>
        </p>
      </>
    ),
  })
}

function Words({
  speaking,
  service,
  icon,
  title,
  column,
  text,
}: OfService & { icon: string; title: string; column: string; text: string }) {
  if (text === '') return null
  return (
    <Part icon={icon} title={title}>
      <p class="said" {...dutchUnlessSaid(service, speaking.language, column)}>
        {text}
      </p>
    </Part>
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
    <Part icon="info-circle" onScreen title={t(pages.length > 0 ? 'guide.service.official' : 'guide.service.source')}>
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
    </Part>
  )
}
