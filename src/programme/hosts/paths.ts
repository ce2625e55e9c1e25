type MomentAct = 'ik' | 'vraag' | 'zet' | 'help'

/** The addresses of hosts at work; each names its stek. */
export const hostPaths = {
  moment: (stek: string, slotId: string, date: string, act?: MomentAct) =>
    `/werk/moment/${slotId}/${date}/wie${act ? `/${act}` : ''}?stek=${encodeURIComponent(stek)}`,
  answer: (stek: string, requestId: string, answer: 'ja' | 'nee' | 'weg') =>
    `/werk/vervanging/${requestId}/${answer}?stek=${encodeURIComponent(stek)}`,
} as const
