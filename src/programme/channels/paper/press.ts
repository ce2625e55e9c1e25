import { join } from 'node:path'
import type { Language } from '../../../platform/i18n/languages.ts'
import type { Json } from '../../../platform/pdf/printable.ts'
import { qrSvg } from '../../../platform/pdf/qr.ts'
import { openTypesetter } from '../../../platform/pdf/typesetter.ts'
import type { T } from '../../../ui/words.ts'
import { drawings, inks, lettersOf } from './look.ts'
import type { PaperProgramme } from './paper.ts'
import { wordsOf } from './sheet.ts'

/** Prints the programme of a stek; made once per process, the compiler inside is loaded at the first sheet. */
export type PaperPress = {
  /** The flyer as PDF/UA-1: one A5 or A4 page, more when the programme is long; nothing is smaller than 8.5 pt (A5) or 14 pt (A4). */
  renderFlyer(programme: PaperProgramme, format: 'a5' | 'a4'): Promise<Uint8Array>
  /** The poster as PDF/UA-1: one A3 page with few and large words, more pages beyond about sixteen lines. */
  renderPoster(programme: PaperProgramme): Promise<Uint8Array>
}

/**
 * Sizes of the smallest text in points, each for weeks of at most so many lines; measured on weeks of 3 to 12 lines.
 * When a week does not fit on one page at its size the next ones are tried; the last one goes on to more pages.
 */
const sizes = {
  a5: [
    [11, 3],
    [10, 5],
    [9, 7],
    [8.5, Number.POSITIVE_INFINITY],
  ],
  a4: [
    [17, 3],
    [15.5, 5],
    [14, Number.POSITIVE_INFINITY],
  ],
  a3: [
    [22, 7],
    [19, 8],
    [16, 12],
    [14.5, 13],
    [13, 16],
    [11, Number.POSITIVE_INFINITY],
  ],
} as const

/** Opens a press with the texts of the house; both methods throw a ClearFailure when fonts or compiler are missing. */
export function openPaperPress(options: { translate: (language: Language) => T; fontFolder?: string }): PaperPress {
  const typesetter = openTypesetter({ workspace: import.meta.dirname, ...(options.fontFolder ? { fontFolder: options.fontFolder } : {}) })

  async function fitted(programme: PaperProgramme, kind: 'flyer' | 'poster', format: 'a5' | 'a4' | 'a3'): Promise<Uint8Array> {
    const typed = wordsOf(programme, kind, options.translate(programme.language))
    const fixed = fixedOf(programme, format)
    const at = (size: number) => typesetter.typeset({ template: join(import.meta.dirname, `${kind}.typ`), typed, made: { ...fixed, size } })
    const lines = programme.week.reduce((sum, day) => sum + day.lines.length, 0)
    const fitting = sizes[format].filter(([, most]) => lines <= most)
    for (const [size] of fitting.slice(0, -1)) {
      const sheets = await at(size)
      if (sheets.pages === 1) return sheets.pdf
    }
    return (await at(sizes[format].at(-1)?.[0] ?? 9)).pdf
  }

  return {
    renderFlyer: (programme, format) => fitted(programme, 'flyer', format),
    renderPoster: (programme) => fitted(programme, 'poster', 'a3'),
  }
}

const fixedOf = (programme: PaperProgramme, format: string): Record<string, Json> => ({
  format,
  language: programme.language,
  direction: programme.direction,
  typedIn: programme.typedIn,
  letters: lettersOf(programme.language),
  inks,
  drawings: drawings(),
  qr: qrSvg(programme.qrTarget),
  qrTarget: programme.qrTarget,
  call: programme.phone === null ? null : `tel:${programme.phone.replace(/[^\d+]/g, '')}`,
})
