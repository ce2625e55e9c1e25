import { Check, type Option, type Refusals, Select, TextField, type Typed } from '../../../ui/fields.tsx'
import type { T } from '../../../ui/words.ts'
import type { Board } from '../../board/board.ts'
import { rhythms } from '../../slot/rules.ts'

/** The rhythms to choose from; `known` is one that a slot has already and that the list does not offer. */
export function rhythmOptions(t: T, known?: string): readonly Option[] {
  const weeks = Number(known?.replace('weeks-', ''))
  const extra =
    known && !(rhythms as readonly string[]).includes(known)
      ? [{ value: known, words: t('desk.slot.rhythm.everyWeeks', { count: weeks }) }]
      : []
  return [
    ...rhythms.map((value) => {
      const count = /^weeks-(\d)$/.exec(value)?.[1]
      return {
        value,
        words: count
          ? t('desk.slot.rhythm.everyWeeks', { count: Number(count) })
          : t(`desk.slot.rhythm.${value as 'once' | 'monthly' | 'monthly-last'}`),
      }
    }),
    ...extra,
  ]
}

/** The rooms to choose from, of one site or of all; with several sites each says where it is. */
export function roomOptions(board: Board, siteId?: string): readonly Option[] {
  const name = (id: string) => board.sites.find((site) => site.siteId === id)?.name ?? ''
  return board.rooms
    .filter((room) => !siteId || room.siteId === siteId)
    .map((room) => ({ value: room.roomId, words: !siteId && board.sites.length > 1 ? `${name(room.siteId)}: ${room.name}` : room.name }))
}

type Fields = { t: T; typed: Typed; refusals: Refusals; rooms: readonly Option[]; rhythm?: string; begins?: 'first' | 'from' }

/** The fields of a slot: how often, from when, at what time, in which room. The weekday follows from the first day. */
export function SlotFields({ t, typed, refusals, rooms, rhythm, begins = 'first' }: Fields) {
  const common = { typed, refusals, t }
  return (
    <>
      <Select {...common} name="howOften" label={t('desk.slot.label.howOften')} options={rhythmOptions(t, rhythm)} />
      <div class="row">
        <TextField
          {...common}
          name="first"
          label={t(begins === 'from' ? 'desk.slot.label.from' : 'desk.slot.label.first')}
          hint={t('desk.slot.hint.first')}
          short
        />
        <TextField {...common} name="start" label={t('desk.slot.label.start')} hint={t('desk.slot.hint.time')} short />
        <TextField {...common} name="end" label={t('desk.slot.label.end')} hint={t('desk.slot.hint.end')} short />
      </div>
      <TextField {...common} name="until" label={t('desk.slot.label.until')} hint={t('desk.slot.hint.until')} short optional />
      {rooms.length > 0 && (
        <Select {...common} name="room" label={t('desk.slot.label.room')} options={rooms} empty={t('desk.slot.noRoom')} optional />
      )}
      <div>
        {rooms.length > 0 && <Check name="alone" label={t('desk.slot.label.alone')} hint={t('desk.slot.hint.alone')} typed={typed} />}
        <Check name="pausesSchool" label={t('desk.slot.label.pausesSchool')} typed={typed} />
        <Check name="pausesPublic" label={t('desk.slot.label.pausesPublic')} typed={typed} />
      </div>
    </>
  )
}
