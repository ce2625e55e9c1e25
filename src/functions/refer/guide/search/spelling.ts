/** Finds the words of a list that look like a word. */
export type Spelling = {
  has(word: string): boolean
  /** Known words at the smallest distance, at most two letters off, with that distance; nothing for short words. */
  near(word: string): { word: string; distance: number }[]
}

/** How many letters may be wrong in a word of this length. */
export const mayBeOff = (length: number): number => (length < 5 ? 0 : length < 7 ? 1 : 2)

/** How many letters were left out, added, changed or swapped with their neighbour between two words (optimal string alignment); above `most` it gives `most + 1`. */
export function distanceBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    if (Math.min(...row) > most) return most + 1
    ;[before, last] = [last, row]
  }
  return last[other.length] ?? most + 1
}

/** A word with up to two letters left out (one when it is short), to look up words that share what is left; nothing for words too short or too long. */
export function withoutLetters(word: string): string[] {
  const most = mayBeOff(word.length)
  if (most === 0 || word.length > 20) return []
  const one = withoutOne(word)
  return [...new Set([word, ...one, ...(most === 2 && word.length <= 14 ? one.flatMap(withoutOne) : [])])]
}

const withoutOne = (word: string): string[] => Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))

/** A list of words to look up, kept by what is left of each when one letter falls away. */
export function spellingOf(words: Iterable<string>): Spelling {
  const known = new Set(words)
  const left = new Map<string, string[]>()
  for (const word of known) {
    if (word.length < 3) continue
    for (const part of new Set([word, ...withoutOne(word)])) {
      const there = left.get(part)
      if (there) there.push(word)
      else left.set(part, [word])
    }
  }
  return {
    has: (word) => known.has(word),
    near(word) {
      const most = mayBeOff(word.length)
      if (most === 0 || word.length > 24) return []
      const parts = new Set([word, ...withoutOne(word)])
      if (most === 2) for (const part of withoutOne(word)) for (const smaller of withoutOne(part)) parts.add(smaller)
      const candidates = new Set([...parts].flatMap((part) => left.get(part) ?? []))
      const found = [...candidates].map((candidate) => ({ word: candidate, distance: distanceBetween(word, candidate, most) }))
      const best = Math.min(...found.map(({ distance }) => distance), most)
      return found.filter(({ distance }) => distance === best).slice(0, 4)
    },
  }
}
