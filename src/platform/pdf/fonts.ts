import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ClearFailure } from '../config/clear-failure.ts'
import { type Coverage, coverageOf, inBoth, inEither } from './coverage.ts'

/** Latin for readers with low vision; Cyrillic and Greek; Arabic whose text can be copied out of the PDF letter by letter. */
const families = {
  latin: { name: 'Atkinson Hyperlegible Next', packageName: 'atkinson-hyperlegible-next', file: 'AtkinsonHyperlegibleNext' },
  wide: { name: 'Noto Sans', packageName: 'noto-sans', file: 'NotoSans' },
  arabic: { name: 'Amiri', packageName: 'amiri', file: 'Amiri' },
} as const

/** The names under which a template asks for the fonts. */
export const fontNames = { latin: families.latin.name, wide: families.wide.name, arabic: families.arabic.name } as const

const weights = ['400Regular', '700Bold'] as const

/** The folder in which npm puts the font packages. */
export const fontFolderOfNpm = join(import.meta.dirname, '../../../node_modules/@expo-google-fonts')

/** The fonts of the house: where their files are and which characters they can print. */
export type Fonts = { files: string[]; coverage: Coverage }

/**
 * Reads the six font files under `folder`: their paths, and the characters every weight of at least one family can print.
 * Throws a ClearFailure that names the file when one is missing or damaged, so that only the printed channels stop.
 */
export function readFonts(folder: string = fontFolderOfNpm): Fonts {
  const perFamily = Object.values(families).map((family) => {
    const files = weights.map((weight) => join(folder, family.packageName, weight, `${family.file}_${weight}.ttf`))
    return { files, coverage: files.map(readCoverage).reduce(inBoth) }
  })
  return { files: perFamily.flatMap((family) => family.files), coverage: perFamily.map((family) => family.coverage).reduce(inEither) }
}

function readCoverage(file: string): Coverage {
  try {
    return coverageOf(readFileSync(file))
  } catch (cause) {
    throw new ClearFailure(`The font file ${file} is missing or damaged, so nothing can be printed. Run "npm ci" to put it back.`, {
      cause,
    })
  }
}
