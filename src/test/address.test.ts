import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readTexts } from '../platform/i18n/texts.ts'

// One way of speaking to people in each language: French says tu and Arabic speaks to one person, as the Dutch je;
// Ukrainian says the polite ви, because ти to somebody one does not know is rude there.

type Said = { where: string; text: string }

const flat = (texts: Record<string, unknown>, path: string): Said[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [{ where: `${path}${key}`, text: value }] : flat(value as Record<string, unknown>, `${path}${key}.`),
  )

const rights = join(import.meta.dirname, '../../data/rights')
const inRights = (language: string): Said[] =>
  readdirSync(rights, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) =>
      readFileSync(join(rights, name), 'utf8')
        .split('\n')
        .flatMap((line, n) =>
          new RegExp(`^ +${language}: |\\b${language}: "`).test(line) ? [{ where: `${name}:${n + 1}`, text: line }] : [],
        ),
    )

const saidIn = (language: 'fr' | 'ar' | 'uk') => [...flat(readTexts(language), ''), ...inRights(language)]

/** What an organisation or a service reads, which is several people. */
const forServices = /^(stillright|handover\.(service|read|wrong))\./
/** Where several people are really meant. */
const forSeveral =
  /^(about\.privacy\.ridingText|joining\.(field\.people|seen\.placed_\w+)|rides\.(kept|ways\.back|wrong\.seats)|asked\/questions\.yaml:\d+)$/

const told = (said: readonly Said[], wrong: RegExp): string[] =>
  said.flatMap(({ where, text }) => [...text.matchAll(wrong)].map(([found]) => `${where}: ${found}`))

test('Ukrainian speaks politely to everybody: ви, never ти', () => {
  const said = saidIn('uk')
  assert.ok(said.length > 700, `${said.length} texts were read`)
  const familiar =
    /(?<!\p{L})(ти|тебе|тобі|тобою|тв(ій|оя|оє|ої|ого|оєї|оїх|ою|оїм|оєму|оїми)|\p{L}+[єиїе]ш(ся)?|(?:введ|скаж|запиш|подивис|повернис|прийд|зітр|напиш|ід|віддай|зігн|роздрук|надрук|зачекай|запитай|перевір|натисн|подзвон|обер|вибер|прочитай|відкрий|залиш|прибер|скасуй|знайд|спробуй|візьм|приход)[иьй]?)(?!\p{L})/giu
  assert.deepEqual(told(said, familiar), [])
})

test('French says tu to visitors, and vous only to a service or to several people', () => {
  const said = saidIn('fr').filter(({ where }) => !forServices.test(where) && !forSeveral.test(where))
  assert.ok(said.length > 700)
  assert.deepEqual(
    told(said, /(?<![\p{L}-])(vous|votre|vos)(?!\p{L})|(?<![\p{L}])(?!chez)(?!assez)\p{L}{3,}ez(?=[ ,.:!?-](?!vous))/giu),
    [],
  )
})

test('Arabic speaks to one person, and to several only in what a service reads', () => {
  const said = saidIn('ar').filter(({ where }) => !forServices.test(where) && !forSeveral.test(where))
  assert.ok(said.length > 700)
  assert.deepEqual(told(said, /(?<!\p{L})(أنتم|\p{L}{2,}كم|ا\p{L}{2,}وا|ت\p{L}{3,}ون)(?!\p{L})/gu), [])
})
