/** A form as a browser without script sees it: where it goes, and what it holds. */
export type FoundForm = { method: 'get' | 'post'; action: string; multipart: boolean; fields: readonly Field[] }

/** One field of a form; `value` is what would be sent untouched. */
export type Field = { name: string; kind: 'words' | 'fixed'; type: string; value: string }

const ENTITIES: Readonly<Record<string, string>> = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#39;': "'" }
const plain = (html: string): string => html.replace(/&(?:quot|amp|lt|gt|#39);/g, (entity) => ENTITIES[entity] ?? entity)
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>/])`).exec(`${tag} `)
  return found ? plain(found[1] ?? '') : undefined
}
const WORDS = new Set(['text', 'email', 'tel', 'search', 'url', 'number', 'date', 'time', 'month', 'password'])

function fieldsIn(form: string): Field[] {
  const fields: Field[] = []
  const radios = new Set<string>()
  for (const [tag] of form.matchAll(/<input\s(?:[^>"]|"[^"]*")*>/g)) {
    const type = attribute(tag, 'type') ?? 'text'
    const name = attribute(tag, 'name')
    if (!name || type === 'submit' || type === 'file' || (type === 'radio' && radios.has(name))) continue
    if (type === 'radio') radios.add(name)
    fields.push({ name, type, kind: WORDS.has(type) ? 'words' : 'fixed', value: attribute(tag, 'value') ?? 'on' })
  }
  for (const [, tag = '', inside = ''] of form.matchAll(/<select(\s(?:[^>"]|"[^"]*")*)>([\s\S]*?)<\/select>/g)) {
    const options = [...inside.matchAll(/<option(?:\s[^>]*)?>/g)].map(([option]) => attribute(option, 'value') ?? '')
    fields.push({ name: attribute(tag, 'name') ?? '', type: 'select', kind: 'fixed', value: options.at(-1) ?? '' })
  }
  for (const [, tag = '', inside = ''] of form.matchAll(/<textarea(\s(?:[^>"]|"[^"]*")*)>([\s\S]*?)<\/textarea>/g))
    fields.push({ name: attribute(tag, 'name') ?? '', type: 'textarea', kind: 'words', value: plain(inside) })
  for (const [tag] of form.matchAll(/<button\s(?:[^>"]|"[^"]*")*>/g)) {
    const name = attribute(tag, 'name')
    if (name && !fields.some((field) => field.name === name))
      fields.push({ name, type: 'button', kind: 'fixed', value: attribute(tag, 'value') ?? '' })
  }
  return fields.filter(({ name }) => name !== '')
}

/** All forms of a page that was found at `path`. */
export const formsIn = (html: string, path: string): FoundForm[] =>
  [...html.matchAll(/<form(\s(?:[^>"]|"[^"]*")*)?>([\s\S]*?)<\/form>/g)].map(([, tag = '', inside = '']) => ({
    method: attribute(tag, 'method')?.toLowerCase() === 'post' ? 'post' : 'get',
    action: attribute(tag, 'action') ?? path,
    multipart: attribute(tag, 'enctype') === 'multipart/form-data',
    fields: fieldsIn(inside),
  }))

/** The addresses of our own house that a page leads to, without what stands behind #. */
export const linksIn = (html: string, path: string): string[] =>
  [...html.matchAll(/<a\s(?:[^>"]|"[^"]*")*>/g)].flatMap(([tag]) => {
    const href = attribute(tag, 'href')
    if (!href || !URL.canParse(href, `http://here${path}`)) return []
    const url = new URL(href, `http://here${path}`)
    return url.host === 'here' ? [url.pathname + url.search] : []
  })

/** The kind of page an address is: ids, days, codes and what is asked made the same, so that of each kind one is walked. */
export const kindOf = (address: string): string => {
  const url = new URL(address, 'http://here')
  const path = url.pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\d{4}-\d\d-\d\d/g, ':day')
    .replace(
      /\/(activiteit|partners|wegwijzer|rechten)\/(?!nieuw|organisaties|plaatsen|invoer|uitvoer|voorstel|startset|gelukt|:id)[a-z0-9-]+/g,
      '/$1/:name',
    )
  return `${path}?${[...new Set(url.searchParams.keys())].sort().join('&')}`
}

/** What somebody types in a form: `words` where words go; with `everywhere` in each field but the hidden ones that say where it belongs. */
export const filled = (form: FoundForm, words: (type: string) => string, everywhere: boolean): [string, string][] =>
  form.fields.map(({ name, type, kind, value }) => {
    const stays = name === '_token' || name === 'stek'
    if (stays) return [name, value]
    if (everywhere) return [name, words('text')]
    const asks =
      kind === 'words' &&
      (type === 'text' || type === 'textarea' || type === 'email' || type === 'tel' || type === 'search' || type === 'url')
    return [name, asks ? words(type) : value]
  })
