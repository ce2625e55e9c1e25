import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { ClearFailure } from '../../config/clear-failure.ts'

/** The longest line that is read, in bytes; far above the longest row, far below the memory of a small machine. */
const LONGEST = 64_000_000

const NEWLINE = 10

const damaged = (file: string) => new ClearFailure(`The backup ${file} is cut off or damaged. Use another copy.`)

const sentences: Record<string, (file: string) => ClearFailure> = {
  Z_BUF_ERROR: damaged,
  Z_DATA_ERROR: damaged,
  ENOENT: (file) => new ClearFailure(`There is no file ${file}.`),
  EISDIR: (file) => new ClearFailure(`${file} is a folder, not a backup.`),
  EACCES: (file) => new ClearFailure(`This user may not read ${file}.`),
}

/** The lines of a gzip file as bytes without their newline, one at a time. Throws a ClearFailure when it cannot be read to its end. */
export async function* linesIn(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file)
  const unpacked = createGunzip()
  source.once('error', (thrown) => unpacked.destroy(thrown))
  source.pipe(unpacked)
  let parts: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      let from = 0
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
        yield Buffer.concat([...parts, chunk.subarray(from, end)])
        parts = []
        length = 0
        from = end + 1
      }
      parts.push(chunk.subarray(from))
      length += chunk.length - from
      if (length > LONGEST) throw damaged(file)
    }
    if (length > 0) throw damaged(file)
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
    throw sentences[code]?.(file) ?? thrown
  } finally {
    source.destroy()
    unpacked.destroy()
  }
}
