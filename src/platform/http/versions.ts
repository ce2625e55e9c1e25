import type pg from 'pg'

/** Reads the present numbers of the subjects asked for; a subject without a number is left out. */
export type ReadVersions = (subjects: readonly string[]) => Promise<Map<string, number>>

/**
 * What this process knows of the numbers that grow with every change (a stek's number).
 * A notification makes it look at once; every `interval` milliseconds it looks anyway, so a lost notification costs
 * less than a second. When the database cannot be reached the last known numbers stay, so that kept pages keep being served.
 */
export class Versions {
  private readonly numbers = new Map<string, number>()
  private readonly stale = new Set<string>()
  private again = false
  private readonly read: ReadVersions
  private timer: NodeJS.Timeout | undefined
  private looking: Promise<void> | undefined
  /** Grows with every change this process hears of. */
  changes = 0

  constructor(read: ReadVersions) {
    this.read = read
  }

  /** The known number, or undefined when nobody asked yet or it was just forgotten. */
  known(subject: string): number | undefined {
    return this.stale.has(subject) ? undefined : this.numbers.get(subject)
  }

  /** Remembers a number that was read elsewhere; numbers never go down. */
  seen(subject: string, version: number): void {
    const known = this.numbers.get(subject) ?? -1
    // An equal number may have been read before the change we were told of: only a higher one proves that it was read after.
    if (version > known) this.stale.delete(subject)
    if (version <= known) return
    this.numbers.set(subject, version)
    this.changes += 1
  }

  /** Something of this subject was just changed by this process: look again before the next answer. */
  forget(subject: string): void {
    this.changes += 1
    if (this.numbers.has(subject)) this.stale.add(subject)
  }

  /** Looks up one subject now; when the database is out of reach the last known number counts. */
  async learn(subject: string): Promise<void> {
    try {
      const before = this.changes
      const version = (await this.read([subject])).get(subject)
      if (version === undefined) return
      this.seen(subject, version)
      // Nothing was changed while we read: then this number is the present one, also when it is the old one.
      if (this.changes === before) this.stale.delete(subject)
    } catch {
      this.stale.delete(subject)
    }
  }

  /** Looks at all known subjects now; calls that overlap share one look. */
  look(): Promise<void> {
    if (this.looking) {
      // What it is about to tell may be older than what we are called for.
      this.again = true
      return this.looking
    }
    this.looking = this.lookAsLongAsAsked().finally(() => {
      this.looking = undefined
    })
    return this.looking
  }

  private async lookAsLongAsAsked(): Promise<void> {
    do {
      this.again = false
      await this.lookNow()
    } while (this.again)
  }

  private async lookNow(): Promise<void> {
    const subjects = [...this.numbers.keys()]
    if (subjects.length === 0) return
    try {
      for (const [subject, version] of await this.read(subjects)) this.seen(subject, version)
    } catch {
      // Out of reach: what is kept stays as it is until the next look.
    }
  }

  /** Starts looking every `interval` milliseconds. */
  start(interval = 400): void {
    this.timer ??= setInterval(() => void this.look(), interval).unref()
  }

  stop(): void {
    clearInterval(this.timer)
    this.timer = undefined
  }
}

/**
 * Listens on `channel` and calls `heard` with each payload; connects again by itself after a break.
 * Only a hint that makes things faster: nothing depends on a notification arriving. Returns how to stop.
 */
export function listen(connect: () => pg.Client, channel: string, heard: (payload: string) => void): () => Promise<void> {
  let stopped = false
  let client: pg.Client | undefined
  let again: NodeJS.Timeout | undefined
  const begin = async () => {
    const next = connect()
    client = next
    const retry = () => {
      if (stopped || client !== next) return
      client = undefined
      again = setTimeout(() => void begin(), 1000).unref()
    }
    next.on('error', retry)
    next.on('end', retry)
    next.on('notification', (note) => heard(note.payload ?? ''))
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
    } catch {
      retry()
    }
  }
  void begin()
  return async () => {
    stopped = true
    clearTimeout(again)
    await client?.end().catch(() => {})
  }
}
