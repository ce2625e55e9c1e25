import { type Counts, changeTo, shownCount, typedNumber, withChanges } from '../../../programme/tally/rules.ts'
import { type Outbox, openOutbox } from './phone/outbox.ts'
import { alone, refresh, sendAll, type Went } from './phone/sending.ts'
import { askToKeep, keepPages, type Storage } from './phone/storage.ts'
import { keyOf, pauseAfter, type Sums, type Tap } from './phone/tap.ts'

// Counting with a phone: a tap is kept on the phone first, shown at once, and sent when there is network.
// Without this script, or where the phone keeps nothing, every button is a form of its own.

const LOOK_EVERY_IN_MS = 5000
const SOON_IN_MS = 150

const part = <Found extends HTMLElement>(selector: string): Found | null => document.querySelector<Found>(selector)
const top = part('[data-outbox]')
const form = part<HTMLFormElement>('form.count')
const stek = top?.dataset.stek ?? ''
const moment = form && { stek, slot: form.dataset.slot ?? '', date: form.dataset.date ?? '' }

const note = (name: string): HTMLElement | null => part(`[data-note="${name}"]`)
const show = (name: string, shown: boolean): void => {
  const found = note(name)
  if (found && found.hidden === shown) found.hidden = !shown
}

/** The sums that stood in the page when the house made it; on a kept page they are old. */
const sumsInPage = (): Sums =>
  Object.fromEntries([...document.querySelectorAll<HTMLElement>('[data-count]')].map(({ dataset }) => [dataset.count, Number(dataset.sum)]))

const random = (): string => {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  // Only https has randomUUID; a house on a local network may be http. Version 4 by hand (RFC 9562, 5.4).
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = 0x40 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

async function start(outbox: Outbox): Promise<void> {
  let waits = 0
  let storage: Storage = 'safe'
  let staysHere = false
  let sums: Counts = {}
  const others = 'BroadcastChannel' in window ? new BroadcastChannel('stek-tellen') : undefined

  const draw = async (): Promise<void> => {
    const waiting = await outbox.waiting()
    waits = waiting.length
    const state = part('[data-state]')
    if (state) {
      const words = (state.dataset.state ?? '').replace('%w', String(waits)).replace('%s', String(await outbox.sent()))
      if (state.textContent !== words) state.textContent = words
      state.classList.toggle('waits', waits > 0)
      state.hidden = false
    }
    show('notPersistent', storage === 'notPersistent' && waits > 0)
    show('short', storage === 'short')
    await drawRefused()
    if (!moment) return
    const own = waiting.filter((tap) => keyOf(tap) === keyOf(moment))
    sums = withChanges((await outbox.sums(keyOf(moment))) ?? sumsInPage(), own)
    for (const output of document.querySelectorAll<HTMLElement>('[data-count]')) {
      const number = String(shownCount(sums[output.dataset.count ?? '']))
      if (output.textContent !== number) output.textContent = number
      output.classList.toggle('wide', number.length > 3)
    }
  }

  const drawRefused = async (): Promise<void> => {
    const refused = (await outbox.refused()).filter((one) => one.stek === stek)
    const words = part('[data-note="refused"] p')
    const last = refused.at(-1)
    if (words && last) {
      const whys = JSON.parse(words.dataset.whys ?? '{}') as Record<string, string>
      words.textContent = (words.dataset.words ?? '').replace('%n', String(refused.length)).replace('%y', whys[last.why] ?? last.why)
    }
    show('refused', refused.length > 0)
  }

  let failed = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy: Promise<void> | undefined
  let due = Number.POSITIVE_INFINITY
  const later = (milliseconds: number): void => {
    // Quick taps after each other do not push the sending ahead of them.
    if (due <= Date.now() + milliseconds) return
    clearTimeout(timer)
    due = Date.now() + milliseconds
    timer = setTimeout(() => void go(), milliseconds)
  }
  const told = (): void => void draw().then(() => others?.postMessage('changed'))
  const round = async (): Promise<void> => {
    const went = await alone(async (): Promise<Went> => {
      const sent = await sendAll(outbox, told)
      return sent === 'done' && moment ? refresh(outbox, moment) : sent
    })
    for (const name of ['offline', 'signedOut', 'notAllowed'] as const) show(name, went === name)
    failed = went === 'done' ? 0 : failed + 1
    await draw()
    later(went !== 'done' ? pauseAfter(failed) : waits > 0 ? SOON_IN_MS : LOOK_EVERY_IN_MS)
  }
  const go = (): Promise<void> => {
    clearTimeout(timer)
    due = Number.POSITIVE_INFINITY
    busy ??= round().finally(() => {
      busy = undefined
    })
    return busy
  }

  // One tap after the other, so that two quick ones never look at the same number.
  let queue = Promise.resolve()
  const tap = (counted: string, changeOf: (sum: number) => number): Promise<void> => {
    queue = queue.then(async () => {
      if (!moment) return
      const change = changeOf(sums[counted] ?? 0)
      const zero = part('[data-zero]')
      if (zero) zero.hidden = change !== 0
      if (change === 0) return
      try {
        await outbox.keep({ ...moment, entry: random(), counted, change } satisfies Tap)
        show('full', false)
      } catch {
        show('full', true)
      }
      await draw()
      others?.postMessage('changed')
      if (failed === 0) later(SOON_IN_MS)
    })
    return queue
  }

  await draw()
  form?.addEventListener('submit', (event) => {
    const button = event.submitter
    if (!(button instanceof HTMLButtonElement) || !button.value) return
    event.preventDefault()
    void tap(button.value, (sum) => (button.name === 'plus' ? 1 : sum > 0 ? -1 : 0))
  })
  part('[data-type] form')?.addEventListener('submit', (event) => {
    const typed = event.target as HTMLFormElement
    const [row, field] = [typed.querySelector('select'), typed.querySelector<HTMLInputElement>('input[name=aantal]')]
    const text = field?.value ?? ''
    const wanted = typedNumber(text)
    // What is no number, or too large, goes to the house: it says what is wrong.
    if (!row || !field || typeof wanted !== 'number' || changeTo(wanted, sums[row.value]) === 'too-large') return
    event.preventDefault()
    field.value = ''
    void tap(row.value, (sum) => wanted - sum)
  })
  part('[data-note="refused"] button')?.addEventListener('click', () => void outbox.forgetRefused().then(draw))
  document.documentElement.dataset.counting = 'ready'

  others?.addEventListener('message', () => void draw())
  window.addEventListener('online', () => void go())
  window.addEventListener('offline', () => show('offline', true))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void go()
  })
  // Pages of counting keep the outbox; only who really leaves is asked, and only while something could be lost.
  document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a')
    staysHere = link?.pathname.startsWith(top?.dataset.scope ?? '-') === true
  })
  window.addEventListener('beforeunload', (event) => {
    if (waits > 0 && storage !== 'safe' && !staysHere) event.preventDefault()
  })
  void go()
  storage = await askToKeep().catch(() => 'notPersistent' as const)
  await draw()
}

if (top) {
  openOutbox().then(start, () => {
    // The browser keeps nothing (a private window): the buttons stay forms.
  })
  keepPages(top.dataset.keeper ?? '', top.dataset.scope ?? '').catch(() => {
    // Without network just now, or without this ability: the pages come from the house as before.
  })
}
