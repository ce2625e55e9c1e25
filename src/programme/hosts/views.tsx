import { leads } from '../../place/person/rules.ts'
import { saidIn } from '../../platform/i18n/said.ts'
import { Choices, Form, Select } from '../../ui/fields.tsx'
import { Icon } from '../../ui/icons.tsx'
import { NotPossible } from '../desk/parts.tsx'
import { deskPaths } from '../desk/paths.ts'
import { weekCodeOf } from '../desk/week/week-code.ts'
import { hostPaths } from './paths.ts'
import { askable, mayHost, refusalOfAsking, refusalOfTaking, requestAbout } from './rules.ts'
import type { HostSubject } from './subject.ts'

type Props = { subject: HostSubject; title: string; wrong: string | undefined; now: Temporal.Instant }

/** Who is responsible for one moment and who helps, with what somebody may do about it. */
export function HostsOfMoment({ subject, title, wrong, now }: Props) {
  const { work, moment, offer, at, me } = subject
  const { t, stek } = work
  const words = saidIn('nl')
  const comes = refusalOfTaking({ ...me, kinds: ['coordinator'] }, { ...subject, asked: true }, now) === undefined
  return (
    <>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <p class="soft">{words.range(moment.startTime, moment.endTime)}</p>
      <NotPossible t={t} refusals={wrong ? { wrong } : {}} />
      {moment.cancellation && <p class="plain">{t('hosting.page.off')}</p>}
      {!moment.cancellation && !comes && <p class="plain">{t('hosting.page.over')}</p>}
      {!moment.cancellation && (
        <section class={at.responsible ? 'plain part' : 'warn'}>
          <p class="beside">
            <Icon name={at.responsible ? 'user' : 'alert-triangle'} />
            <b>{at.responsible ? t('hosting.responsible', { name: at.responsible.name }) : t('hosting.nobody')}</b>
          </p>
          {offer.professionalsOnly && <p>{t('hosting.page.professionals')}</p>}
          <Take subject={subject} now={now} />
        </section>
      )}
      {comes && <Ask subject={subject} now={now} />}
      {comes && leads(work.signedIn, stek.stekId) && <Put subject={subject} />}
      {comes && <Helpers subject={subject} />}
      <p class="acts">
        <a class="act" href={deskPaths.week(stek.slug, { week: weekCodeOf(moment.date) })}>
          <Icon name="arrow-left" />
          {t('hosting.page.back')}
        </a>
      </p>
    </>
  )
}

const addressOf = ({ work, moment }: HostSubject, act: 'ik' | 'vraag' | 'zet' | 'help') =>
  hostPaths.moment(work.stek.slug, moment.slotId, moment.plannedDate, act)

function Take({ subject, now }: { subject: HostSubject; now: Temporal.Instant }) {
  const { work, at, me } = subject
  if (at.responsible || refusalOfTaking(me, subject, now)) return null
  return (
    <Form token={work.frame.token} action={addressOf(subject, 'ik')}>
      <button type="submit" class="big">
        <Icon name="check" />
        {work.t('hosting.take')}
      </button>
    </Form>
  )
}

function Ask({ subject, now }: { subject: HostSubject; now: Temporal.Instant }) {
  const { work, all, at, me, offer, moment } = subject
  const { t, frame, stek } = work
  if (refusalOfAsking(me, subject, now)) return null
  const open = requestAbout(moment, at, all)
  const askedOf = open && (all.colleagues.find(({ personId }) => personId === open.askedOf)?.name ?? t('hosting.everybody'))
  const others = askable(all, offer, me.personId)
  if (others.length === 0) return null
  const options = [
    { value: 'iedereen', words: t('hosting.page.askAll') },
    ...others.map(({ personId, name }) => ({ value: personId, words: name })),
  ]
  return (
    <section class="part">
      <h2>{t('hosting.page.ask')}</h2>
      <p>{t('hosting.page.askText')}</p>
      {open && (
        <p class="acts">
          <span>{t('hosting.asked', { name: askedOf ?? '' })}</span>
          {open.askedBy === me.personId && (
            <Form token={frame.token} action={hostPaths.answer(stek.slug, open.requestId, 'weg')}>
              <button type="submit" class="act">
                {t('hosting.withdraw')}
              </button>
            </Form>
          )}
        </p>
      )}
      {(!open || open.askedBy === me.personId) && (
        <Form token={frame.token} action={addressOf(subject, 'vraag')}>
          <Select
            name="wie"
            label={t('hosting.page.askWho')}
            typed={{ wie: others.length === 1 ? others[0]?.personId : '' }}
            options={options}
            t={t}
          />
          <div class="acts">
            <button type="submit" class="second">
              <Icon name="message-2" />
              {t('hosting.page.askButton')}
            </button>
          </div>
        </Form>
      )}
    </section>
  )
}

function Put({ subject }: { subject: HostSubject }) {
  const { work, all, at, offer } = subject
  const { t } = work
  const able = all.colleagues.filter((colleague) => mayHost(colleague, offer, 'responsible'))
  const typed = { wie: at.responsible?.personId ?? '', hoeVaak: 'een' }
  return (
    <details class="group">
      <summary>{t('hosting.page.put')}</summary>
      <Form token={work.frame.token} action={addressOf(subject, 'zet')}>
        <Select
          name="wie"
          label={t('hosting.page.putWho')}
          typed={typed}
          options={[
            ...able.map(({ personId, name }) => ({ value: personId, words: name })),
            { value: 'niemand', words: t('hosting.page.putNobody') },
          ]}
          t={t}
        />
        <Choices
          name="hoeVaak"
          label={t('hosting.page.howOften')}
          typed={typed}
          options={[
            { value: 'een', words: t('hosting.page.once') },
            { value: 'altijd', words: t('hosting.page.always') },
          ]}
          t={t}
        />
        <div class="acts">
          <button type="submit" class="second">
            <Icon name="check" />
            {t('hosting.page.putButton')}
          </button>
        </div>
      </Form>
    </details>
  )
}

function Helpers({ subject }: { subject: HostSubject }) {
  const { work, at, me, all } = subject
  const { t, frame } = work
  const mayPut = leads(work.signedIn, work.stek.stekId)
  const action = addressOf(subject, 'help')
  const helps = at.helpers.includes(me)
  const others = all.colleagues.filter(
    (one) => one !== me && one !== at.responsible && !at.helpers.includes(one) && mayHost(one, subject.offer, 'helper'),
  )
  return (
    <section class="part">
      <h2>{t('hosting.page.helpers')}</h2>
      {at.helpers.length === 0 && <p class="soft">{t('hosting.page.nobodyHelps')}</p>}
      {at.helpers.length > 0 && (
        <ul>
          {at.helpers.map(({ name }) => (
            <li>{name}</li>
          ))}
        </ul>
      )}
      <div class="acts">
        {at.responsible !== me && (
          <Form token={frame.token} action={action}>
            <input type="hidden" name="help" value={helps ? 'nee' : 'ja'} />
            <button type="submit" class="act">
              {t(helps ? 'hosting.page.helpNoMore' : 'hosting.page.help')}
            </button>
          </Form>
        )}
        {mayPut &&
          at.helpers
            .filter((one) => one !== me)
            .map(({ personId, name }) => (
              <Form token={frame.token} action={action}>
                <input type="hidden" name="help" value="nee" />
                <input type="hidden" name="wie" value={personId} />
                <button type="submit" class="act">
                  {t('hosting.page.removeHelper', { name })}
                </button>
              </Form>
            ))}
      </div>
      {mayPut && others.length > 0 && (
        <Form token={frame.token} action={action}>
          <input type="hidden" name="help" value="ja" />
          <Select
            name="wie"
            label={t('hosting.page.addHelperWho')}
            typed={{}}
            options={others.map(({ personId, name }) => ({ value: personId, words: name }))}
            t={t}
          />
          <div class="acts">
            <button type="submit" class="act">
              {t('hosting.page.addHelper')}
            </button>
          </div>
        </Form>
      )}
    </section>
  )
}
