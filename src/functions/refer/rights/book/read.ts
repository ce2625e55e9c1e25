import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '../../../../platform/i18n/languages.ts'
import { meaningOf, optionsOf, type Shelf } from './meaning.ts'
import { seamsOf } from './periods.ts'
import { type RightFile, rightShape, type ScreenFile, screensShape } from './shape.ts'
import { type Opened, openYaml, readBy, refused, type Wrong } from './wrong.ts'

const folder = join(import.meta.dirname, '../../../../../data/rights')

/** The texts of the files: each right by its file, and the questions. */
export type Files = { questions: { file: string; text: string }; rights: readonly { file: string; text: string }[] }

/** Reads `data/rights` from the disk. */
export function filesOnDisk(): Files {
  const read = (file: string) => ({ file: `data/rights/${file}`, text: readFileSync(join(folder, file), 'utf8') })
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return { questions: read('asked/questions.yaml'), rights: names.sort().map(read) }
}

function readQuestions(file: Files['questions']): ScreenFile[] {
  const opened = openYaml(file.file, file.text)
  const screens = readBy(screensShape, opened)
  const wrong = screens.flatMap((screen, n): Wrong[] => {
    if (screen.bands) return []
    return languages.flatMap((language) =>
      optionsOf(screen)
        .filter((option) => !screen.texts[language].options?.[option])
        .map((option) => ({ file: file.file, line: opened.lineOf([n]), why: `${screen.id}: no words for ${option} in ${language}` })),
    )
  })
  if (wrong.length > 0) throw refused(wrong)
  return screens
}

type OpenRight = { right: RightFile; opened: Opened }

function readRight({ file, text }: Files['rights'][number]): OpenRight {
  const opened = openYaml(file, text)
  return { opened, right: { ...readBy(rightShape, opened), id: /([^/]+)\.yaml$/.exec(file)?.[1] ?? file } }
}

/** Gaps and overlaps of the rules and of every amount, at the line of the period that does not fit. */
function wrongPeriods({ right, opened }: OpenRight): Wrong[] {
  const told = (path: readonly string[], what: string, periods: Parameters<typeof seamsOf>[0]): Wrong[] =>
    seamsOf(periods).map(({ index, why }) => ({ file: opened.file, line: opened.lineOf([...path, index, 'from']), why: `${what}: ${why}` }))
  return [
    ...told(['rules'], 'rules', right.rules),
    ...Object.entries(right.amounts ?? {}).flatMap(([name, { steps }]) => told(['amounts', name, 'steps'], `the amount ${name}`, steps)),
  ]
}

/** Conditions that name a question, an answer, an amount or a right that is not there. */
function wrongMeaning({ right, opened }: OpenRight, shelf: Shelf): Wrong[] {
  const told = (path: readonly PropertyKey[], work: () => unknown): Wrong[] => {
    try {
      work()
      return []
    } catch (thrown) {
      return [{ file: opened.file, line: opened.lineOf(path), why: thrown instanceof Error ? thrown.message : String(thrown) }]
    }
  }
  const within = (day: string) => ({ shelf, own: right, day, from: [right.id] })
  const { have } = right
  return [
    ...right.rules.flatMap(({ ways, from }, n) =>
      ways.flatMap(({ when }, way) => told(['rules', n, 'ways', way, 'when'], () => meaningOf(when, within(from)))),
    ),
    ...(have ? told(['have'], () => meaningOf(have, within(right.rules[0]?.from ?? ''))) : []),
    ...[
      ...right.related.map((id, n) => ({ id, path: ['related', n] })),
      ...(right.blocked ?? []).map((id, n) => ({ id, path: ['blocked', n] })),
      ...(right.after ? [{ id: right.after, path: ['after'] }] : []),
    ]
      .filter(({ id }) => !shelf.rights.some((other) => other.id === id))
      .map(({ id, path }) => ({ file: opened.file, line: opened.lineOf(path), why: `there is no right ${id}` })),
    ...right.examples.flatMap(({ answers }, n) => told(['examples', n], () => knownAnswers(shelf, answers))),
  ]
}

function knownAnswers(shelf: Shelf, answers: Record<string, string | string[]>): void {
  for (const [id, value] of Object.entries(answers)) {
    const screen = shelf.screens.find((one) => one.id === id)
    if (!screen) throw new Error(`there is no question ${id}`)
    for (const answer of [value].flat())
      if (!optionsOf(screen).includes(answer)) throw new Error(`the question ${id} has no answer ${answer}`)
  }
}

/**
 * Reads every right and question. Throws a ClearFailure that names file and line when something does not fit its shape, when there are
 * days without a rule or with two, or when a rule names what is not there.
 */
export function readShelf(files: Files): Shelf {
  const screens = readQuestions(files.questions)
  const open = files.rights.map(readRight)
  const shelf: Shelf = { screens, rights: open.map(({ right }) => right) }
  const wrong = [...open.flatMap(wrongPeriods), ...open.flatMap((one) => wrongMeaning(one, shelf))]
  if (wrong.length > 0) throw refused(wrong)
  return shelf
}
