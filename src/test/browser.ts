import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

const opens = (path: string): boolean => existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0

/**
 * A real Chromium: the one of `STEK_TEST_CHROMIUM` or of the system, else the one inside the npm package, else Debian's, installed as root.
 * Throws when there is none; the browser tests are never silently left out.
 */
async function findChromium(): Promise<{ executablePath: string; args: string[] }> {
  const system = [process.env.STEK_TEST_CHROMIUM ?? '', ...places].find(opens)
  if (system) return { executablePath: system, args: quiet }
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    const executablePath = await packed.executablePath()
    if (opens(executablePath)) return { executablePath, args: [...packed.args.filter((word) => word !== '--single-process'), ...quiet] }
  } catch {
    // Its libraries do not fit this machine; the next way.
  }
  if (process.getuid?.() === 0) {
    spawnSync('sh', ['-c', 'apt-get update -qq && apt-get install -y -qq chromium'], { stdio: 'ignore', timeout: 300_000 })
    if (opens('/usr/bin/chromium')) return { executablePath: '/usr/bin/chromium', args: quiet }
  }
  throw new Error('There is no Chromium for the browser tests. Install Chromium or Chrome, or set STEK_TEST_CHROMIUM to its path.')
}

/** Opens a browser without a window. */
export const openBrowser = async (): Promise<Browser> => chromium.launch(await findChromium())
