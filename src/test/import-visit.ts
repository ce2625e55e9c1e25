import { openJobKinds } from '../jobs.ts'
import { openJobs } from '../platform/jobs/jobs.ts'
import { type DeskWorld, formIn, wordsOn } from './desk-world.ts'
import { formTokenIn } from './work.ts'

/** A file to send: its name and its bytes or text. */
export type Sent = { name: string; content: string | Uint8Array }

/** Somebody who takes over lists at the desk of Wuustwezel, as a browser would. */
export function importVisit(world: Pick<DeskWorld, 'test' | 'app' | 'visits' | 'rows'>) {
  const visit = world.visits.coordinator
  const at = '/werk/wegwijzer/invoer?stek=wuustwezel'
  const runJobs = () => {
    const kinds = Object.entries(openJobKinds(world.test.house)).filter(([name]) => name.startsWith('guide.import'))
    return openJobs(world.test.house, { kinds: Object.fromEntries(kinds) }).runDue()
  }

  /** Sends files; gives the answer. `cut` leaves the end of the body off. */
  async function send(
    files: readonly Sent[],
    more: { source?: string; organisation?: string; cut?: number; token?: string; length?: string } = {},
  ): Promise<Response> {
    const form = new FormData()
    form.set('_token', more.token ?? formTokenIn(await (await visit.get(at)).text()))
    form.set('source', more.source ?? 'proef')
    form.set('organisation', more.organisation ?? '')
    for (const { name, content } of files) form.append('file', new File([content as BlobPart], name))
    const request = new Request('http://localhost', { method: 'POST', body: form })
    const bytes = new Uint8Array(await request.arrayBuffer())
    const body = more.cut ? bytes.subarray(0, bytes.length - more.cut) : bytes
    return world.app.request(at, {
      method: 'POST',
      body,
      headers: {
        'content-type': request.headers.get('content-type') ?? '',
        'content-length': more.length ?? String(body.length),
        'Sec-Fetch-Site': 'same-origin',
        Cookie: `stek_session=${visit.cookie}`,
      },
    })
  }

  /** Sends files, lets the work be done, and gives the page of the list and its words. */
  async function bring(files: readonly Sent[], more: Parameters<typeof send>[1] = {}) {
    const answer = await send(files, more)
    const path = answer.headers.get('location') ?? ''
    await runJobs()
    const html = path ? await (await visit.get(path)).text() : await answer.text()
    return { status: answer.status, path, html, words: wordsOn(html) }
  }

  /** How many rows of a kind become what, on the page of the difference. */
  const counts = (html: string): Record<string, number> =>
    Object.fromEntries(
      [...html.matchAll(/data-count="([a-z]+-[a-z]+)">(\d+)</g)]
        .filter(([, , count]) => count !== '0')
        .map(([, name = '', count]) => [name, Number(count)]),
    )

  /** Says yes to the difference, lets it be written, and gives the page afterwards. */
  async function agree(path: string, typed: Record<string, string> = {}): Promise<string> {
    await visit.post(path.replace('?', '/doe?'), typed)
    await runJobs()
    return wordsOn(await (await visit.get(path)).text())
  }

  /** Chooses columns, beginning from what was guessed. */
  async function choose(path: string, typed: Record<string, string> = {}): Promise<string> {
    const blank = formIn(await (await visit.get(path)).text())
    const answer = await visit.post(path.replace('?', '/kolommen?'), { ...blank, ...typed })
    await runJobs()
    return answer.status === 303 ? (await visit.get(path)).text() : answer.text()
  }

  /** What was taken over before is gone, and so are all services and places. */
  const emptyGuide = () =>
    world.test.owner.query(
      `delete from guide_import; delete from organisation where imported_from is not null; delete from service; delete from service_location`,
    )

  /** Columns of the services that came from a list, by name. */
  const inGuide = (columns: string) => world.rows(`select ${columns} from service where imported_from is not null order by name`)

  return { visit, send, bring, counts, agree, choose, runJobs, emptyGuide, inGuide }
}
