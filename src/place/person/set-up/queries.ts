import { sql } from 'kysely'
import type { NewId } from '../../../platform/clock/identifiers.ts'
import type { Tx } from '../../../platform/database/door.ts'
import { hashOf } from '../../../platform/sessions/tokens.ts'
import type { PlaceTables } from '../../tables.ts'
import { useLink } from '../links.ts'
import { people } from '../queries.ts'
import type { SetUp } from './form.ts'
import { hasStek } from './link.ts'
import { slugFrom } from './rules.ts'

type Insertable = {
  network: Pick<PlaceTables['network'], 'network_id' | 'slug' | 'name'>
  stek: Pick<PlaceTables['stek'], 'stek_id' | 'network_id' | 'slug' | 'name' | 'municipality'>
  site: Pick<PlaceTables['site'], 'stek_id' | 'site_id' | 'slug' | 'name' | 'street' | 'postcode' | 'town'>
  room: PlaceTables['room']
  partner: Pick<PlaceTables['partner'], 'stek_id' | 'partner_id' | 'slug' | 'name'>
}

/**
 * Makes the first network, stek, site with one room, partner and person out of the form, all or nothing, at the door.
 * Gives the person's id, or undefined when the link is used or over, or there is a stek already.
 */
export async function setUpHouse(
  tx: Tx,
  token: string,
  form: SetUp,
  roomName: string,
  newId: NewId,
  now: Temporal.Instant,
): Promise<string | undefined> {
  if ((await hasStek(tx)) || !(await useLink(tx, token, 'set-up', now))) return undefined
  const [networkId, stekId, siteId, partnerId, personId] = [newId(), newId(), newId(), newId(), newId()]
  const place = tx.withTables<Insertable>()
  await place
    .insertInto('network')
    .values({ network_id: networkId, slug: slugFrom(form.networkName, 'netwerk'), name: form.networkName })
    .execute()
  await place
    .insertInto('stek')
    .values({ stek_id: stekId, network_id: networkId, slug: form.slug, name: form.stekName, municipality: form.municipality })
    .execute()
  await place
    .insertInto('site')
    .values({
      stek_id: stekId,
      site_id: siteId,
      slug: slugFrom(form.siteName, 'plek'),
      name: form.siteName,
      street: form.street,
      postcode: form.postcode,
      town: form.town,
    })
    .execute()
  await place.insertInto('room').values({ stek_id: stekId, room_id: newId(), site_id: siteId, name: roomName }).execute()
  await place
    .insertInto('partner')
    .values({ stek_id: stekId, partner_id: partnerId, slug: slugFrom(form.partnerName, 'partner'), name: form.partnerName })
    .execute()
  await people(tx)
    .insertInto('person')
    .values({ person_id: personId, name: form.name, email: form.email, created_at: now.toString() })
    .execute()
  for (const kind of ['community-worker', 'coordinator'] as const) {
    await people(tx)
      .insertInto('role')
      .values({ stek_id: stekId, person_id: personId, kind, partner_id: null, given_by: personId, given_at: now.toString() })
      .execute()
  }
  return personId
}

const AGAIN_IN_MINUTES = 10

/**
 * Who set the house up with this link a moment ago, and the address of the stek: for a button that was pressed twice,
 * because the browser only hears the second answer. Undefined after 10 minutes.
 */
export async function justSetUp(tx: Tx, token: string, now: Temporal.Instant): Promise<{ personId: string; slug: string } | undefined> {
  const { rows } = await sql<{ personId: string; slug: string }>`
    select r.person_id as "personId", s.slug
    from sign_in_link l join role r on r.given_by = r.person_id and r.given_at = l.used_at join stek s using (stek_id)
    where l.token_hash = ${hashOf(token)} and l.purpose = 'set-up' and l.used_at > ${now.subtract({ minutes: AGAIN_IN_MINUTES }).toString()}
    limit 1`.execute(tx)
  return rows[0]
}
