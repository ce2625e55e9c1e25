import type { Work } from '../../../place/person/at-work.ts'
import { Choices, ErrorSummary, Form, type Refusals, TextArea, TextField, type Typed, typedText } from '../../../ui/fields.tsx'
import { Icon, offerPictograms } from '../../../ui/icons.tsx'
import type { T, TextKey } from '../../../ui/words.ts'
import type { Board } from '../../board/board.ts'
import { SaveButtons } from '../parts.tsx'
import { deskPaths } from '../paths.ts'
import { type Place, type PlaceField, placeFields } from './form.ts'

/** How a field of a place is called. */
export const placeLabel = (t: T, place: Place, name: string): string => t(`desk.place.label.${place}.${name}` as TextKey)

/** What a choice about a place is called. */
export const placeChoice = (t: T, name: string, value: string): string => t(`desk.place.${name}.${value}` as TextKey)

type Props = { t: T; token: string; place: Place; action: string; back: string; typed: Typed; refusals: Refusals }

/** The form of a stek, a site, a room or a partner. */
export function PlaceForm({ t, token, place, action, back, typed, refusals }: Props) {
  return (
    <>
      <ErrorSummary refusals={refusals} t={t} />
      <Form token={token} action={action}>
        <input type="hidden" name="sleutel" value={typedText(typed, 'sleutel')} />
        <input type="hidden" name="versie" value={typedText(typed, 'versie')} />
        {placeFields[place].map((field) => (
          <Field t={t} place={place} field={field} typed={typed} refusals={refusals} />
        ))}
        <SaveButtons t={t} back={back} />
      </Form>
    </>
  )
}

function Field({ t, place, field, typed, refusals }: Pick<Props, 't' | 'place' | 'typed' | 'refusals'> & { field: PlaceField }) {
  const { name, kind, required, options = [] } = field
  const common = { t, typed, refusals, name, label: placeLabel(t, place, name) }
  const hints: Partial<Record<string, TextKey>> = { priceLimit: 'desk.place.hint.priceLimit', directions: 'desk.place.hint.directions', what: 'desk.place.hint.what' }
  const hint = hints[name] && t(hints[name])
  if (kind === 'choice') return <Choices {...common} options={options.map((value) => ({ value, words: placeChoice(t, name, value) }))} />
  if (kind === 'pictogram')
    return <Choices {...common} options={offerPictograms.map((value) => ({ value, words: t(`desk.pictogram.${value}`), icon: value }))} />
  if (kind === 'lines') return <TextArea {...common} hint={hint} optional />
  return <TextField {...common} hint={hint} optional={!required && kind !== 'money'} short={kind === 'money' || kind === 'postcode'} inputMode={kind === 'email' ? 'email' : undefined} />
}

/** The places of a stek: itself, its sites with their rooms, its partners; each with the way to change it. */
export function Places({ work, board }: { work: Work; board: Board }) {
  const { t, stek } = work
  const change = (href: string, name: string) => (
    <a class="act" href={href}>
      <Icon name="pencil" />
      {t('desk.place.change')}
      <span class="unseen">: {name}</span>
    </a>
  )
  return (
    <>
      <section class="part">
        <h2>{board.stek.name}</h2>
        <p>{board.stek.welcome || t('desk.place.noWelcome')}</p>
        <p class="acts">
          {change(deskPaths.ofStek(stek.slug), board.stek.name)}
          <a class="act" href={deskPaths.closures(stek.slug)}>
            <Icon name="door" />
            {t('desk.closure.link')}
          </a>
        </p>
      </section>
      <section class="part">
        <h2>{t('desk.place.sites')}</h2>
        <ul class="todo">
          {board.sites.map((site) => (
            <li>
              <b>{site.name}</b>
              <span class="soft">{[site.street, site.town].filter(Boolean).join(', ')}</span>
              {(site.stepFree === 'unknown' || site.toilet === 'unknown' || site.directions === '' || site.bus === '') && (
                <span class="note">
                  <Icon name="bulb" />
                  {t('desk.place.incomplete')}
                </span>
              )}
              <span class="acts">
                {change(deskPaths.site(stek.slug, site.siteId), site.name)}
                {board.rooms
                  .filter(({ siteId }) => siteId === site.siteId)
                  .map((room) => (
                    <a class="act" href={deskPaths.room(stek.slug, room.roomId)}>
                      <Icon name="door" />
                      {room.name}
                    </a>
                  ))}
                <a class="act" href={deskPaths.newRoom(stek.slug, site.siteId)}>
                  <Icon name="plus" />
                  {t('desk.place.addRoom')}
                  <span class="unseen">: {site.name}</span>
                </a>
              </span>
            </li>
          ))}
        </ul>
        <p>
          <a class="act" href={deskPaths.newSite(stek.slug)}>
            <Icon name="plus" />
            {t('desk.place.addSite')}
          </a>
        </p>
      </section>
      <section class="part">
        <h2>{t('desk.place.partners')}</h2>
        <ul class="todo">
          {board.partners.map((partner) => (
            <li>
              <span class="note">
                <Icon name={partner.pictogram} />
                <b>{partner.name}</b>
              </span>
              <span class="acts">{change(deskPaths.partner(stek.slug, partner.partnerId), partner.name)}</span>
            </li>
          ))}
        </ul>
        <p>
          <a class="act" href={deskPaths.newPartner(stek.slug)}>
            <Icon name="plus" />
            {t('desk.place.addPartner')}
          </a>
        </p>
      </section>
    </>
  )
}
