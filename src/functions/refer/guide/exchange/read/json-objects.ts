import { UnreadableList } from './failure.ts'

/** The lists of a document whose items are read one by one, so that the whole is never in memory. */
const LISTS = new Set(['contents', 'services', 'organizations', 'member', 'data'])
const LARGEST_OBJECT = 20 * 1024 * 1024

const [QUOTE, BACKSLASH, OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [34, 92, 123, 125, 91, 93]

/** Follows JSON letter by letter: how deep it is, and the text of the object that is being read. */
class Follower {
  private count = 0
  private depth = 0
  private inString = false
  private escaped = false
  /** How deep the objects lie that are given one by one; undefined outside their list. */
  private itemDepth: number | undefined
  /** The parts of the object that is being read; undefined when what is read is not kept. */
  private parts: string[] | undefined
  private size = 0
  private lastString: string

  constructor() {
    this.lastString = ''
  }

  /** The objects that end in this piece. */
  *read(piece: string): Generator<Record<string, unknown>> {
    let from = 0
    let stringFrom = 0
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at)
      if (this.inString) {
        if (this.escaped) this.escaped = false
        else if (code === BACKSLASH) this.escaped = true
        else if (code === QUOTE) {
          this.inString = false
          if (this.depth === 1) this.lastString += piece.slice(stringFrom, at)
        }
      } else if (code === QUOTE) {
        this.inString = true
        this.lastString = ''
        stringFrom = at + 1
      } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
        if (this.begins(code)) from = at
        this.depth += 1
      } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
        this.depth -= 1
        const text = this.ends(code, piece.slice(from, at + 1))
        if (text !== undefined) yield this.objectOf(text)
      }
    }
    if (this.inString && this.depth === 1) this.lastString += piece.slice(stringFrom)
    this.keep(piece.slice(from))
  }

  /** Throws when the document ends in the middle of something. */
  end(): void {
    if (this.depth !== 0 || this.inString) throw new UnreadableList('cutOff', this.count)
    if (this.count === 0) throw new UnreadableList('nothing')
  }

  /** Whether an object to keep begins with this bracket. */
  private begins(code: number): boolean {
    if (this.depth === 0 && code === OPEN_LIST) this.itemDepth = 1
    else if (this.depth === 1 && this.itemDepth === undefined && code === OPEN_LIST && this.parts && LISTS.has(this.lastString)) {
      this.itemDepth = 2
      this.parts = undefined
    } else if ((this.depth === 0 || this.depth === this.itemDepth) && code === OPEN_OBJECT) {
      this.parts = []
      this.size = 0
      return true
    }
    return false
  }

  /** The whole text of the object that ends with this bracket, when one does. */
  private ends(code: number, rest: string): string | undefined {
    if (this.depth < 0) throw new UnreadableList('json', this.count)
    if (this.itemDepth !== undefined && this.depth === this.itemDepth - 1) this.itemDepth = undefined
    const ended =
      code === CLOSE_OBJECT && this.parts && (this.depth === this.itemDepth || (this.depth === 0 && this.itemDepth === undefined))
    if (!ended || !this.parts) return undefined
    const text = this.parts.join('') + rest
    this.parts = undefined
    return text
  }

  private objectOf(text: string): Record<string, unknown> {
    try {
      const object = JSON.parse(text) as Record<string, unknown>
      this.count += 1
      return object
    } catch {
      throw new UnreadableList('json', this.count)
    }
  }

  private keep(text: string): void {
    if (!this.parts) return
    this.parts.push(text)
    this.size += text.length
    if (this.size > LARGEST_OBJECT) throw new UnreadableList('jsonTooBig', this.count)
  }
}

/**
 * The objects of a JSON document, one by one: the items of a list, of `contents` of a page of HSDS, or of several objects one after the other
 * (one a line); else the one object it is. Every object is checked to be JSON. A document that is cut off throws {@link UnreadableList} with
 * how many objects were read before.
 */
export async function* jsonObjects(text: AsyncIterable<string>): AsyncGenerator<Record<string, unknown>> {
  const follower = new Follower()
  for await (const piece of text) yield* follower.read(piece)
  follower.end()
}
