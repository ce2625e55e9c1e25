type Reading = Promise<string | undefined>

/** How long a page that read a message may press again, in milliseconds: a second tap in a hurry, not a second look. */
const SAME_PRESS = 10_000

/**
 * Lets one page read once, however often it presses in a few seconds: a browser shows the answer to the last press, and that one would say
 * that the message is gone. Kept in this process only, in `pressed`, and only what was just put on that very screen; a timer takes it out, whether
 * anybody presses again or not. docs/decisions/0033
 */
export function onePressPerPage(pressed: Map<string, Reading> = new Map()): (page: string, read: () => Reading) => Reading {
  return (page, read) => {
    const before = pressed.get(page)
    if (before) return before
    const reading = read()
    pressed.set(page, reading)
    const forget = () => pressed.delete(page)
    reading.then((said) => (said === undefined ? forget() : setTimeout(forget, SAME_PRESS).unref()), forget)
    return reading
  }
}
