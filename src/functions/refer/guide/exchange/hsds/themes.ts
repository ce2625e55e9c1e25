import type { Attribute } from './form.ts'
import { idOfPart } from './identity.ts'

/** The themes of IPDC: our code, the code of its list, and its Dutch name. @source IPDC code list Thema */
export const themeTerms: Readonly<Record<string, { code: string; name: string }>> = {
  'citizen-government': { code: 'BurgerOverheid', name: 'Burger en overheid' },
  'culture-sport-leisure': { code: 'CultuurSportVrijeTijd', name: 'Cultuur, sport en vrije tijd' },
  'economy-work': { code: 'EconomieWerk', name: 'Economie en werk' },
  'environment-energy': { code: 'MilieuEnergie', name: 'Milieu en energie' },
  mobility: { code: 'MobiliteitOpenbareWerken', name: 'Mobiliteit en openbare werken' },
  education: { code: 'OnderwijsWetenschap', name: 'Onderwijs en wetenschap' },
  'welfare-health': { code: 'WelzijnGezondheid', name: 'Welzijn en gezondheid' },
  'building-housing': { code: 'BouwenWonen', name: 'Bouwen en wonen' },
}

const LIST = 'https://productencatalogus.data.vlaanderen.be/id/concept/Thema'

/** A word of the list of themes, for other programs. */
const termOf = ({ code, name }: { code: string; name: string }) => ({
  ...{ id: idOfPart('ipdc-theme', code), code, name, description: name, taxonomy: LIST, term_uri: `${LIST}/${code}`, language: 'nl' },
})

/** The list of themes itself, for other programs, and its themes by our codes. */
export const TAXONOMY = { id: idOfPart('ipdc-themes'), themes: Object.keys(themeTerms) } as const

/** The lists of words by which services are filed; we have one. */
export const taxonomies = [
  {
    ...{ id: TAXONOMY.id, name: 'IPDC Thema', uri: LIST },
    description: 'The eight themes of the Flemish catalogue of products and services (IPDC).',
  },
]

/** The words of these lists. */
export const taxonomyTerms = Object.values(themeTerms).map((term) => ({ ...termOf(term), taxonomy_id: TAXONOMY.id }))

const byTerm = new Map(Object.entries(themeTerms).map(([theme, { code }]) => [idOfPart('ipdc-theme', code), theme]))
/** Our code of the theme with this id, as a list; an empty one when it is none of ours. */
export const themeOfTerm = (termId: string): readonly string[] => [byTerm.get(termId.toLowerCase()) ?? []].flat()

/** A theme of a service as an attribute of HSDS. */
export function themeAttribute(serviceId: string, theme: string): Attribute[] {
  const term = themeTerms[theme]
  if (!term) return []
  const taxonomyTerm = termOf(term)
  return [
    {
      id: idOfPart(serviceId, 'theme', term.code),
      link_id: serviceId,
      link_entity: 'service',
      taxonomy_term_id: taxonomyTerm.id,
      taxonomy_term: taxonomyTerm,
    },
  ]
}
