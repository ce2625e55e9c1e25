import { typedHours } from '../../desk/hours/typed-hours.ts'
import { type Entity, sortedHours } from './entity.ts'
import { Collector, plainText } from './fields.ts'

/** What a column of a table can be for us, in the order of the form. */
export const targets = [
  ...['name', 'organisation', 'what', 'phone', 'email', 'website', 'hours', 'placeName', 'street', 'postcode', 'town'],
  ...['forWhom', 'conditions', 'free', 'cost', 'bring', 'howToReach', 'askFor', 'languages', 'alsoCalled', 'themes', 'source', 'id'],
] as const
/** One of the things a column can be. */
export type Target = (typeof targets)[number]
/** Which column of the table, by its number, fills what. */
export type Mapping = Partial<Record<Target, number>>

const GUESSES: Readonly<Record<Target, RegExp>> = {
  id: /^(?:id|uuid|nummer|nr|code|kenmerk|ref(?:erentie)?|dienst ?id|service ?id)$/,
  name: /^(?:naam|name|dienst(?:naam)?|service(?: ?name)?|titel|title|aanbod|activiteit|naam (?:van de )?dienst)$/,
  organisation:
    /^(?:organisatie(?:naam)?|organi[sz]ation(?: ?name)?|aanbieder|provider|instelling|vereniging|naam (?:van de )?organisatie)$/,
  what: /^(?:omschrijving|beschrijving|description|wat|korte (?:beschrijving|omschrijving)|info(?:rmatie)?|inhoud)$/,
  phone: /^(?:tel(?:efoon)?(?:nummer)?|phone(?: ?number)?|gsm|telephone|nummer telefoon)$/,
  email: /^(?:e ?mail(?:adres)?|mail(?:adres)?|email ?address)$/,
  website: /^(?:web(?:site|adres)?|url|link|site|homepage)$/,
  hours: /^(?:(?:openings)?uren|openingstijden|hours|opening ?hours|wanneer|permanentie)$/,
  placeName: /^(?:plaats|locatie(?:naam)?|location(?: ?name)?|gebouw|waar)$/,
  street: /^(?:straat(?: en (?:huis)?nummer)?|adres|address(?: ?1)?|street)$/,
  postcode: /^(?:postcode|post(?:al)? ?code|zip)$/,
  town: /^(?:gemeente|stad|woonplaats|town|city|deelgemeente)$/,
  forWhom: /^(?:doelgroep|voor wie|target ?group|eligibility|publiek)$/,
  conditions: /^(?:voorwaarden?|conditions?|toelatingsvoorwaarden)$/,
  free: /^(?:gratis|free|kosteloos)$/,
  cost: /^(?:kost(?:prijs|en)?|prijs|cost|price|fees?|tarief)$/,
  bring: /^(?:meebrengen|mee ?te ?brengen|bring|documenten|nodig)$/,
  howToReach: /^(?:contact|aanmelden|aanmelding|procedure|hoe (?:aanmelden|bereiken)|afspraak)$/,
  askFor: /^(?:contactpersoon|ask for|dienst ?balie|balie)$/,
  languages: /^(?:talen?|languages?)$/,
  alsoCalled: /^(?:trefwoorden|keywords?|synoniemen|ook bekend als|tags?)$/,
  themes: /^(?:thema ?s?|themes?|categorie(?:en)?|rubriek(?:en)?)$/,
  source: /^(?:bron|source)$/,
}

const bare = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[_\-./:'’()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Which column is probably what, by what the first row calls them; each column at most once. */
export function guessed(headers: readonly string[]): Mapping {
  const mapping: Mapping = {}
  for (const target of targets) {
    const at = headers.findIndex((header, column) => GUESSES[target].test(bare(header)) && !Object.values(mapping).includes(column))
    if (at >= 0) mapping[target] = at
  }
  return mapping
}

/** What tells a name from another in a list without ids: letters and digits only. */
export const keyOf = (...names: readonly string[]): string =>
  names
    .map((name) => bare(name).replace(/[^\p{L}\p{N}]+/gu, '-'))
    .join('|')
    .slice(0, 200)

const LANGUAGES: Readonly<Record<string, string>> = {
  ...{
    nederlands: 'nl',
    dutch: 'nl',
    frans: 'fr',
    french: 'fr',
    engels: 'en',
    english: 'en',
    arabisch: 'ar',
    arabic: 'ar',
    oekraiens: 'uk',
  },
  ...{
    ukrainian: 'uk',
    turks: 'tr',
    turkish: 'tr',
    spaans: 'es',
    roemeens: 'ro',
    pools: 'pl',
    duits: 'de',
    russisch: 'ru',
    pasjtoe: 'ps',
    farsi: 'fa',
  },
}

/** One row of a table as rows of ours: a service, its organisation and its place, as far as columns were chosen for them. */
export function fromColumns(cells: readonly string[], mapping: Mapping, columns: number): Entity[] {
  const into = new Collector()
  const cell = (target: Target): string | undefined => {
    const at = mapping[target]
    return at === undefined ? undefined : plainText(cells[at] ?? '')
  }
  if (cells.length > columns || (cells.length < columns && cells.length < Math.max(0, ...Object.values(mapping)) + 1))
    into.refused.push({ why: 'cells', values: { count: cells.length, wanted: columns } })
  into.name(cell('name'))
  into.text('what', cell('what'), 2000)
  into.phone(cell('phone'))
  into.email(cell('email'))
  into.link('website', cell('website'))
  into.text('for_whom', cell('forWhom'), 600)
  into.text('conditions', cell('conditions'), 1200)
  into.text('cost', cell('cost'), 400)
  into.text('bring', cell('bring'), 600)
  into.text('how_to_reach', cell('howToReach'), 600)
  into.text('also_called', cell('alsoCalled'), 600)
  into.text('source', cell('source'), 400)
  into.askFor(cell('askFor'))
  const free = cell('free')
  if (free)
    into.data.is_free = /^(?:ja|yes|j|y|x|1|true|waar|gratis|oui)$/i.test(free)
      ? true
      : /^(?:nee|neen|no|n|0|false|onwaar|non)$/i.test(free)
        ? false
        : null
  const languages = cell('languages')
  if (languages !== undefined) {
    const codes = languages
      .split(/[,;/+&]|\ben\b/)
      .map((word) => LANGUAGES[bare(word)] ?? (/^[a-z]{2}$/i.test(word.trim()) ? word.trim().toLowerCase() : ''))
    into.data.languages = [...new Set(codes.filter(Boolean))]
  }
  const hours = cell('hours')
  const organisation = cell('organisation')
  const place = { name: cell('placeName'), street: cell('street'), postcode: cell('postcode'), town: cell('town') }
  const more: Entity[] = []
  if (organisation) {
    const owner = new Collector()
    owner.name(organisation)
    into.data.organisation = keyOf(organisation)
    more.push(owner.entity('organisation', keyOf(organisation)))
  }
  const said = [place.name, place.street, place.town].filter((text): text is string => Boolean(text))
  if (said.length > 0) {
    const where = new Collector()
    where.name(place.name || place.street || place.town)
    where.text('street', place.street, 200)
    where.text('town', place.town, 120)
    if (place.postcode !== undefined) where.data.postcode = place.postcode === '' || place.postcode.length > 12 ? null : place.postcode
    const key = keyOf(...said)
    into.data.places = [key]
    more.push(where.entity('location', key))
  }
  if (hours !== undefined) {
    const read = typedHours(hours.replace(/\s*[|]\s*/g, '\n').replace(/;\s*(?=\p{L})/gu, '\n'))
    if (!('hours' in read))
      into.refused.push({ why: 'hours', values: { column: 'hours', value: read.wrongLine.slice(0, 60), kind: read.why } })
    else
      into.data.hours = sortedHours(
        read.hours.map(({ weekday, opens, closes, byAppointment, fromDate, untilDate, note }) => ({
          ...{ weekday, opens, closes, by_appointment: byAppointment, from_date: fromDate, until_date: untilDate, note, place: null },
        })),
      )
  }
  const id = cell('id')
  return [...more, into.entity('service', id || keyOf(cell('name') ?? '', organisation ?? ''))]
}
