import type { FunctionComponent } from 'preact'
import type { T } from '../../../../ui/words.ts'
import type { Compiled } from '../engine/compile.ts'
import type { Chosen } from '../engine/facts.ts'
import { type Shown, written } from './move.ts'
import type { Sayings } from './sayings.ts'

/** What every part of the check is drawn from, on the server and in the browser alike. */
export type Look = {
  t: T
  compiled: Compiled
  sayings: Sayings
  shown: Shown
  /** Where the form goes without script. */
  action: string
  /** What stands before every address in this language: nothing in Dutch, else `/ar`. */
  prefix: string
  /** The stek somebody came from, if any. */
  stek: { slug: string; name: string } | null
  Icon: FunctionComponent<{ name: string }>
  /** Prints the page; only there when a script draws. */
  print?: () => void
}

/** Every pictogram the check can need, so that the page holds their drawings before a script draws the next step. */
export const pictograms = [
  'check',
  'help',
  'minus',
  'circle-check',
  'arrow-left',
  'printer',
  'volume',
  'alert-triangle',
  'map-pin',
] as const

/** What somebody said on a screen, in words. */
export function answerWords({ t, sayings }: Pick<Look, 't' | 'sayings'>, { screen, options }: Chosen): string {
  if (options === null) return t('rights.unsaid')
  if (options.length === 0) return t('rights.none')
  return options.map((option) => sayings.screens[screen]?.options[option] ?? option).join('; ')
}

/** In one word what to do about a right that is worth asking for. */
export const doing = { letter: 'return', 'must-ask': 'ask', mostly: 'check', automatic: 'check' } as const

/** Short texts in a row, each with its own direction, so that a Dutch name between Arabic words stays whole. */
export function Row({ items }: { items: readonly string[] }) {
  return (
    <>
      {items.map((item, n) => (
        <>
          {n > 0 && '; '}
          <bdi>{item}</bdi>
        </>
      ))}
    </>
  )
}

/** A text in which an address on the internet may go on to the next line after a dot, and nowhere else. */
export function Breaking({ text }: { text: string }) {
  return (
    <>
      {text.split(/(?<=[a-z]\.)(?=[a-z])/).map((piece, n) => (
        <>
          {n > 0 && <wbr />}
          {piece}
        </>
      ))}
    </>
  )
}

/** The answers so far, carried along by the form itself: nothing else remembers them. */
export function Carried({ answers, stek }: { answers: readonly Chosen[]; stek: Look['stek'] }) {
  return (
    <>
      {answers.map((answer) => (
        <input type="hidden" name="a" value={written(answer)} />
      ))}
      {stek && <input type="hidden" name="stek" value={stek.slug} />}
    </>
  )
}

/** What somebody said so far, each with a button to answer differently. */
export function SaidSoFar({ t, sayings, shown: { answers }, Icon }: Look) {
  if (answers.length === 0) return null
  return (
    <details class="said noprint">
      <summary>{t('rights.done')}</summary>
      <ul>
        {answers.map((answer) => (
          <li>
            <span>
              <b>{sayings.screens[answer.screen]?.short}:</b> {answerWords({ t, sayings }, answer)}
            </span>
            <button class="second" type="submit" name="doe" value={`wijzig:${answer.screen}`}>
              <Icon name="arrow-left" />
              {t('rights.change')}
              <span class="unseen">: {sayings.screens[answer.screen]?.short}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
