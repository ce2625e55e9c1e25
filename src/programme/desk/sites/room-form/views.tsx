import { TextField, typedText } from '../../../../ui/fields.tsx'
import { Icon } from '../../../../ui/icons.tsx'
import type { T } from '../../../../ui/words.ts'
import { Sheet, type SheetProps, wordsOf } from '../form/views.tsx'

/** How the form of a room calls its field. */
export const roomWords = (t: T) => wordsOf(t, { name: 'places.room.label.name' })

/** The form of a room; below it, for a room that is there, the way to take it away. */
export function RoomForm(props: SheetProps & { isNew: boolean }) {
  const { t, typed, trouble, token, action, isNew } = props
  return (
    <>
      <Sheet {...props}>
        <TextField
          name="name"
          label={t('places.room.label.name')}
          hint={t('places.room.hint.name')}
          typed={typed}
          refusals={trouble.refusals}
          t={t}
        />
      </Sheet>
      {!isNew && (
        <form method="post" action={action} class="group">
          <input type="hidden" name="_token" value={token} />
          <input type="hidden" name="sleutel" value={typedText(typed, 'sleutel')} />
          <p class="hint">{t('places.room.removeHint')}</p>
          <button type="submit" class="act" name="step" value="remove" id="f-room">
            <Icon name="trash" />
            {t('places.room.remove')}
          </button>
        </form>
      )}
    </>
  )
}
