import type { Item } from './item.ts'

const place = { kind: 'function', group: 'meet', chapter: '3.3.1' } as const

/** The five rules of thumb for meeting: MEET-1 to MEET-5. */
export const meet = [
  {
    ...place,
    id: 'MEET-1',
    dutch: 'Je kent de plek, je voelt je er goed en je geraakt er vlot.',
    english: 'The offer happens in recognisable, trusted, reachable places.',
    upheldBy: 'both',
    software: 'A page per site tells the address, how to get there, how to get in and who you meet.',
  },
  {
    ...place,
    id: 'MEET-2',
    dutch: 'Er is altijd iemand van het team die zorgt dat alles goed en veilig verloopt.',
    english: 'Social workers guarantee quality and safety.',
    upheldBy: 'both',
    software: 'Every open moment names a responsible host, and a moment without one in the next 14 days is flagged.',
  },
  {
    ...place,
    id: 'MEET-3',
    dutch: 'Je hoort, leest of ziet wat er te doen is, op de manier die jou past.',
    english: 'The offer is announced to fit: spoken, written, digital.',
    upheldBy: 'code',
    software: 'One record feeds page, flyer, poster, message, read-aloud text, phone script and calendar feed.',
  },
  {
    ...place,
    id: 'MEET-4',
    dutch: 'Er is van alles te doen. Er zit dus ook iets voor jou bij.',
    english: 'A varied offer in which everyone finds something.',
    upheldBy: 'both',
    software: 'Offers carry functions, themes, audience, time of day and partner, so that gaps can be seen and filters work.',
  },
  {
    ...place,
    id: 'MEET-5',
    dutch: 'Je hoeft nooit thuis te blijven omdat het te duur is.',
    english: 'Price is no barrier.',
    upheldBy: 'code',
    software: 'A price is free or low, above the limit of the stek the form asks who carries the rest, and no tariff per person exists.',
  },
] as const satisfies readonly Item[]
