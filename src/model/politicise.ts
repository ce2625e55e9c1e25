import type { Item } from './item.ts'

const place = { kind: 'function', group: 'politicise', chapter: '3.3.1' } as const

/** The five rules of thumb for politicising: POLITICISE-1 to POLITICISE-5. */
export const politicise = [
  {
    ...place,
    id: 'POLITICISE-1',
    dutch: 'We vragen hoe het met je gaat. Ook wat je meemaakt met diensten en regels, willen we horen.',
    english: "Workers link to visitors' life and talk about their experiences.",
    upheldBy: 'both',
    software: 'A worker can note a signal from a phone in less than 30 seconds.',
  },
  {
    ...place,
    id: 'POLITICISE-2',
    dutch: 'Iedereen die hier werkt, kaart aan wat oneerlijk loopt. Niet alleen de opbouwwerker.',
    english: 'A shared responsibility of every social worker.',
    upheldBy: 'people',
    software: 'Every partner can raise a signal and carry it further.',
  },
  {
    ...place,
    id: 'POLITICISE-3',
    dutch: 'Je komt te weten waar je recht op hebt en wat er verandert.',
    english: 'Visitors learn about social protection.',
    upheldBy: 'both',
    software: 'A rights check, info sessions and short notes on what changed tell it in plain words.',
  },
  {
    ...place,
    id: 'POLITICISE-4',
    dutch: 'Wat je hier vertelt, keert zich nooit tegen je.',
    english: 'Experiences can be told without consequences.',
    upheldBy: 'code',
    software:
      'No identity, device or address is stored with a story, and nothing is published below a number of voices or without permission.',
  },
  {
    ...place,
    id: 'POLITICISE-5',
    dutch: 'Je denkt mee hoe het anders kan en praat mee met wie beslist.',
    english: 'Visitors are challenged to think along about solutions.',
    upheldBy: 'both',
    software: 'Every matter has room for proposals of visitors and for seats at the talk with policy makers.',
  },
] as const satisfies readonly Item[]
