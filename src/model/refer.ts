import type { Item } from './item.ts'

const place = { kind: 'function', group: 'refer', chapter: '3.3.1' } as const

/** The five rules of thumb for referring: REFER-1 to REFER-5. */
export const refer = [
  {
    ...place,
    id: 'REFER-1',
    dutch: 'Je leert de mensen kennen die hier werken, en zij jou.',
    english: 'Good contact between social workers and visitors.',
    upheldBy: 'both',
    software: 'The pages say who is here today and which faces come back.',
  },
  {
    ...place,
    id: 'REFER-2',
    dutch: 'Vertrouwen komt eerst. Niemand oordeelt over je en niemand staat boven jou.',
    english: 'Trust first: open, unprejudiced, equal.',
    upheldBy: 'people',
    software: 'Workers and volunteers sign an agreement on attitude, and visitors are asked whether they feel welcome.',
  },
  {
    ...place,
    id: 'REFER-3',
    dutch: 'Wie hier werkt, weet welke dienst jou kan helpen en wie je daar moet hebben.',
    english: 'Workers know the offer and refer precisely.',
    upheldBy: 'code',
    software: 'A services guide in plain words says per entry when it was checked and whom to ask for.',
  },
  {
    ...place,
    id: 'REFER-4',
    dutch: 'Niemand hoeft te weten wie je bent. We vertellen niets door, tenzij jij ja zegt.',
    english: 'Anonymity and privacy come first; nothing is shared without consent.',
    upheldBy: 'code',
    software:
      'A consent is a record of one sharing, given by the person, withdrawable and expiring; no role overrides it, and messages, logs and exports hold no personal data.',
  },
  {
    ...place,
    id: 'REFER-5',
    dutch: 'We maken geen map over jou. Duurt hulp lang, dan krijg je die bij de dienst zelf.',
    english: 'No long trajectories and no personal files.',
    upheldBy: 'code',
    software: "No table can hold a visitor's file, a handover erases itself, and the schema is tested for it.",
  },
] as const satisfies readonly Item[]
