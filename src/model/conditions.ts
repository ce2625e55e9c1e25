import type { ConditionCode, Item } from './item.ts'

/** The four conditions in the order of the model, with the word the model uses. */
export const conditions: readonly { readonly code: ConditionCode; readonly modelWord: string }[] = [
  { code: 'accessible', modelWord: 'toegankelijk' },
  { code: 'collaborate', modelWord: 'samenwerken' },
  { code: 'participate', modelWord: 'participatie' },
  { code: 'autonomy', modelWord: 'autonomie' },
]

const place = { kind: 'condition', chapter: '3.3.2' } as const

/** The nine recommendations of the four conditions. */
export const conditionItems = [
  {
    ...place,
    group: 'accessible',
    id: 'ACCESSIBLE-1',
    dutch: 'De plek ligt waar je toch al langskomt, en je stapt er zo binnen.',
    english: "A place within people's radius, where they pass anyway.",
    upheldBy: 'code',
    software: 'Every open moment shows how to reach it by bus, foot, bike or ride, next to what people already come for.',
  },
  {
    ...place,
    group: 'accessible',
    id: 'ACCESSIBLE-2',
    dutch: 'Er is zo veel te doen dat niemand ziet waarvoor jij komt.',
    english: 'Anonymity and safety: a varied offer lets people walk in unnoticed.',
    upheldBy: 'code',
    software:
      'Reading needs no account, no cookie and no third party, and a worker is warned when a sensitive offer is the only thing on at that moment.',
  },
  {
    ...place,
    group: 'accessible',
    id: 'ACCESSIBLE-3',
    dutch: 'Je ziet meteen wie hier meewerkt en wat je bij hen vindt.',
    english: 'Transparent: who is involved and what they offer.',
    upheldBy: 'code',
    software: 'Every partner has a page in plain words: who they are, what they do here, how to reach them.',
  },
  {
    ...place,
    group: 'collaborate',
    id: 'COLLABORATE-1',
    dutch: 'Wie hier samenwerkt, vertrouwt elkaar en weet wie wat doet.',
    english: 'Workers build a strong practice together: trust, clear agreements, clear roles.',
    upheldBy: 'both',
    software: 'Agreements per partner say who does what, when and until when.',
  },
  {
    ...place,
    group: 'collaborate',
    id: 'COLLABORATE-2',
    dutch: 'Er zijn altijd genoeg helpende handen, en die kennen hun vak.',
    english: 'Enough social workers and volunteers, with expertise and means.',
    upheldBy: 'code',
    software: 'A view of capacity shows hosts, hours and the gaps ahead.',
  },
  {
    ...place,
    group: 'participate',
    id: 'PARTICIPATE-1',
    dutch: 'Je doet mee van bij het begin. Jouw idee telt even zwaar als dat van een ander.',
    english: 'Taking part is the starting point; every input counts equally.',
    upheldBy: 'code',
    software: 'Idea tables on paper and screen count every vote the same, and every idea is owed an answer.',
  },
  {
    ...place,
    group: 'participate',
    id: 'PARTICIPATE-2',
    dutch: 'Je weet wat je taak is en wat we van elkaar verwachten. We zorgen goed voor wie zich inzet.',
    english: 'Expectations and tasks are clear; a good volunteer policy.',
    upheldBy: 'code',
    software: 'Volunteers have written tasks, an information note, and an allowance ledger that keeps the legal caps.',
  },
  {
    ...place,
    group: 'autonomy',
    id: 'AUTONOMY-1',
    dutch: 'Werkers kiezen zelf hoe ze helpen, en mogen luidop zeggen wat er fout loopt.',
    english: 'Acting autonomously is acting efficiently; workers may name problems.',
    upheldBy: 'code',
    software: "A register says who may decide what, and a funder can never delete a worker's signal.",
  },
  {
    ...place,
    group: 'autonomy',
    id: 'AUTONOMY-2',
    dutch: 'Op papier staat wie betaalt, wie beslist en waar de STEK vrij in blijft.',
    english: 'Autonomy is written into mission and vision.',
    upheldBy: 'both',
    software: 'A charter with a review date says who funds what, and what funders can and cannot see.',
  },
] as const satisfies readonly Item[]
