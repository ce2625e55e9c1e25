import type { Item } from './item.ts'

const place = { kind: 'function', group: 'learn', chapter: '3.3.1' } as const

/** The five rules of thumb for learning: LEARN-1 to LEARN-5. */
export const learn = [
  {
    ...place,
    id: 'LEARN-1',
    dutch: 'Je kan hier iets leren zonder test, papieren of mailadres.',
    english: 'A low-threshold place to learn.',
    upheldBy: 'code',
    software: 'Walk-in comes first: nobody needs a registration, identity, entry test or e-mail address to take part.',
  },
  {
    ...place,
    id: 'LEARN-2',
    dutch: 'Je leert op je eigen tempo wat jij kan gebruiken.',
    english: "Insight, knowledge and skills at one's own pace.",
    upheldBy: 'people',
    software: 'Step cards explain one task each, and ask anonymously whether they helped.',
  },
  {
    ...place,
    id: 'LEARN-3',
    dutch: 'Je ontdekt wat je zelf kan en doet dingen samen met anderen.',
    english: 'Visitors learn about themselves and work together.',
    upheldBy: 'people',
    software: 'Group moments can be led by visitors, and it shows that they are.',
  },
  {
    ...place,
    id: 'LEARN-4',
    dutch: 'Diensten komen langs en tonen wat ze voor je kunnen doen.',
    english: 'Services come and explain their offer.',
    upheldBy: 'both',
    software: 'Partners get guest slots in the programme, and a list says who was not invited for long.',
  },
  {
    ...place,
    id: 'LEARN-5',
    dutch: 'Leren kost je niets.',
    english: 'Learning is free.',
    upheldBy: 'code',
    software: 'A learning offer has no price for a visitor: what it costs is carried by a partner, and the database refuses anything else.',
  },
] as const satisfies readonly Item[]
