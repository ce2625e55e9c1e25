import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const launcher = join(import.meta.dirname, '../../scripts/launch.mjs')
const folder = mkdtempSync(join(tmpdir(), 'stek-start-'))
after(() => rmSync(folder, { recursive: true, force: true }))

type Ran = { said: string; code: number | null }

/** The program as `npm start` runs it; `until` resolves when it said something, `ended` when it is over. */
function start(environment: Record<string, string>, words: readonly string[] = []) {
  const child: ChildProcess = spawn('node', [launcher, 'src/main.ts', ...words], {
    env: { ...process.env, STEK_TEST_SERVER: '', STEK_LOG: 'error', PORT: '0', STEK_DATA: join(folder, 'data'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
    })
  }
  const ended = new Promise<Ran>((resolve) => child.once('close', (code) => resolve({ said, code })))
  const until = async (wanted: RegExp): Promise<string> => {
    for (const limit = Date.now() + 30_000; Date.now() < limit; await new Promise((resolve) => setTimeout(resolve, 20))) {
      if (wanted.test(said)) return said
      if (child.exitCode !== null) break
    }
    throw new Error(`the program did not say ${wanted}, but: ${said}`)
  }
  return { child, ended, until }
}

const isPlain = ({ said, code }: Ran, sentence: RegExp) => {
  assert.equal(code, 1)
  assert.match(said, sentence)
  assert.doesNotMatch(said, /\n\s+at |node:internal/, 'no trace of the program is shown')
}

test('on an empty folder the program makes its database, loads the demo world, says so, and stops in order when it is told', async () => {
  const first = start({})
  const said = await first.until(/Aanmelden als financier/)
  assert.match(said, /The demo world is loaded/)
  const [, address] = /Stek is open at (\S+)/.exec(said) ?? []
  for (const role of ['opbouwwerker', 'coordinator', 'partner', 'vrijwilliger', 'financier']) {
    assert.match(said, new RegExp(`^Aanmelden als ${role}: ${address}/werk/aanmelden/[\\w-]{43}$`, 'm'))
  }
  assert.equal((await fetch(`${address}/wuustwezel`)).status, 200)

  const second = start({})
  isPlain(await second.ended, /data folder|already/i)
  assert.equal((await fetch(`${address}/kalmthout`)).status, 200, 'the first goes on')

  first.child.kill('SIGTERM')
  assert.equal((await first.ended).code, 0)
  await assert.rejects(fetch(`${address}/kalmthout`))
  const left = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && commandOf(entry).includes(folder))
  assert.deepEqual(left.map(commandOf), [], 'nothing of it is left running')
})

const commandOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

test('what was saved is there at a later start, Ctrl-C stops it too, and --empty gives one link to set up', async () => {
  const data = join(folder, 'empty')
  const empty = start({ STEK_DATA: data }, ['--empty'])
  const said = await empty.until(/Set up your STEK/)
  const [, link] = /(http\S+\/werk\/start\/\S+)/.exec(said) ?? []
  assert.match(await (await fetch(link ?? '')).text(), /<form/)
  assert.doesNotMatch(said, /demo/i)
  empty.child.kill('SIGINT')
  assert.equal((await empty.ended).code, 0)
  const stillEmpty = start({ STEK_DATA: data })
  assert.doesNotMatch(await stillEmpty.until(/Set up your STEK/), /demo/i, 'a house that was begun empty stays so')
  stillEmpty.child.kill('SIGTERM')
  await stillEmpty.ended

  const again = start({ STEK_DATA: join(folder, 'data') })
  const later = await again.until(/Aanmelden als financier/)
  assert.doesNotMatch(later, /demo world is loaded/)
  again.child.kill('SIGINT')
  assert.equal((await again.ended).code, 0)
})

test('a port in use is told in one plain sentence, and the database is closed again', async () => {
  const taken = createServer()
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, () => {
      const address = taken.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  isPlain(await start({ PORT: String(port) }).ended, new RegExp(`Port ${port} is already in use`))
  taken.close()
})

test('a wrong DATABASE_URL is told in one plain sentence without the password', async () => {
  const nobody = await start({ DATABASE_URL: 'postgres://iemand:geheim@127.0.0.1:1/stek' }).ended
  isPlain(nobody, /database does not answer \(nobody listens there\)/)
  assert.doesNotMatch(nobody.said, /geheim/)
  isPlain(await start({ DATABASE_URL: 'stek' }).ended, /^DATABASE_URL must be an address/m)
})

test('every wrong setting has its own sentence', async () => {
  isPlain(await start({ PORT: 'poort', STEK_TIME_ZONE: 'Mars' }).ended, /PORT must be a number[\s\S]*STEK_TIME_ZONE must be a time zone/)
})
