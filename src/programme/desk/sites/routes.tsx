import type { Context, Hono } from 'hono'
import { atWork, type Work } from '../../../place/person/at-work.ts'
import { notFoundAtWork } from '../../../place/person/pages.tsx'
import { typedIn } from '../../../platform/http/answers.ts'
import type { Env, House } from '../../../platform/http/house.ts'
import { type Typed, typedText } from '../../../ui/fields.tsx'
import type { TextKey } from '../../../ui/words.ts'
import type { Board } from '../../board/board.ts'
import { slugOf } from '../../offer/rules.ts'
import type { Bench } from '../changing/carry-out.ts'
import { mergeTyped } from '../changing/merge.ts'
import { deskPage } from '../page.ts'
import { MeanwhileNote } from '../parts.tsx'
import { deskPaths } from '../paths.ts'
import { readPlace } from '../read.ts'
import { takenSlugs } from '../taken-slugs.ts'
import { statusOf, takeStep, type Trouble } from '../three-steps.tsx'
import type { ChangeKind } from '../undo/rules.ts'
import { toldOf } from '../undo/told.tsx'
import { type Place, placeColumns, placeFields, readPlaceForm, typedPlace } from './form.ts'
import { holdPlace, placeKey, placeRow, printOf } from './queries.ts'
import { refusalsOfPlace } from './rules.ts'
import { PlaceForm, placeChoice, placeLabel, Places } from './views.tsx'

/** One form about a place: a new one (no id), or one that is there. `siteId` is where a new room comes. */
type Subject = { work: Work; board: Board; place: Place; id: string | undefined; siteId?: string; address: string; title: string; kind: ChangeKind }

const blank: Record<Place, Typed> = { stek: {}, site: { stepFree: 'unknown', toilet: 'unknown' }, room: {}, partner: { pictogram: 'users' } }

/** `/werk/plekken`: the stek, its sites and rooms, its partners. Only who leads the stek. */
export function mountPlaces(app: Hono<Env>, house: House): void {
  app.get('/werk/plekken', async (c) => {
    const work = await atWork(c, house, 'place.change')
    if (work instanceof Response) return work
    const title = work.t('desk.place.title')
    const children = (
      <>
        <h1>{title}</h1>
        <Places work={work} board={await readPlace(house, work)} />
      </>
    )
    return deskPage(c, work, { title, told: await toldOf(c, house, work), children })
  })

  const page = (c: Context<Env>, subject: Subject, typed: Typed, trouble: Trouble = {}) => {
    const { work, place, title, address } = subject
    const children = (
      <>
        <h1>{title}</h1>
        {trouble.meanwhile && <MeanwhileNote t={work.t} {...trouble.meanwhile} />}
        <PlaceForm
          t={work.t}
          token={work.frame.token}
          place={place}
          action={address}
          back={deskPaths.places(work.stek.slug)}
          typed={typed}
          refusals={trouble.refusals ?? {}}
        />
      </>
    )
    return deskPage(c, work, { title, children }, statusOf(trouble))
  }

  const doing =
    ({ work, place, id, siteId }: Subject, draft: Record<string, string>, print: string) =>
    async ({ tx, write }: Bench): Promise<void> => {
      const { stekId } = work.stek
      const columns = placeColumns(place, draft)
      if (id) {
        await holdPlace(tx, stekId, place, id, print)
        return write.set(place, placeKey(place, id), columns)
      }
      if (place === 'room') return write.add('room', { room_id: house.newId(), site_id: siteId, ...columns })
      if (place === 'stek') return
      const slug = slugOf(draft.name ?? '', await takenSlugs(tx, stekId, place), place === 'site' ? 'plek' : 'partner')
      return write.add(place, { ...placeKey(place, house.newId()), slug, ...columns })
    }

  async function show(c: Context<Env>, subject: Subject): Promise<Response> {
    const { work, place, id } = subject
    const { stekId } = work.stek
    if (!id) return page(c, subject, { ...blank[place], sleutel: house.newId() })
    const row = await house.database.reading(stekId, (tx) => placeRow(tx, stekId, place, id))
    return row ? page(c, subject, { ...typedPlace(place, row), sleutel: house.newId(), versie: printOf(row) }) : notFoundAtWork(c, house)
  }

  async function take(c: Context<Env>, subject: Subject): Promise<Response> {
    const { work, board, place, id, title, address, kind } = subject
    const { t, stek } = work
    // There is nothing for visitors to see before it is saved, so the one button saves.
    const typed: Typed = { ...(await typedIn(c)), step: 'save' }
    const draft = readPlaceForm(place, typed)
    const room = board.rooms.find(({ roomId }) => roomId === id)
    const beside = place === 'room' ? board.rooms.filter(({ siteId, roomId }) => siteId === (subject.siteId ?? room?.siteId) && roomId !== id) : []
    const words = { label: (field: string) => placeLabel(t, place, field), words: (field: string, [value = '']: readonly string[]) => choiceWords(field, value) }
    const choiceWords = (field: string, value: string) =>
      placeFields[place].find(({ name }) => name === field)?.kind === 'choice' && value ? placeChoice(t, field, value) : value
    return takeStep(c, house, work, {
      title,
      address,
      typed,
      names: [],
      refusals: refusalsOfPlace(place, draft, beside.map(({ name }) => name)),
      change: { kind, offerIds: [] },
      doing: doing(subject, draft, typedText(typed, 'versie')),
      page: (again, trouble) => page(c, subject, again, trouble),
      seen: () => null,
      goTo: (gedaan) => deskPaths.places(stek.slug, { gedaan }),
      merge(meanwhile) {
        const merged = mergeTyped(typed, undefined, typedPlace(place, meanwhile.now), placeFields[place].map(({ name }) => name), words)
        return { ...merged, typed: { ...merged.typed, versie: printOf(meanwhile.now) } }
      },
    })
  }

  function mountOne(path: string, place: Place, find: (c: Context<Env>, board: Board, work: Work) => { id?: string; siteId?: string; name?: string; address: string } | undefined) {
    const subjectOf = async (c: Context<Env>): Promise<Subject | Response> => {
      const work = await atWork(c, house, 'place.change')
      if (work instanceof Response) return work
      const board = await readPlace(house, work)
      const found = find(c, board, work)
      if (!found) return notFoundAtWork(c, house)
      const { id, siteId, address, name = '' } = found
      const way = id ? 'change' : 'add'
      const title = work.t(`desk.place.formTitle.${place}-${way}` as TextKey, { name })
      return { work, board, place, id, siteId, address, title, kind: `${place}-${way}` as ChangeKind }
    }
    app.get(path, async (c) => {
      const subject = await subjectOf(c)
      return subject instanceof Response ? subject : show(c, subject)
    })
    app.post(path, async (c) => {
      const subject = await subjectOf(c)
      return subject instanceof Response ? subject : take(c, subject)
    })
  }

  const siteIn = (c: Context<Env>, board: Board) => board.sites.find(({ siteId }) => siteId === c.req.param('site'))

  mountOne('/werk/plekken/stek', 'stek', (_c, board, { stek }) => ({ id: stek.stekId, name: board.stek.name, address: deskPaths.ofStek(stek.slug) }))
  mountOne('/werk/plekken/nieuw', 'site', (_c, _board, { stek }) => ({ address: deskPaths.newSite(stek.slug) }))
  mountOne('/werk/plekken/partner/nieuw', 'partner', (_c, _board, { stek }) => ({ address: deskPaths.newPartner(stek.slug) }))
  mountOne('/werk/plekken/partner/:partner{[0-9a-f-]{36}}', 'partner', (c, board, { stek }) => {
    const partner = board.partners.find(({ partnerId }) => partnerId === c.req.param('partner'))
    return partner && { id: partner.partnerId, name: partner.name, address: deskPaths.partner(stek.slug, partner.partnerId) }
  })
  mountOne('/werk/plekken/ruimte/:room{[0-9a-f-]{36}}', 'room', (c, board, { stek }) => {
    const room = board.rooms.find(({ roomId }) => roomId === c.req.param('room'))
    return room && { id: room.roomId, name: room.name, address: deskPaths.room(stek.slug, room.roomId) }
  })
  mountOne('/werk/plekken/:site{[0-9a-f-]{36}}/ruimte', 'room', (c, board, { stek }) => {
    const site = siteIn(c, board)
    return site && { siteId: site.siteId, name: site.name, address: deskPaths.newRoom(stek.slug, site.siteId) }
  })
  mountOne('/werk/plekken/:site{[0-9a-f-]{36}}', 'site', (c, board, { stek }) => {
    const site = siteIn(c, board)
    return site && { id: site.siteId, name: site.name, address: deskPaths.site(stek.slug, site.siteId) }
  })
}
