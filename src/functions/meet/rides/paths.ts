const at = (stek: string) => `?stek=${encodeURIComponent(stek)}`

/** The addresses of rides at work; each names its stek. The public one is in the paths of the programme. */
export const ridePaths = {
  rides: (stek: string) => `/werk/ritten${at(stek)}`,
  moment: (stek: string, slotId: string, date: string) => `/werk/ritten/${slotId}/${date}${at(stek)}`,
  ask: (stek: string, slotId: string, date: string) => `/werk/ritten/${slotId}/${date}/vraag${at(stek)}`,
  offer: (stek: string, slotId: string, date: string) => `/werk/ritten/${slotId}/${date}/rijden${at(stek)}`,
  propose: (stek: string, slotId: string, date: string) => `/werk/ritten/${slotId}/${date}/voorstel${at(stek)}`,
  seat: (stek: string, slotId: string, date: string) => `/werk/ritten/${slotId}/${date}/auto${at(stek)}`,
  yes: (stek: string, slotId: string, date: string) => `/werk/ritten/${slotId}/${date}/ja${at(stek)}`,
  remove: (stek: string, slotId: string, date: string) => `/werk/ritten/${slotId}/${date}/weg${at(stek)}`,
  called: (stek: string, slotId: string, date: string) => `/werk/ritten/${slotId}/${date}/gebeld${at(stek)}`,
  close: (stek: string, slotId: string, date: string) => `/werk/ritten/${slotId}/${date}/klaar${at(stek)}`,
  iDrive: (stek: string) => `/werk/ritten/ik-rij${at(stek)}`,
  iDoNotDrive: (stek: string) => `/werk/ritten/niet-rijden${at(stek)}`,
  places: (stek: string) => `/werk/ritten/plekken${at(stek)}`,
  removePlace: (stek: string) => `/werk/ritten/plekken/weg${at(stek)}`,
  minutes: (stek: string) => `/werk/ritten/plekken/minuten${at(stek)}`,
  kilometres: (stek: string) => `/werk/ritten/kilometers${at(stek)}`,
} as const
