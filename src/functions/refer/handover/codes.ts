import { createHash, randomUUID } from 'node:crypto'
import { codeFor, codeHash, readCode } from '../../../platform/codes/code.ts'
import { sealed, sealedText, unsealed, unsealedText } from '../../../platform/codes/seal.ts'
import type { House } from '../../../platform/http/house.ts'

type Keeps = Pick<House, 'secret' | 'clock'>

/**
 * The two codes of a slip: one for the person, one that is torn off for the service. Both come from a seed that is kept nowhere but in
 * the seal of a page that closes after half an hour: what the database holds cannot give them back. docs/decisions/0031
 */
export type Codes = { own: string; service: string }

/** A new seed: 122 random bits, in the shape a seal takes. */
export const newSeed = (): string => randomUUID()

/** Another seed for a form that was sent before and came back with something else in it: always the same for the same. */
export const seedAnew = (seed: string, slip: object): string =>
  createHash('sha256')
    .update(`${seed}\n${JSON.stringify(slip)}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

/** The codes of a seed, always the same. */
export const codesOf = ({ secret }: Pick<House, 'secret'>, seed: string): Codes => ({
  own: codeFor(secret, seed, 'handover'),
  service: codeFor(secret, seed, 'handover for the service'),
})

/** What the database keeps of a code. */
export const hashOf = ({ secret }: Pick<House, 'secret'>, code: string): Buffer => codeHash(secret, code, 'handover')

/** A code in the one way of writing that locks a message. */
export const plainCode = (code: string): string => readCode(code) ?? ''

/** The seal of a slip that was just made: with it the slip can be looked at and printed for half an hour. */
export const slipSeal = ({ secret, clock }: Keeps, seed: string): string => sealed(secret, seed, clock.now(), 'slip')

/** The seed in the seal of a slip, or undefined when it closed. */
export const seedIn = ({ secret, clock }: Keeps, seal: string): string | undefined => unsealed(secret, seal, clock.now(), 'slip')

/** The seal of a page behind a code, so that the code itself stands in no address. */
export const codeSeal = ({ secret, clock }: Keeps, code: string): string => sealedText(secret, plainCode(code), clock.now(), 'handover')

/** The code in the seal of a page, or undefined when it closed. */
export const codeIn = ({ secret, clock }: Keeps, seal: string): string | undefined => unsealedText(secret, seal, clock.now(), 'handover')
