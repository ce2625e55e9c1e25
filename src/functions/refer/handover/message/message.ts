import { bringCode } from '../../../../platform/codes/bring.ts'
import { brokenConstraint } from '../../../../platform/database/door.ts'
import type { House } from '../../../../platform/http/house.ts'
import { lockedText, unlockedText } from '../../../../platform/secrets/sealing.ts'
import { type Codes, hashOf, plainCode } from '../codes.ts'
import { isGone } from '../handover.ts'
import type { Opened } from '../read.ts'
import { keepWithConsent, lockedMessage, takeMessage } from './queries.ts'
import type { AskedAs } from './rules.ts'

const aboutOf = (stekId: string, handoverId: string): string => `${stekId} ${handoverId}`

/** What the person said yes to. */
export type SaidYes = { sentences: readonly string[]; readable: 'once' | 'until'; givenAs: 'spoken' | 'written' }

/**
 * Keeps the message to which the person said yes, sentence by sentence, for the service of the handover and nobody else. The key is on the
 * disk before the message is; it is destroyed again when the message could not be kept. `already` when the slip took its one message before,
 * also when that was taken back; `gone` when the slip or its service is not there any more.
 */
export async function keepMessage(
  house: House,
  { stekId, handover, codes }: Opened & { codes: Codes },
  asker: { personId: string; role: AskedAs },
  { sentences, readable, givenAs }: SaidYes,
): Promise<'kept' | 'already' | 'gone'> {
  const { handoverId, service, endsAt } = handover
  if (!service || isGone(handover)) return 'gone'
  const keyId = house.newId()
  const lock = { key: await house.keys.make(keyId), code: plainCode(codes.service), about: aboutOf(stekId, handoverId) }
  const locked = lockedText(sentences.join('\n'), lock)
  const consent = {
    consentId: house.newId(),
    handoverId,
    serviceId: service.serviceId,
    askedBy: asker.personId,
    askedAs: asker.role,
    givenAs,
    sentences: sentences.length,
    givenAt: house.clock.now(),
    untilAt: endsAt,
  }
  try {
    await house.database.inStek({ personId: asker.personId }, stekId, async (tx) => {
      await bringCode(tx, hashOf(house, codes.own))
      await keepWithConsent(tx, stekId, consent, { keyId, locked, readable })
    })
  } catch (thrown) {
    await house.keys.destroy(keyId)
    if (brokenConstraint(thrown) === 'one_message_for_a_slip') return 'already'
    if (brokenConstraint(thrown) === 'consent_is_for_this_handover') return 'gone'
    throw thrown
  }
  return 'kept'
}

/**
 * What the message says, for who has the code of the service; undefined when it is not there any more: withdrawn, read once, over its term,
 * or its key is gone. It is opened before it counts as read, and of two who ask at once one gets it.
 */
export async function readMessage(house: House, { stekId, code }: Pick<Opened, 'stekId' | 'code'>): Promise<string | undefined> {
  const now = house.clock.now()
  const hash = hashOf(house, code)
  const asService = <Result>(work: (tx: Parameters<Parameters<House['database']['inStek']>[2]>[0]) => Promise<Result>): Promise<Result> =>
    house.database.inStek({ personId: null }, stekId, async (tx) => {
      await bringCode(tx, hash)
      return work(tx)
    })
  const locked = await asService((tx) => lockedMessage(tx, now))
  const key = locked && (await house.keys.read(locked.keyId))
  if (!locked || !key) return undefined
  const text = unlockedText(locked.sealed, { key, code: plainCode(code), about: aboutOf(stekId, locked.handoverId) })
  if (text === undefined || !(await asService((tx) => takeMessage(tx, now)))) return undefined
  if (locked.readable === 'once') await house.keys.destroy(locked.keyId)
  return text
}
