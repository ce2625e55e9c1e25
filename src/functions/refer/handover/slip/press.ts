import { join } from 'node:path'
import { directionOf, type Language } from '../../../../platform/i18n/languages.ts'
import { qrSvg } from '../../../../platform/pdf/qr.ts'
import { openTypesetter } from '../../../../platform/pdf/typesetter.ts'
import { inks, lettersOf } from '../../../../programme/channels/paper/look.ts'
import { unmarked } from '../../../../ui/dutch.ts'
import type { SlipWords } from './words.ts'

/** Sizes of the smallest text in points, largest first: the first at which everything fits on one sheet is taken. */
const SIZES = [13, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8]

/** Prints slips; made once per process, the compiler inside is loaded at the first one. */
export type SlipPress = {
  /** A slip as PDF/UA-1 on A5: outside, fold, inside, tear-off. The QR on the strip leads to the page of codes in Dutch and holds no code. */
  print(words: SlipWords, language: Language, codeAddress: string): Promise<Uint8Array>
}

const withoutMarks = (words: SlipWords): SlipWords => JSON.parse(unmarked(JSON.stringify(words)))

/** Opens the press of slips; printing throws a ClearFailure when fonts or compiler are missing. */
export function openSlipPress(): SlipPress {
  const typesetter = openTypesetter({ workspace: import.meta.dirname })
  return {
    async print(words, language, codeAddress) {
      const made = { language, direction: directionOf(language), letters: lettersOf(language), inks, qr: qrSvg(codeAddress) }
      const at = (size: number) =>
        typesetter.typeset({ template: join(import.meta.dirname, 'slip.typ'), typed: withoutMarks(words), made: { ...made, size } })
      for (const size of SIZES.slice(0, -1)) {
        const sheets = await at(size)
        if (sheets.pages === 1) return sheets.pdf
      }
      return (await at(SIZES.at(-1) ?? 8)).pdf
    },
  }
}
