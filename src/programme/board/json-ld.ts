import { paths as placePaths } from '../../place/paths.ts'
import { inLanguage } from '../../ui/page.tsx'
import { paths } from '../paths.ts'
import type { BoardInWords } from './board.ts'
import type { ShownMoment } from './shown.ts'

type Site = BoardInWords['sites'][number]

const placeOf = (site: Site) => ({
  '@type': 'Place',
  name: site.name,
  address: {
    '@type': 'PostalAddress',
    ...(site.street ? { streetAddress: site.street } : {}),
    ...(site.postcode ? { postalCode: site.postcode } : {}),
    ...(site.town ? { addressLocality: site.town } : {}),
    addressCountry: 'BE',
  },
})

/** The partnership as schema.org Organization, with its sites. */
export const organizationOf = (board: BoardInWords, baseUrl: string) => ({
  '@type': 'Organization',
  '@id': `${baseUrl}${placePaths.stek(board.stek.slug)}#stek`,
  name: board.stek.name,
  url: `${baseUrl}${inLanguage(board.language, placePaths.stek(board.stek.slug))}`,
  ...(board.stek.phone ? { telephone: board.stek.phone } : {}),
  location: board.sites.map(placeOf),
})

/** A moment as schema.org Event: when, where, by whom, free or not, cancelled or not. Nothing about who comes. */
export const eventOf = (board: BoardInWords, { moment, offer, site }: ShownMoment, baseUrl: string) => ({
  '@type': 'Event',
  name: offer.title,
  startDate: moment.startsAt.toString(),
  endDate: moment.endsAt.toString(),
  eventStatus: `https://schema.org/${moment.cancellation ? 'EventCancelled' : moment.changes.includes('date') ? 'EventRescheduled' : 'EventScheduled'}`,
  ...(moment.changes.includes('date') ? { previousStartDate: moment.plannedDate } : {}),
  isAccessibleForFree: offer.priceInCents === 0,
  url: `${baseUrl}${inLanguage(board.language, paths.activity(board.stek.slug, offer.slug))}`,
  location: placeOf(site),
  organizer: { '@type': 'Organization', name: board.partner(offer.partnerId).name },
})

/** One graph for a page. */
export const graphOf = (...nodes: object[]): object => ({ '@context': 'https://schema.org', '@graph': nodes })
