import { paths as placePaths } from '../../../place/paths.ts'
import { inLanguage } from '../../../ui/page.tsx'
import type { BoardInWords } from '../../board/board.ts'
import type { Moment } from '../../moments/moment.ts'
import { paths } from '../../paths.ts'
import type { ProgrammeJson } from './form.ts'

/** The programme of some days as JSON; see the form for what each field means. */
export function programmeAsJson(input: {
  board: BoardInWords
  moments: readonly Moment[]
  from: string
  until: string
  zone: string
  changedAt: Temporal.Instant
  baseUrl: string
}): ProgrammeJson {
  const { board, moments, from, until, zone, changedAt, baseUrl } = input
  const { stek, language } = board
  const url = (path: string) => `${baseUrl}${inLanguage(language, path)}`
  return {
    format: 1,
    language,
    timeZone: zone,
    changedAt: changedAt.toString({ smallestUnit: 'second' }),
    from,
    until,
    stek: {
      slug: stek.slug,
      name: stek.name,
      municipality: stek.municipality,
      network: stek.networkName,
      welcome: stek.welcome,
      phone: stek.phone,
      url: url(placePaths.stek(stek.slug)),
    },
    sites: board.sites.map(({ slug, name, street, postcode, town, directions, bus, bike, parking, stepFree, toilet }) => ({
      ...{ slug, name, street, postcode, town },
      ...{ directions, bus, bike, parking, stepFree, toilet },
    })),
    partners: board.partners.map(({ slug, name, what, website }) => ({
      slug,
      name,
      what,
      website,
      url: url(placePaths.partner(stek.slug, slug)),
    })),
    offers: board.offers.map((offer) => ({
      slug: offer.slug,
      title: offer.title,
      summary: offer.summary,
      writtenIn: offer.written,
      functions: offer.functions,
      themes: offer.themes,
      audience: offer.audience,
      priceInCents: offer.priceInCents,
      pays: offer.pays,
      takingPart: offer.takingPart,
      spokenLanguages: offer.spokenLanguages,
      professionalsOnly: offer.professionalsOnly,
      confidential: offer.confidential,
      partner: board.partner(offer.partnerId).slug,
      site: board.site(offer.siteId).slug,
      url: url(paths.activity(stek.slug, offer.slug)),
    })),
    moments: moments.map((moment) => momentAsJson(board, moment, zone)),
  }
}

const momentAsJson = (board: BoardInWords, moment: Moment, zone: string): ProgrammeJson['moments'][number] => ({
  id: `${moment.slotId}-${moment.plannedDate}`,
  offer: board.offer(moment.offerId).slug,
  site: board.site(moment.siteId).slug,
  plannedDate: moment.plannedDate,
  date: moment.date,
  startTime: moment.startTime,
  endTime: moment.endTime,
  startsAt: moment.startsAt.toString({ timeZone: zone }),
  endsAt: moment.endsAt.toString({ timeZone: zone }),
  status: moment.cancellation ? 'cancelled' : moment.changes.length > 0 ? 'rescheduled' : 'scheduled',
  cancelledBecause: moment.cancellation?.because ?? null,
  changes: [...moment.changes],
})
