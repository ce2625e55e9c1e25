import assert from 'node:assert/strict'
import { test } from 'node:test'
import { functions } from '../model/functions.ts'
import { languages } from '../platform/i18n/languages.ts'
import { openTexts, readTexts } from '../platform/i18n/texts.ts'

/** Texts that only staff read; they exist in Dutch. */
const forStaff = new Set([
  'desk',
  'account',
  'places',
  'style',
  'tally',
  'figures',
  'warmth',
  'ridework',
  'hosting',
  'joining-desk',
  'handover-desk',
  'rightswork',
  'guidedesk',
])
const PLURAL = /_(zero|one|two|few|many|other)$/

const flat = (texts: Record<string, unknown>, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value as Record<string, unknown>, `${path}${key}.`),
  )

const dutch = flat(readTexts('nl'))
const visitorsRead = dutch.filter(([key]) => !forStaff.has(key.split('.')[0] ?? ''))
const base = (key: string) => key.replace(PLURAL, '')
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

test('there are texts to look at', () => {
  assert.ok(visitorsRead.length > 150, `only ${visitorsRead.length} texts`)
})

for (const language of languages.filter((code) => code !== 'nl')) {
  const texts = new Map(flat(readTexts(language)))
  const known = new Set([...texts.keys()].map(base))

  test(`everything visitors read exists in ${language}`, () => {
    assert.deepEqual(
      visitorsRead.map(([key]) => key).filter((key) => !known.has(base(key))),
      [],
    )
  })

  test(`no text in ${language} is left over from something that is gone`, () => {
    const wanted = new Set(dutch.map(([key]) => base(key)))
    assert.deepEqual(
      [...texts.keys()].filter((key) => !wanted.has(base(key))),
      [],
    )
  })

  test(`texts in ${language} have the same gaps to fill in as the Dutch ones`, () => {
    const holesOf = new Map<string, string[]>()
    for (const [key, text] of dutch)
      holesOf.set(base(key), [...new Set([...(holesOf.get(base(key)) ?? []), ...(holes(text) as string[])])].sort())
    const odd = [...texts].filter(
      ([key, text]) =>
        holes(text).some((name) => !holesOf.get(base(key))?.includes(name ?? '')) ||
        (!PLURAL.test(key) && holes(text).length < (holesOf.get(base(key))?.length ?? 0)),
    )
    assert.deepEqual(
      odd.map(([key]) => key),
      [],
    )
  })

  test(`plural texts in ${language} have every form the language needs`, () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const plurals = new Set([...texts.keys()].filter((key) => PLURAL.test(key)).map(base))
    const missing = [...plurals].flatMap((key) => forms.filter((form) => !texts.has(`${key}_${form}`)).map((form) => `${key}_${form}`))
    assert.deepEqual(missing, [])
  })
}

test('a key that exists nowhere never reaches a page', () => {
  const t = openTexts()('nl')
  assert.throws(() => t('shell.thisIsNotThere'))
  assert.equal(openTexts()('fr')('shell.exit') === 'shell.exit', false)
})

test('Dutch sentences are short enough to follow: at most 25 words each', () => {
  const long = visitorsRead.flatMap(([key, text]) =>
    text
      .split(/(?<=[.!?:])\s+/)
      .filter((sentence) => sentence.split(/\s+/).length > 25)
      .map((sentence) => `${key}: ${sentence}`),
  )
  assert.deepEqual(long, [])
})

test('why people come is said in the same words on screen, on paper and in the model', () => {
  const { programme, paper } = readTexts('nl') as Record<string, { functions: Record<string, string | { name: string }> }>
  for (const { code, visitorWords } of functions) {
    const onScreen = programme?.functions[code]
    assert.equal(typeof onScreen === 'object' && onScreen.name, visitorWords)
    assert.equal(paper?.functions[code], visitorWords)
  }
})
