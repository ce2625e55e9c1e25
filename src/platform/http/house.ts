import type { Clock } from '../clock/clock.ts'
import type { NewId } from '../clock/identifiers.ts'
import type { Settings } from '../config/settings.ts'
import type { Database } from '../database/door.ts'
import type { Language } from '../i18n/languages.ts'
import type { Translate } from '../i18n/texts.ts'
import type { Log } from '../log/log.ts'
import type { KeyStore } from '../secrets/keys.ts'
import type { PageCache } from './page-cache.ts'

/** What every slice is given: the doors to the outside, and nothing of the domain. */
export type House = {
  settings: Settings
  clock: Clock
  newId: NewId
  database: Database
  pages: PageCache
  log: Log
  texts: (language: Language) => Translate
  /** 32 random bytes of this installation, for signing what must come back unchanged. */
  secret: Uint8Array
  /** The keys of messages, outside the database and its backups. */
  keys: KeyStore
}

/** What a request carries along: the language of the address, and a token that its forms send back. */
export type Env = { Variables: { language: Language; formToken: string; requestId: string } }
