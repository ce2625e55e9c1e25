import type { Work } from '../../../../place/person/at-work.ts'
import { mayDo } from '../../../../place/person/rules.ts'
import { directionOf, languages, ownNames } from '../../../../platform/i18n/languages.ts'
import { saidIn } from '../../../../platform/i18n/said.ts'
import { themes } from '../../../../programme/offer/offer.ts'
import { Check, Choices, ErrorSummary, Form, type Refusals, Select, TextField, type Typed, typedText } from '../../../../ui/fields.tsx'
import { Icon } from '../../../../ui/icons.tsx'
import { inLanguage } from '../../../../ui/page.tsx'
import { guideDeskPaths } from '../../guide/desk/paths.ts'
import type { PresentMoment } from '../../presence/present.ts'
import type { Contact } from '../../presence/queries.ts'
import type { Codes } from '../codes.ts'
import type { GuideService } from '../guide.ts'
import { companions, isGone } from '../handover.ts'
import { handoverPaths } from '../paths.ts'
import type { Opened } from '../read.ts'
import { lastDayWords, placeWords, whenWords } from '../words.ts'

/** Whom one meets at this service: named workers who said yes to that, and when the partner is here. */
function WhoKnowsWhom({ work, service, contacts, present, mayAsk }: FormProps) {
  const { t, stek } = work
  const said = saidIn('nl')
  if (!mayAsk && present.length === 0) return null
  return (
    <details class="group" open={contacts.length > 0 || present.length > 0}>
      <summary>{t('handover-desk.who.title')}</summary>
      <div>
        {service.askFor && <p>{t('handover-desk.who.askFor', { desk: service.askFor })}</p>}
        {contacts.length > 0 && (
          <ul class="todo">
            {contacts.map(({ firstName, how }) => (
              <li>
                <b>{firstName}</b>
                <span>{how}</span>
              </li>
            ))}
          </ul>
        )}
        {present.length > 0 && (
          <>
            <p>{t('handover-desk.who.here', { partner: service.organisation })}</p>
            <ul>
              {present.map(({ date, startTime, endTime, site }) => (
                <li>
                  {said.long(date)}, {said.range(startTime, endTime)}, {site}
                </li>
              ))}
            </ul>
          </>
        )}
        {mayAsk && (
          <p>
            <a href={handoverPaths.contacts(stek.slug, service.serviceId)}>{t('handover-desk.who.change')}</a>
          </p>
        )}
      </div>
    </details>
  )
}

type FormProps = {
  work: Work
  service: GuideService
  typed: Typed
  refusals: Refusals
  contacts: readonly Contact[]
  present: readonly PresentMoment[]
  mayAsk: boolean
}

/** The form of a slip: one screen, no name, no free text. */
export function SlipFormPage(props: FormProps) {
  const { work, service, typed, refusals } = props
  const { t, stek, frame } = work
  const said = saidIn('nl')
  const common = { t, typed, refusals }
  const own = themes.filter((one) => service.themes.includes(one))
  const ordered = [...own, ...themes.filter((one) => !own.includes(one))]
  return (
    <>
      <h1>{t('handover-desk.make.title')}</h1>
      <p class="plain">
        <b>{service.name}</b>
        <br />
        {[service.organisation, service.phone].filter(Boolean).join(' · ')}
        {service.hours.map(({ weekday, opens, closes, byAppointment }) => (
          <>
            <br />
            {said.weekdayNumbered(weekday)} {said.range(opens, closes)}
            {byAppointment && ` (${t('handover-desk.make.byAppointment')})`}
          </>
        ))}
      </p>
      <p class="mild">{t('handover-desk.make.nothing')}</p>
      <ErrorSummary refusals={refusals} t={t} />
      <div class="closer">
        <Form token={frame.token} action={handoverPaths.list(stek.slug)}>
          <input type="hidden" name="dienst" value={service.serviceId} />
          <input type="hidden" name="sleutel" value={typedText(typed, 'sleutel')} />
          <div class="row">
            <TextField {...common} name="date" label={t('handover-desk.make.day')} hint={t('handover-desk.make.dayHint')} optional />
            <TextField
              {...common}
              name="time"
              label={t('handover-desk.make.hour')}
              hint={t('handover-desk.make.hourHint')}
              short
              optional
            />
          </div>
          {service.places.length > 0 && (
            <Select
              {...common}
              name="place"
              label={t('handover-desk.make.place')}
              empty={t('handover-desk.make.noPlace')}
              options={service.places.map((place) => ({ value: place.locationId, words: placeWords(place) }))}
            />
          )}
          <Choices
            {...common}
            name="companion"
            label={t('handover-desk.make.companion')}
            options={companions.map((one) => ({ value: one, words: t(`handover-desk.companion.${one}`) }))}
          />
          <Select
            {...common}
            name="theme"
            label={t('handover-desk.make.theme')}
            hint={t('handover-desk.make.themeHint')}
            empty={t('handover-desk.make.choose')}
            options={ordered.map((one) => ({ value: one, words: t(`handover.theme.${one}`) }))}
          />
          <Choices
            {...common}
            name="language"
            label={t('handover-desk.make.language')}
            options={languages.map((one) => ({ value: one, words: ownNames[one] }))}
          />
          <Check name="shows" label={t('handover-desk.make.shows')} hint={t('handover-desk.make.showsHint')} typed={typed} />
          <div class="acts">
            <button type="submit" class="big">
              <Icon name="ticket" />
              {t('handover-desk.make.send')}
            </button>
            <a class="act" href={handoverPaths.list(stek.slug)}>
              {t('shell.form.cancel')}
            </a>
          </div>
        </Form>
      </div>
      <WhoKnowsWhom {...props} />
    </>
  )
}

/** Both codes, large; the one of the service has a dashed edge because it is torn off. */
export function CodeBoxes({ work, codes }: { work: Work; codes: Codes }) {
  const { t } = work
  return (
    <div class="codes">
      <section class="codebox">
        <h2>{t('handover-desk.made.own')}</h2>
        <b dir="ltr">{codes.own}</b>
        <p class="soft">{t('handover-desk.made.ownText')}</p>
      </section>
      <section class="codebox tear">
        <h2>{t('handover-desk.made.service')}</h2>
        <b dir="ltr">{codes.service}</b>
        <p class="soft">{t('handover-desk.made.serviceText')}</p>
      </section>
    </div>
  )
}

/** The slip is made: give the paper, perhaps ask about a message. This page closes after half an hour. */
export function MadePage(props: { work: Work; slip: Opened & { codes: Codes }; seal: string; zone: string; mayAsk: boolean }) {
  const { work, slip, seal, zone, mayAsk } = props
  const { t, stek } = work
  const { handover } = slip
  const { language } = handover
  const slipIn = (address: string) => inLanguage(language, address)
  return (
    <>
      <h1>{t('handover-desk.made.title')}</h1>
      <dl class="facts">
        <dt>{t('handover-desk.made.to')}</dt>
        <dd>{handover.service?.name ?? t('handover-desk.open.noService')}</dd>
        <dt>{t('handover-desk.made.when')}</dt>
        <dd>{whenWords(t, 'nl', handover)}</dd>
        <dt>{t('handover-desk.made.where')}</dt>
        <dd>{handover.place ? placeWords(handover.place) : t('handover-desk.made.noPlace')}</dd>
        <dt>{t('handover-desk.made.with')}</dt>
        <dd>{t(`handover-desk.companion.${handover.companion}`)}</dd>
        <dt>{t('handover-desk.made.until')}</dt>
        <dd>{lastDayWords('nl', handover.endsAt, zone)}</dd>
      </dl>
      {handover.service?.stopped && <p class="warn">{t('handover-desk.open.stopped')}</p>}
      {handover.onDate === null && handover.service && handover.service.phone === '' && (
        <p class="warn">
          {t('handover-desk.made.noPhone')}
          {mayDo(work.signedIn, stek.stekId, 'guide.change') && (
            <a href={`${guideDeskPaths.service(stek.slug, handover.service.serviceId)}#f-phone`} target="_blank" rel="noopener">
              {t('guidedesk.addNumber')}
            </a>
          )}
        </p>
      )}
      <div class="acts">
        <a class="big" href={slipIn(handoverPaths.slipPdf(seal))} lang="nl">
          <Icon name="printer" />
          {t('handover-desk.made.print', { language: ownNames[language] })}
        </a>
        <a class="act" href={slipIn(handoverPaths.slip(seal))} dir={directionOf('nl')}>
          <Icon name="volume" />
          {t('handover-desk.made.read')}
        </a>
      </div>
      <CodeBoxes work={work} codes={slip.codes} />
      <p class="mild">{t('handover-desk.made.once')}</p>
      {mayAsk && !isGone(handover) && (
        <section class="part">
          <h2>{t('handover-desk.made.messageTitle')}</h2>
          {handover.tookMessageAt ? (
            <p>{t(handover.message ? 'handover-desk.made.hasMessage' : 'handover-desk.made.messageOver')}</p>
          ) : (
            <>
              <p>{t('handover-desk.made.messageText')}</p>
              <p>
                <a class="act" href={handoverPaths.message(stek.slug, seal)}>
                  <Icon name="pencil" />
                  {t('handover-desk.made.messageLink')}
                </a>
              </p>
            </>
          )}
        </section>
      )}
      <p>
        <a href={handoverPaths.list(stek.slug)}>{t('handover-desk.made.ready')}</a>
      </p>
    </>
  )
}
