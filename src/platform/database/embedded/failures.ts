import { ClearFailure } from '../../config/clear-failure.ts'

/** Another live program holds the data folder; trying again later may help. */
export class FolderInUse extends ClearFailure {
  override name = 'FolderInUse'
}

/** The code the operating system gave to a failure, such as `ENOSPC`; an empty text when there is none. */
export const codeOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : ''

const DISK_FULL = ['ENOSPC', 'EDQUOT']
const NOT_ALLOWED = ['EACCES', 'EPERM', 'EROFS']
const IN_THE_WAY = ['ENOTDIR', 'EEXIST', 'EISDIR']

/** The plain sentence for a failure of the operating system in `folder`; what is no such failure comes back as it is. */
export function inPlainWords(thrown: unknown, folder: string): unknown {
  const code = codeOf(thrown)
  if (DISK_FULL.includes(code)) return diskFull(folder)
  if (NOT_ALLOWED.includes(code)) {
    return new ClearFailure(
      `The data folder ${folder} cannot be used by this user. Give this user the folder, or choose another one with STEK_DATA.`,
      { cause: thrown },
    )
  }
  if (IN_THE_WAY.includes(code))
    return new ClearFailure(`The data folder ${folder} cannot be made: a file is in its place.`, { cause: thrown })
  return thrown
}

/** The sentence for a disk without room. */
export const diskFull = (folder: string): ClearFailure =>
  new ClearFailure(`The disk of the data folder ${folder} is full. Make room and start again; what was saved is still there.`)

/**
 * The plain sentence for what initdb or postgres said last before they gave up; `log` is where more can be read.
 * Only the server's own words are repeated: its log never holds what people typed.
 */
export function failureFromWords(words: string, folder: string, log: string): ClearFailure {
  if (/no space left on device|disk quota exceeded/i.test(words)) return diskFull(folder)
  if (/could not look up effective user/i.test(words)) {
    return new ClearFailure(
      'The embedded database cannot start: this user has a number but no name on this machine. Use a user that is in /etc/passwd, or set DATABASE_URL.',
    )
  }
  const said = words
    .split('\n')
    .findLast((line) => /(FATAL|PANIC|error):/.test(line))
    ?.replace(/^.*?(FATAL|PANIC|error):\s*/, '')
  return new ClearFailure(`The embedded database did not start${said ? ` (${said.trim()})` : ''}. More is in ${log}.`)
}
