import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import type { Work } from '../../place/person/at-work.ts'
import { notAllowed } from '../../place/person/pages.tsx'
import { seeOther } from '../../platform/http/answers.ts'
import type { Env, House } from '../../platform/http/house.ts'
import { type Refusals, type Typed, typedText } from '../../ui/fields.tsx'
import type { Board } from '../board/board.ts'
import type { Refusal } from '../forms/refusal.ts'
import { roomAskedAs, sentencesOf } from '../forms/sentences.ts'
import { type Bench, type Change, carryOut, rehearse } from './changing/carry-out.ts'
import { changeIdOf } from './changing/key.ts'
import type { Meanwhile } from './changing/meanwhile.ts'
import { deskPage } from './page.ts'
import { type Difference, Preview } from './parts.tsx'
import { stepOf } from './step.ts'
import { TellChoice, type Tells } from './tells.tsx'

/** Why a form is shown again: what has to be different, or what somebody else changed meanwhile. */
export type Trouble = { refusals?: Refusals; meanwhile?: { by: readonly string[]; differences: readonly Difference[] } }

/** 422 for a form that is shown again because of something, else 200. */
export const statusOf = ({ refusals = {}, meanwhile }: Trouble): 200 | 422 => (meanwhile || Object.keys(refusals).length > 0 ? 422 : 200)

/** A form brought up to date, and what was different. */
export type Merged = { typed: Typed; differences: readonly Difference[] }

/** A form that was sent, and everything that can be done with it. */
export type Sent = {
  title: string
  /** Where the form posts to, also the second time. */
  address: string
  typed: Typed
  /** The fields that go along from looking to saving. */
  names: readonly string[]
  /** What the rules say; asked only when the form is not on its way back to typing. */
  refusals: readonly Refusal[]
  change: Pick<Change, 'kind' | 'offerId' | 'offerIds' | 'frees' | 'lookUntil'>
  doing(bench: Bench): Promise<void>
  /** The form again, with what was typed. */
  page(typed: Typed, trouble?: Trouble): Response | Promise<Response>
  /** What visitors will see, of the board as it will be. */
  seen(board: Board): ComponentChildren
  notes?: ComponentChildren
  /** Where not saving leads, for what has no form to go back to. */
  backTo?: string
  /** Where to go when it is done. */
  goTo(changeId: string): string
  /** Who signed up and has to hear of this, and what tells them once it is saved. */
  tells?: Tells
  /** The field at which this form asks for the room, when it is called otherwise. */
  roomField?: string
  /** What was typed put on top of what somebody else saved; for forms that are made from a row. */
  merge?(meanwhile: Meanwhile): Merged | Promise<Merged>
}

/** Takes a form one step further: shown again with what to change, looked at, or saved. The same form sent twice is saved once. */
export async function takeStep(c: Context<Env>, house: House, work: Work, sent: Sent): Promise<Response> {
  const { t, stek } = work
  const { typed, address } = sent
  const step = stepOf(typed)
  if (step === 'back') return sent.page(typed)
  if (sent.refusals.length > 0) return sent.page(typed, { refusals: sentencesOf(t, sent.refusals) })
  const changeId = changeIdOf(work.signedIn.personId, address, typed)
  const change = { stekId: stek.stekId, actor: work.actor, changeId, ...sent.change }
  const outcome = step === 'save' ? await carryOut(house, change, sent.doing) : await rehearse(house, change, sent.doing)
  if (outcome.state === 'done') {
    if (typedText(typed, 'verwittig') === 'ja') await sent.tells?.tell()
    return seeOther(c, sent.goTo(changeId))
  }
  if (outcome.state === 'refused')
    return sent.page(typed, { refusals: sentencesOf(t, roomAskedAs(sent.roomField ?? 'room', outcome.refusals)) })
  if (outcome.state === 'meanwhile' && sent.merge) {
    const { meanwhile } = outcome
    const merged = await sent.merge(meanwhile)
    const again = { ...merged.typed, sleutel: house.newId(), revisie: String(meanwhile.now.revision) }
    return sent.page(again, { meanwhile: { by: meanwhile.by, differences: merged.differences } })
  }
  if (outcome.state !== 'looked') return notAllowed(c, house, stek.name)
  return deskPage(c, work, {
    title: sent.title,
    children: (
      <>
        <h1>
          <bdi>{sent.title}</bdi>
        </h1>
        <Preview
          t={t}
          token={work.frame.token}
          action={address}
          typed={typed}
          names={sent.names}
          notes={sent.notes}
          backTo={sent.backTo}
          along={sent.tells && <TellChoice t={t} reach={sent.tells.reach} />}
        >
          {sent.seen(outcome.board)}
        </Preview>
      </>
    ),
  })
}
