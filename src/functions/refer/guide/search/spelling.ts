/** Finds the words of a list that look like a word. */
export type Spelling = {
  /** Whether a folded word is on the list. */
  has(word: string): boolean
  /** The folded word of the list that sounds just so; undefined when there is none. */
  sounding(sound: string): string | undefined
  /** Folded words of the list that sound nearest to a sound, at most two letters off, with that distance; nothing for short words. */
  near(sound: string): { word: string; distance: number }[]
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

/** A list of words to look up, each by how it sounds and with what it folds to; kept by what is left of each sound when one letter falls away. */
export function spellingOf(words: Iterable<readonly [sound: string, folded: string]>): Spelling {
  const known = new Map(words)
  const folds = new Set(known.values())
  const left = new Map<string, string[]>()
  for (const sound of known.keys()) {
    if (sound.length < 3) continue
    for (const part of new Set([sound, ...withoutOne(sound)])) {
      const there = left.get(part)
      if (there) there.push(sound)
      else left.set(part, [sound])
    }
  }
  return {
    has: (word) => folds.has(word),
    sounding: (sound) => known.get(sound),
    near(sound) {
      const most = mayBeOff(sound.length)
      if (most === 0 || sound.length > 24) return []
      const parts = new Set([sound, ...withoutOne(sound)])
      if (most === 2) for (const part of withoutOne(sound)) for (const smaller of withoutOne(part)) parts.add(smaller)
      const candidates = new Set([...parts].flatMap((part) => left.get(part) ?? []))
      const found = [...candidates].map((candidate) => ({ candidate, distance: distanceBetween(sound, candidate, most) }))
      const best = Math.min(...found.map(({ distance }) => distance), most)
      const nearest = found.filter(({ distance }) => distance === best)
      return [...new Set(nearest.map(({ candidate }) => known.get(candidate) ?? candidate))]
        .slice(0, 4)
        .map((word) => ({ word, distance: best }))
    },
  }
}
