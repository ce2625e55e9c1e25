import { h, render } from 'preact'
import type { T } from '../../../../ui/words.ts'
import type { Book } from '../engine/book.ts'
import { compile } from '../engine/compile.ts'
import { Check } from './check-view.tsx'
import { move, type Sent, type Shown } from './move.ts'
import type { Look } from './parts.tsx'
import type { Sayings } from './sayings.ts'

type Texts = { [key: string]: string | Texts }

/** The same words as on the server, by the same keys. */
const translator =
  (words: Texts): T =>
  (key, values = {}) => {
    const text = key.split('.').reduce<string | Texts | undefined>((so, part) => (typeof so === 'object' ? so[part] : undefined), words)
    return (typeof text === 'string' ? text : '').replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
  }

/** The drawings are in the page already. */
const Icon: Look['Icon'] = ({ name }) => h('svg', { 'aria-hidden': 'true' }, h('use', { href: `#i-${name}` }))

const sentBy = (form: HTMLFormElement, button: HTMLElement | null): Sent => {
  const fields = new FormData(form)
  const texts = (name: string) => fields.getAll(name).map(String)
  return {
    answers: texts('a'),
    screen: texts('vraag')[0] ?? '',
    options: texts('keuze'),
    doing: button?.getAttribute('value') ?? 'verder',
  }
}

/** Which step an entry of the history stands for; 0 for the page as it came. */
const stepIn = (state: unknown): number => (state as { step?: number } | null)?.step ?? 0

async function start(place: HTMLElement): Promise<void> {
  const answer = await fetch(place.dataset['book'] ?? '')
  const { book, sayings, words } = (await answer.json()) as { book: Book; sayings: Sayings; words: Texts }
  const compiled = compile(book)
  const { stek = '', place: name = '', action = '', prefix = '' } = place.dataset
  const common = {
    t: translator(words),
    compiled,
    sayings,
    action,
    prefix,
    stek: stek ? { slug: stek, name } : null,
    Icon,
    print: () => window.print(),
  }
  // What was shown, so that the browser's own way back works; in memory only, an entry of the history holds nothing but a number.
  const before = place.innerHTML
  const steps: Shown[] = []
  let current = 0
  const draw = (step: number) => {
    const shown = steps[step - 1]
    current = shown ? step : 0
    // Each step is drawn anew, so that no choice of the step before stays ticked.
    render(null, place)
    place.innerHTML = shown ? '' : before
    if (shown) render(h(Check, { ...common, shown }), place)
    const focus = place.querySelector<HTMLElement>('#errors') ?? place.querySelector<HTMLElement>('fieldset, #result')
    focus?.focus({ preventScroll: true })
    place.scrollIntoView({ block: 'start' })
  }
  // Browsers from before 2022 do not say which button sent a form.
  let clicked: HTMLElement | null = null
  place.addEventListener('click', (event) => {
    clicked = event.target instanceof Element ? event.target.closest('button') : null
  })
  // A jump within the page is no step: it would come back as one from the history.
  place.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const there = link?.hash && link.getAttribute('href')?.startsWith('#') ? document.getElementById(link.hash.slice(1)) : null
    if (!there) return
    event.preventDefault()
    there.focus({ preventScroll: true })
    there.scrollIntoView({ block: 'start' })
  })
  place.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    event.preventDefault()
    const shown = move(compiled, sentBy(form, event.submitter ?? clicked))
    steps.length = Math.min(steps.length, stepIn(history.state))
    const step = steps.push(shown)
    history.pushState({ step }, '')
    draw(step)
  })
  addEventListener('popstate', ({ state }) => {
    // A jump from outside the check, such as to the content, is no step either: it stays where it is.
    if (state === null && location.hash && current > 0) history.replaceState({ step: current }, '')
    else draw(stepIn(state))
  })
  for (const note of document.querySelectorAll<HTMLElement>('[data-script]')) note.hidden = false
  place.dataset['ready'] = 'yes'
}

const place = document.querySelector<HTMLElement>('#check')
// Whatever goes wrong here, the form goes on working as a plain form.
if (place) start(place).catch(() => {})
