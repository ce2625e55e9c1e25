import type { Partner } from '../../../../place/partner/partner.ts'
import type { Site } from '../../../../place/site/site.ts'

/** What a site should tell visitors, as the model wants it: where it is, how to get in, how to get there. @source MEET-1 */
export type SiteGap = 'address' | 'directions' | 'stepFree' | 'toilet' | 'bus' | 'bike' | 'parking'

/** What visitors cannot read yet about a site; an empty list when its information is complete. @source MEET-1 */
export function gapsOfSite(site: Omit<Site, 'translations'>): readonly SiteGap[] {
  const known: Record<SiteGap, boolean> = {
    address: site.street !== '' && site.postcode !== null && site.town !== '',
    directions: site.directions !== '',
    stepFree: site.stepFree !== 'unknown',
    toilet: site.toilet !== 'unknown',
    bus: site.bus !== '',
    bike: site.bike !== '',
    parking: site.parking !== '',
  }
  return (Object.keys(known) as SiteGap[]).filter((gap) => !known[gap])
}

/** What visitors want to know about a partner. */
export type PartnerGap = 'what' | 'reach'

/** What visitors cannot read yet about a partner: what it does here, and any way to reach it. @source ACCESSIBLE-3 */
export function gapsOfPartner(partner: Omit<Partner, 'translations'>): readonly PartnerGap[] {
  const reach = [partner.howToReach, partner.website, partner.phone, partner.email].some((way) => way !== null && way !== '')
  return [...(partner.what === '' ? (['what'] as const) : []), ...(reach ? [] : (['reach'] as const))]
}
