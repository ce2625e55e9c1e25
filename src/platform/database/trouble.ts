/** SQLSTATE 53100 disk_full, 53200 out_of_memory; ENOSPC is what the system itself says. */
const FULL = new Set(['53100', 'ENOSPC'])
/** Class 08 connection exception, 57P01-57P03 the server stops or starts, 53300 too many connections; and what a socket says. */
const AWAY = /^(08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/
const BROKEN_OFF = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/

/** What is the matter with the database when something was thrown: no room, out of reach, or nothing (the mistake is ours). */
export function troubleIn(thrown: unknown): 'full' | 'away' | 'mistake' {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : ''
  if (FULL.has(code)) return 'full'
  if (AWAY.test(code) || (thrown instanceof Error && BROKEN_OFF.test(thrown.message))) return 'away'
  return 'mistake'
}
