import { themeTerms } from '../hsds/themes.ts'
import type { Entity } from './entity.ts'
import { Collector, plainText } from './fields.ts'

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const many = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value])

/** What a key or address ends on: `http://purl.org/dc/terms/title` and `dct:title` are both `title`. */
const lastPart = (text: string): string => text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#'), text.lastIndexOf(':')) + 1)

/** The values of an object under any of these names, however the names are written. No context is ever fetched. */
const valuesOf = (object: Json, ...names: readonly string[]): unknown[] =>
  Object.entries(object).flatMap(([key, value]) => (names.includes(lastPart(key)) ? many(value) : []))

/** Dutch as it speaks to somebody ("je") before Dutch as it is written about somebody. */
const DUTCH = ['nl-be-x-informal', 'nl-be-x-generated-informal', 'nl', 'nl-be-x-formal', 'nl-be-x-generated-formal', 'nl-be']

/** A text in each language it is in, from a language map or a list of values with a language. */
function wordsIn(values: readonly unknown[]): Map<string, string> {
  const words = new Map<string, string>()
  const add = (language: string, text: unknown) => {
    const plain = plainText(Array.isArray(text) ? text[0] : text)
    if (plain !== '' && !words.has(language)) words.set(language, plain)
  }
  for (const value of values) {
    if (typeof value === 'string') add('nl', value)
    else if (isObject(value) && '@value' in value) add((plainText(value['@language']) || 'nl').toLowerCase(), value['@value'])
    else if (isObject(value))
      for (const [language, text] of Object.entries(value)) if (/^[a-z]{2}(-[\w-]+)?$/i.test(language)) add(language.toLowerCase(), text)
  }
  return words
}

const dutchOf = (words: ReadonlyMap<string, string>): string => DUTCH.map((language) => words.get(language)).find(Boolean) ?? ''

const address = (value: unknown): string => (typeof value === 'string' ? value : isObject(value) ? plainText(value['@id'] ?? value.id) : '')

const THEMES = new Map(Object.entries(themeTerms).map(([ours, { code }]) => [code, ours]))
const LEVELS: Readonly<Record<string, string>> = {
  Europees: 'european',
  Federaal: 'federal',
  Vlaams: 'flemish',
  Provinciaal: 'provincial',
  Lokaal: 'local',
}

/** What a requirement, a cost or a procedure says: its title and its description. */
const saidBy = (values: readonly unknown[]): string =>
  values
    .map((value) =>
      isObject(value)
        ? [dutchOf(wordsIn(valuesOf(value, 'title', 'name'))), dutchOf(wordsIn(valuesOf(value, 'description')))].filter(Boolean).join(': ')
        : '',
    )
    .filter(Boolean)
    .join('\n')

/** Whether an object of JSON-LD is a public service of IPDC, as a concept or as one of a municipality. */
export const isIpdcService = (object: Json): boolean =>
  many(object['@type'] ?? object.type).some((type) =>
    /(?:Public|Publieke)?(?:Service|Dienst(?:verlening)?)(?:Concept|Instance)?$|^Concept$/i.test(lastPart(String(type))),
  ) && valuesOf(object, 'title').length > 0

/** The services in a document of IPDC: the document itself, what stands in its `@graph`, or in the `member` of a page of a stream. */
export const ipdcObjects = (document: Json): Json[] =>
  [document, ...many(document['@graph']), ...valuesOf(document, 'member')].filter(isObject).filter(isIpdcService)

/** A public service of IPDC as a service of ours, linked to by its address there. @source IPDC implementation model 3 */
export function fromIpdc(object: Json): Entity {
  const into = new Collector()
  const title = wordsIn(valuesOf(object, 'title'))
  const description = wordsIn(valuesOf(object, 'description'))
  into.name(dutchOf(title))
  into.text('what', dutchOf(description) || undefined, 2000)
  into.text('conditions', saidBy(valuesOf(object, 'hasRequirement', 'requirement', 'requirements')) || undefined, 1200)
  const evidence = valuesOf(object, 'hasRequirement', 'requirement', 'requirements').flatMap((one) =>
    isObject(one) ? valuesOf(one, 'hasSupportingEvidence', 'supportingEvidence', 'evidence') : [],
  )
  into.text('bring', saidBy(evidence) || undefined, 600)
  into.text('how_to_reach', saidBy(valuesOf(object, 'follows', 'procedure', 'procedures')) || undefined, 600)
  into.text('cost', saidBy(valuesOf(object, 'hasCost', 'cost', 'costs')) || undefined, 400)
  into.text(
    'also_called',
    valuesOf(object, 'keyword', 'keywords')
      .flatMap((one) => [...wordsIn([one]).values()])
      .join(', ') || undefined,
    600,
  )
  const themes = valuesOf(object, 'thematicArea', 'thematicAreas', 'thema', 'theme').flatMap(
    (one) => THEMES.get(lastPart(address(one))) ?? [],
  )
  if (themes.length > 0) into.data.themes = [...new Set(themes)]
  const level = valuesOf(object, 'competentAuthorityLevel', 'competentAuthorityLevels', 'executingAuthorityLevel')
    .map((one) => LEVELS[lastPart(address(one))])
    .find(Boolean)
  if (level) into.data.level = level
  const sites = valuesOf(object, 'moreInfo', 'seeAlso', 'website', 'websites').flatMap((one) =>
    isObject(one) ? valuesOf(one, 'url', 'location') : [one],
  )
  const site = sites
    .map((one) => (isObject(one) ? plainText(one['@value'] ?? one['@id']) : plainText(one)))
    .find((text) => /^https?:/.test(text))
  into.link('website', site)
  const id = address(valuesOf(object, 'isVersionOf')[0]) || plainText(object['@id'] ?? object.id)
  if (/^https?:\/\/\S{1,290}$/.test(id)) into.data.ipdc_uri = id
  const translations = ['en', 'fr', 'ar', 'uk'].flatMap((language) => {
    const words = Object.entries({ name: title.get(language), what: description.get(language) }).filter(([, text]) => text !== undefined)
    return words.length > 0
      ? [[language, Object.fromEntries(words.map(([column, text]) => [column, text?.slice(0, column === 'name' ? 160 : 2000)]))] as const]
      : []
  })
  if (translations.length > 0) into.data.translations = Object.fromEntries(translations)
  return into.entity('service', id)
}
