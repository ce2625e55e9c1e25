import type { FunctionCode } from './item.ts'
import { learn } from './learn.ts'
import { meet } from './meet.ts'
import { politicise } from './politicise.ts'
import { refer } from './refer.ts'

/** One function under its three names: in the code, in the model, and as the reason a visitor gives for coming. */
export interface StekFunction {
  readonly code: FunctionCode
  readonly modelWord: string
  /** Dutch, as on the noticeboard; pages in other languages take theirs from the texts. */
  readonly visitorWords: string
}

/** The four functions in the order of the model; every list of them on screen and paper keeps this order. */
export const functions: readonly StekFunction[] = [
  { code: 'meet', modelWord: 'ontmoeten', visitorWords: 'Mensen zien' },
  { code: 'learn', modelWord: 'leren', visitorWords: 'Iets leren' },
  { code: 'refer', modelWord: 'verwijzen', visitorWords: 'Hulp vinden' },
  { code: 'politicise', modelWord: 'politiseren', visitorWords: 'Zeggen wat anders moet' },
]

/** The twenty rules of thumb, five per function. */
export const functionItems = [...meet, ...learn, ...refer, ...politicise] as const
