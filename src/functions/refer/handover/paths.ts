import { referPaths } from '../paths.ts'

/** The addresses of handovers: at the desk with their stek, behind a code without a language. */
export const handoverPaths = {
  list: referPaths.handovers,
  make: (stek: string, serviceId: string) => `/werk/overdracht?stek=${stek}&dienst=${serviceId}`,
  made: (stek: string, seal: string) => `/werk/overdracht/briefje?stek=${stek}&k=${seal}`,
  message: (stek: string, seal: string) => `/werk/overdracht/bericht?stek=${stek}&k=${seal}`,
  takeAway: (stek: string) => `/werk/overdracht/weg?stek=${stek}`,
  bounced: (stek: string) => `/werk/overdracht/botst?stek=${stek}`,
  doors: (stek: string) => `/werk/overdracht/kastje?stek=${stek}`,
  contacts: (stek: string, serviceId: string) => `/werk/overdracht/contact?stek=${stek}&dienst=${serviceId}`,
  slip: (seal: string) => `/code/briefje?k=${seal}`,
  slipPdf: (seal: string) => `/code/briefje.pdf?k=${seal}`,
  seen: (seal: string) => `/code/overdracht?k=${seal}`,
} as const
