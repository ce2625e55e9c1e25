import type { Item } from './item.ts'

const context = { kind: 'context', group: 'context', upheldBy: 'code' } as const

/** What the two steks of the source show that every stek has: figures, a story, a week, plans, a flyer. */
export const contextItems = [
  {
    ...context,
    id: 'CONTEXT-1',
    chapter: '4.1, 4.2',
    dutch: 'Elke gemeente is anders. Elke STEK gaat dus haar eigen weg.',
    english: 'Two municipalities, two paths.',
    software: 'Context figures of a municipality are kept with their source and date, so that steks can be compared.',
  },
  {
    ...context,
    id: 'CONTEXT-2',
    chapter: '4.2',
    dutch: 'Dit is er al gebeurd, stap voor stap.',
    english: 'Key moments.',
    software: 'Every stek has a timeline of key moments that can be printed.',
  },
  {
    ...context,
    id: 'CONTEXT-3',
    chapter: '4.2',
    dutch: 'Dit kan je hier elke week komen doen.',
    english: 'The fixed weekly offer per site.',
    software: 'The programme holds the weekly offer of every site once, with its exceptions.',
  },
  {
    ...context,
    id: 'CONTEXT-4',
    chapter: '4.2',
    dutch: 'Dit willen we hier nog doen.',
    english: 'Future plans.',
    software: 'Plans have a period and a state.',
  },
  {
    ...context,
    id: 'CONTEXT-5',
    chapter: '6.1, 6.2',
    dutch: 'Van elke plek is er één blad met alles wat er te doen is.',
    english: 'The flyer of each site.',
    software: 'The flyer is made from the programme and can be printed at any moment.',
  },
] as const satisfies readonly Item[]
