import type { Context } from 'hono'
import type { T } from '../../ui/words.ts'
import type { HostRefusal, MomentHosts } from './rules.ts'

const toldWords = ['ik', 'gevraagd', 'nee', 'weg', 'gezet', 'help', 'vraag-weg', 'voorbij', 'beroeps'] as const

/** What was just done, as the address says it (`?wie=`); undefined when it says nothing. */
export function toldOfHosts(c: Context, t: T): string | undefined {
  const word = toldWords.find((one) => one === c.req.query('wie'))
  return word && t(`hosting.told.${word}`)
}

/** Why it cannot be done, as a sentence; `at` tells who was first. */
export const tell = (t: T, refusal: HostRefusal, at: MomentHosts): string =>
  refusal === 'taken' && !at.responsible ? t('hosting.wrong.gone') : t(`hosting.wrong.${refusal}`, { name: at.responsible?.name ?? '' })

/** The outcome of a write; false as well when the database no longer lets it, because somebody was first. */
export async function withoutARace(writing: Promise<boolean>): Promise<boolean> {
  try {
    return await writing
  } catch (thrown) {
    // 42501: a policy refused; 23514: a guard did. Both when another transaction came in between.
    if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && (thrown.code === '42501' || thrown.code === '23514'))
      return false
    throw thrown
  }
}
