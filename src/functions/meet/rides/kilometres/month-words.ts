const format = new Intl.DateTimeFormat('nl-BE', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A month in Dutch words, "november 2026", from its first day. */
export const monthWords = (month: string): string => format.format(new Date(`${month}T00:00:00Z`))
