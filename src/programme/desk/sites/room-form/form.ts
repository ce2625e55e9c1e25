import { z } from 'zod'
import type { PlaceTables } from '../../../../place/tables.ts'
import type { Typed } from '../../../../ui/fields.tsx'
import { line } from '../../../forms/typed.ts'

/** What the form of a room asks. */
export const roomForm = z.object({ name: line })

/** A room as its form would be typed. */
export const typedRoom = ({ name }: PlaceTables['room']): Typed => ({ name })
