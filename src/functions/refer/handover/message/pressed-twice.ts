type Reading = Promise<string | undefined>

/** How long a page that read a message may press again, in milliseconds: a second tap in a hurry, not a second look. */
const SAME_PRESS = 10_000

/**
 * Lets one page read once, however often it presses in a few seconds: a browser shows the answer to the last press, and that one would say
 * that the message is gone. Kept in this process only, and only what was just put on that very screen. docs/decisions/0033
 */
export function onePressPerPage(keepFor = SAME_PRESS): (page: string, read: () => Reading) => Reading {
  const pressed = new Map<string, Reading>()
  return (page, read) => {
    const before = pressed.get(page)
    if (before) return before
    const reading = read()
    pressed.set(page, reading)
    const forget = () => pressed.delete(page)
    reading.then((said) => (said === undefined ? forget() : setTimeout(forget, keepFor).unref()), forget)
    return reading
  }
}
