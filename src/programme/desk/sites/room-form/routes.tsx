import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../../place/person/at-work.ts'
import type { PlaceTables } from '../../../../place/tables.ts'
import { seeOther, typedIn } from '../../../../platform/http/answers.ts'
import type { Env, House } from '../../../../platform/http/house.ts'
import { type Typed, typedText } from '../../../../ui/fields.tsx'
import { refuseIf } from '../../../forms/refusal.ts'
import { changeIdOf } from '../../changing/key.ts'
import { deskPage } from '../../page.ts'
import { deskPaths } from '../../paths.ts'
import { statusOf, type Trouble } from '../../three-steps.tsx'
import { rowAtWork } from '../form/row-at-work.ts'
import { refusalsOfName, refusalsOfTwins } from '../form/rules.ts'
import { saveOver, saveSheet, stopFor } from '../form/save.ts'
import { carrySeen } from '../form/seen.ts'
import { sheetCss } from '../form/views.tsx'
import { holdRoom, isRoomUsed, otherRoomNames, roomRow, siteRow } from '../queries.ts'
import { roomForm, typedRoom } from './form.ts'
import { RoomForm, roomWords } from './views.tsx'

const LONGEST_NAME = 80

type RoomPage = { title: string; action: string; isNew: boolean }

/** `/werk/plekken/{site}/ruimte` and `/werk/plekken/ruimte/{room}`: adds a room, gives one another name, takes away one that nobody uses. */
export function mountRoomForm(app: Hono<Env>, house: House): void {
  const page = (c: Context<Env>, work: Work, form: RoomPage, typed: Typed, trouble: Trouble = {}) => {
    const { t, stek, frame } = work
    const common = { t, token: frame.token, action: form.action, back: deskPaths.places(stek.slug), typed, trouble }
    const children = (
      <>
        <h1>
          <bdi>{form.title}</bdi>
        </h1>
        <RoomForm {...common} isNew={form.isNew} />
      </>
    )
    return deskPage(c, work, { title: form.title, css: sheetCss, children }, statusOf(trouble))
  }

  const newForm = ({ t, stek }: Work, site: PlaceTables['site']): RoomPage => ({
    title: t('places.room.new', { site: site.name }),
    action: deskPaths.newRoom(stek.slug, site.site_id),
    isNew: true,
  })

  app.get('/werk/plekken/:site{[0-9a-f-]{36}}/ruimte', async (c) => {
    const found = await rowAtWork(c, house, 'site', siteRow)
    if (found instanceof Response) return found
    return page(c, found.work, newForm(found.work, found.row), { sleutel: house.newId() })
  })

  app.post('/werk/plekken/:site{[0-9a-f-]{36}}/ruimte', async (c) => {
    const found = await rowAtWork(c, house, 'site', siteRow)
    if (found instanceof Response) return found
    const { work, row: site } = found
    const { stekId } = work.stek
    const typed = await typedIn(c)
    const { name } = roomForm.parse(typed)
    const form = newForm(work, site)
    const sent = {
      kind: 'room-add' as const,
      address: form.action,
      typed,
      refusals: refusalsOfName(name, LONGEST_NAME),
      page: (again: Typed, trouble: Trouble) => page(c, work, form, again, trouble),
    }
    return saveSheet(c, house, work, sent, async (tx, write) => {
      stopFor(refusalsOfTwins(name, await otherRoomNames(tx, stekId, site.site_id)))
      await write.add('room', { room_id: house.newId(), site_id: site.site_id, name })
    })
  })

  const changeForm = ({ t, stek }: Work, room: PlaceTables['room']): RoomPage => ({
    title: t('places.room.change', { name: room.name }),
    action: deskPaths.room(stek.slug, room.room_id),
    isNew: false,
  })

  const fresh = (room: PlaceTables['room']): Typed => ({
    ...typedRoom(room),
    sleutel: house.newId(),
    gezien: carrySeen(typedRoom(room)),
  })

  app.get('/werk/plekken/ruimte/:room{[0-9a-f-]{36}}', async (c) => {
    const found = await rowAtWork(c, house, 'room', roomRow)
    return found instanceof Response ? found : page(c, found.work, changeForm(found.work, found.row), fresh(found.row))
  })

  app.post('/werk/plekken/ruimte/:room{[0-9a-f-]{36}}', async (c) => {
    const found = await rowAtWork(c, house, 'room', roomRow)
    const typed = await typedIn(c)
    const removes = typedText(typed, 'step') === 'remove'
    // Asked twice to take it away: it is away.
    if (found instanceof Response && found.status === 404 && removes) return againRemoved(c, typed)
    if (found instanceof Response) return found
    return removes ? remove(c, found.work, found.row, typed) : rename(c, found.work, found.row, typed)
  })

  function rename(c: Context<Env>, work: Work, room: PlaceTables['room'], typed: Typed): Promise<Response> {
    const { stekId } = work.stek
    const { name } = roomForm.parse(typed)
    const form = changeForm(work, room)
    return saveOver(c, house, work, {
      kind: 'room-change',
      table: 'room',
      key: { room_id: room.room_id },
      address: form.action,
      typed,
      fields: ['name'],
      words: roomWords(work.t),
      refusals: refusalsOfName(name, LONGEST_NAME),
      hold: (tx) => holdRoom(tx, stekId, room.room_id),
      typedOf: typedRoom,
      next: () => ({ name }),
      knownWrong: async (tx) => refusalsOfTwins(name, await otherRoomNames(tx, stekId, room.site_id, room.room_id)),
      page: (again, trouble) => page(c, work, form, again, trouble),
    })
  }

  async function againRemoved(c: Context<Env>, typed: Typed): Promise<Response> {
    const work = await atWork(c, house, 'place.change')
    if (work instanceof Response) return work
    const address = deskPaths.room(work.stek.slug, c.req.param('room') ?? '')
    return seeOther(c, deskPaths.places(work.stek.slug, { gedaan: changeIdOf(work.signedIn.personId, address, typed) }))
  }

  function remove(c: Context<Env>, work: Work, room: PlaceTables['room'], typed: Typed): Promise<Response> {
    const { stekId } = work.stek
    const form = changeForm(work, room)
    const sent = {
      kind: 'room-remove' as const,
      address: form.action,
      typed,
      refusals: [],
      page: (_: Typed, trouble: Trouble) => page(c, work, form, fresh(room), trouble),
    }
    return saveSheet(c, house, work, sent, async (tx, write) => {
      stopFor(refuseIf(await isRoomUsed(tx, stekId, room.room_id), { field: 'room', key: 'places.wrong.roomUsed' }))
      await write.remove('room', { room_id: room.room_id })
    })
  }
}
