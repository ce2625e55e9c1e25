/** How somebody in a wheelchair can come along: yes, ask first, or sadly not. */
export const wheelchairAnswers = ['yes', 'ask', 'no'] as const

/** What makes an offer an outing: where people meet, and what to know beforehand. Its hours are when people meet and are back about. */
export type Outing = {
  offerId: string
  meetingPoint: string
  whatToBring: string
  /** Seats of the ride that people make together; null when everybody comes alone. */
  seats: number | null
  wheelchair: (typeof wheelchairAnswers)[number]
  /** The hour of the day itself at which is decided whether the weather is good enough, as '09:00'; null when it goes on in any weather. */
  weatherDecidedBy: string | null
}

/** What of an outing is decided beside the terms of signing up. */
export type OutingChoice = Pick<Outing, 'wheelchair' | 'weatherDecidedBy'>
