import { Form } from '../../../../ui/fields.tsx'
import type { T, TextKey } from '../../../../ui/words.ts'
import type { ChangeField } from '../link/form.ts'
import type { Proposal } from '../tables.ts'
import { canTakeOver } from './rules.ts'

/** What an organisation says is different beside what we show; each field is ticked and can be left out. */
export function ProposalView(props: {
  t: T
  token: string
  title: string
  action: string
  back: string
  shown: Record<ChangeField, string>
  proposal: Proposal
  ended: boolean
}) {
  const { t, shown, proposal, ended } = props
  const said = Object.entries(proposal)
  const toRead = said.filter(([field, text]) => !canTakeOver(field) && text !== '')
  return (
    <>
      <h1>{props.title}</h1>
      <p>{t('guidedesk.proposal.text')}</p>
      {toRead.length > 0 && (
        <div class="mild">
          {toRead.map(([field, text]) => (
            <p>
              <b>{t(`stillright.label.${field}` as TextKey)}:</b> <bdi>{text}</bdi>
            </p>
          ))}
          <p class="hint">
            {t('guidedesk.proposal.byHand')}{' '}
            <a href={props.back} target="_blank" rel="noopener">
              {t('guidedesk.proposal.openBeside')}
            </a>
          </p>
        </div>
      )}
      <Form token={props.token} action={props.action}>
        {ended && (
          <label class="pick">
            <input type="checkbox" name="field" value="ended" checked />
            <span>{t('guidedesk.proposal.ended')}</span>
          </label>
        )}
        {said
          .filter(([field]) => canTakeOver(field))
          .map(([field, text]) => (
            <label class="pick">
              <input type="checkbox" name="field" value={field} checked />
              <span>
                <b>{t(`stillright.label.${field}` as TextKey)}</b>
                <br />
                <del>
                  <bdi>{shown[field as ChangeField] || t('desk.meanwhile.empty')}</bdi>
                </del>
                <br />
                <ins>
                  <bdi>{text || t('desk.meanwhile.empty')}</bdi>
                </ins>
              </span>
            </label>
          ))}
        <div class="acts">
          <button type="submit" class="big" name="step" value="take">
            {t('guidedesk.proposal.take')}
          </button>
          <button type="submit" class="second" name="step" value="leave">
            {t('guidedesk.proposal.leave')}
          </button>
          <a class="act" href={props.back}>
            {t('guidedesk.proposal.open')}
          </a>
        </div>
      </Form>
    </>
  )
}
