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

/** A theme of a service as an attribute of HSDS. */
export function themeAttribute(serviceId: string, theme: string): Attribute[] {
  const term = themeTerms[theme]
  if (!term) return []
  const id = idOfPart('ipdc-theme', term.code)
  const taxonomyTerm = {
    id,
    code: term.code,
    name: term.name,
    description: term.name,
    taxonomy: LIST,
    term_uri: `${LIST}/${term.code}`,
    language: 'nl',
  }
  return [
    {
      id: idOfPart(serviceId, 'theme', term.code),
      link_id: serviceId,
      link_entity: 'service',
      taxonomy_term_id: id,
      taxonomy_term: taxonomyTerm,
    },
  ]
}
