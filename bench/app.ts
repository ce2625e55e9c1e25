import { openApp } from '../src/app.tsx'
import { readVersions } from '../src/place/stek/queries.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { identifiers } from '../src/platform/clock/identifiers.ts'
import { readSettings } from '../src/platform/config/settings.ts'
import type { Database } from '../src/platform/database/door.ts'
import { PageCache } from '../src/platform/http/page-cache.ts'
import { Versions } from '../src/platform/http/versions.ts'
import { openTexts } from '../src/platform/i18n/texts.ts'
import { openLog } from '../src/platform/log/log.ts'
import { openKeys } from '../src/platform/secrets/keys.ts'

/** The app inside this process with a page cache that keeps nothing, so that every page costs what it costs. */
export function openBenchApp(database: Database) {
  const settings = readSettings({ STEK_LOG: 'error' })
  const house = {
    settings,
    clock: systemClock,
    newId: identifiers(),
    database,
    pages: new PageCache(new Versions(readVersions(database)), Date.now, {}, 0),
    log: openLog('error'),
    texts: openTexts(),
    secret: new Uint8Array(32),
    keys: openKeys(settings.keysFolder),
  }
  const app = openApp(house)
  return {
    app,
    house,
    /** The bytes of a page, or of what a form is answered with; throws when it is not 200. */
    async page(path: string, form?: URLSearchParams, headers: Record<string, string> = {}): Promise<ArrayBuffer> {
      const response = await app.request(path, form ? { method: 'POST', body: form, headers } : { headers })
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
      return response.arrayBuffer()
    },
  }
}
