import type { House } from './platform/http/house.ts'

/** placeholder until jobs land */
export const openJobKinds = (_house: House) => ({})
