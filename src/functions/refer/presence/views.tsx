import type { Work } from '../../../place/person/at-work.ts'
import { saidIn } from '../../../platform/i18n/said.ts'
import { ErrorSummary, Form, type Refusals, TextField, type Typed, typedText } from '../../../ui/fields.tsx'
import { Icon } from '../../../ui/icons.tsx'
import type { GuideService } from '../handover/guide.ts'
import { handoverPaths } from '../handover/paths.ts'
import type { Contact } from './queries.ts'
import { goesOn } from './rules.ts'

type Props = { work: Work; service: GuideService; contacts: readonly Contact[]; typed: Typed; refusals: Refusals }

/** Whom one can ask for at a service: who stands here, until when, and somebody new. */
export function ContactsPage({ work, service, contacts, typed, refusals }: Props) {
  const { t, stek, frame } = work
  const said = saidIn('nl')
  const here = handoverPaths.contacts(stek.slug, service.serviceId)
  const common = { t, typed, refusals }
  return (
    <>
      <h1>{t('handover-desk.contact.title')}</h1>
      <p>
        <b>{service.name}</b>
      </p>
      <p class="mild">{t('handover-desk.contact.text')}</p>
      <ul class="todo">
        {contacts.map(({ contactId, firstName, how, confirmedOn }) => (
          <li>
            <b>{firstName}</b>
            <span>{how}</span>
            <span class="soft">{t('handover-desk.contact.until', { day: said.longWithYear(goesOn(confirmedOn)) })}</span>
            <form method="post" action={here} class="acts">
              <input type="hidden" name="_token" value={frame.token} />
              <input type="hidden" name="contact" value={contactId} />
              <button type="submit" class="act" name="wat" value="klopt">
                <Icon name="check" />
                {t('handover-desk.contact.confirm')}
              </button>
              <button type="submit" class="act" name="wat" value="weg">
                {t('handover-desk.contact.remove')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <section class="part">
        <h2>{t('handover-desk.contact.new')}</h2>
        <ErrorSummary refusals={refusals} t={t} />
        <Form token={frame.token} action={here}>
          <TextField
            {...common}
            name="first_name"
            label={t('handover-desk.contact.firstName')}
            hint={t('handover-desk.contact.firstNameHint')}
            autoComplete="off"
          />
          <TextField
            {...common}
            name="how"
            label={t('handover-desk.contact.how')}
            hint={t('handover-desk.contact.howHint')}
            autoComplete="off"
          />
          <div class={refusals.agreed ? 'field wrong' : 'field'}>
            {refusals.agreed && <span class="error">{refusals.agreed}</span>}
            <label class="pick">
              <input type="checkbox" id="f-agreed" name="agreed" value="yes" checked={typedText(typed, 'agreed') !== ''} />
              <span>{t('handover-desk.contact.agreed')}</span>
            </label>
          </div>
          <div class="acts">
            <button type="submit" class="big">
              {t('shell.form.save')}
            </button>
            <a class="act" href={handoverPaths.make(stek.slug, service.serviceId)}>
              {t('handover-desk.contact.back')}
            </a>
          </div>
        </Form>
      </section>
    </>
  )
}
