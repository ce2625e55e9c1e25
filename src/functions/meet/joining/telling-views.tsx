import { deskPaths } from '../../../programme/desk/paths.ts'
import { newsFor, reachOf, standOf } from '../../../programme/sign-up/news.ts'
import type { SignUp } from '../../../programme/sign-up/queries.ts'
import { Form } from '../../../ui/fields.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { ridePaths } from '../rides/paths.ts'
import { type ListProps, Person } from './person-row.tsx'

const titles = { cancelled: 'offTitle', 'on-again': 'onTitle', moved: 'movedTitle' } as const

/** Who does not know yet how the moment stands: one button for the mails, a list to call with a tick, and the rides. */
export function Telling(props: ListProps) {
  const { t, token, subject, people, rides } = props
  const { moment, stek } = subject
  const news = people.map(({ knows }) => newsFor(knows, moment)).find((one) => one !== undefined)
  const toTell = people.filter(({ knows }) => newsFor(knows, moment) !== undefined)
  const { mail, call, none } = reachOf(toTell)
  const mustCall = (one: SignUp) => (toTell.includes(one) ? one.email === '' : one.promotedAt !== null && one.toldAt === null)
  const toCall = people.filter((one) => one.phone !== '' && mustCall(one))
  const knowsByMail = people.filter((one) => one.email !== '' && one.phone !== '' && one.knows === standOf(moment) && changed(props))
  return (
    <>
      {news && (
        <section class="part warn noprint" id="verwittig">
          <h2>{t(`joining-desk.list.${titles[news]}`)}</h2>
          {mail + call > 0 && <p>{t('joining-desk.list.left', { count: mail + call })}</p>}
          {none > 0 && <p>{t('joining-desk.list.nothingLeft', { count: none })}</p>}
          {mail > 0 && (
            <Form token={token}>
              <p>{t('joining-desk.list.tellText')}</p>
              <button type="submit" class="big" name="doe" value="verwittig">
                {t('joining-desk.list.tell')}
              </button>
            </Form>
          )}
        </section>
      )}
      {changed(props) && people.length > 0 && mail + call === 0 && <p class="plain noprint">{t('joining-desk.list.allKnow')}</p>}
      {rides > 0 && (
        <section class="part warn noprint">
          <p>{t('joining-desk.list.rides', { count: rides })}</p>
          <p>
            <a class="act" href={ridePaths.moment(stek.slug, moment.slotId, moment.plannedDate)}>
              <Icon name="car" />
              {t('joining-desk.list.toRides')}
            </a>
          </p>
        </section>
      )}
      {toCall.length > 0 && <Calls {...props} title={t('joining-desk.list.call')} list={toCall} />}
      {knowsByMail.length > 0 && (
        <details class="noprint">
          <summary>{t('joining-desk.list.alsoNumber')}</summary>
          <Calls {...props} list={knowsByMail} />
        </details>
      )}
    </>
  )
}

const changed = ({ subject: { moment } }: ListProps): boolean => moment.cancellation !== null || moment.changes.length > 0

function Calls(props: ListProps & { title?: string; list: readonly SignUp[] }) {
  return (
    <section class="part noprint">
      {props.title && <h2>{props.title}</h2>}
      <ul class="people">
        {props.list.map((one) => (
          <Person {...props} one={one} call />
        ))}
      </ul>
    </section>
  )
}

/** The ways to a moment that does not go on, the weather in one tap. */
export function Off({ t, subject: { stek, moment } }: ListProps) {
  const off = deskPaths.moment(stek.slug, moment.slotId, moment.plannedDate, 'af')
  return (
    <p class="acts noprint">
      <a class="act" href={`${off}&reden=weer`}>
        <Icon name="cloud-rain" />
        {t('desk.moment.cancelWeather')}
      </a>
      <a class="act" href={off}>
        <Icon name="calendar-off" />
        {t('desk.moment.cancel')}
      </a>
    </p>
  )
}
