import { spawn } from 'node:child_process'
import type { Identity } from './identity.ts'

/** A tiny process that ends the server when this app dies without a word. */
export type Watcher = {
  /** Tells which server runs now; undefined when none does. */
  watch(pid: number | undefined): void
  /** Nothing to watch any more. */
  dismiss(): void
}

/**
 * Reads numbers until the pipe closes, then asks the last one for a fast shutdown. The pipe closes however the app ends,
 * kill -9 included. An empty line means that there is nothing to end.
 */
const script = 'trap "" INT TERM HUP; while read -r line; do pid=$line; done; [ -z "$pid" ] || kill -INT "$pid"'

/** Starts the watcher: a shell of a few hundred kilobytes, in a session of its own so that Ctrl-C does not reach it. */
export function startWatcher(identity: Identity): Watcher {
  const shell = spawn('/bin/sh', ['-c', script], { ...identity, cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'], env: {} })
  // Without a watcher all is well too: the next start ends what was left behind.
  shell.on('error', () => {})
  shell.stdin.on('error', () => {})
  shell.unref()
  return {
    watch: (pid) => void shell.stdin.write(`${pid ?? ''}\n`),
    dismiss: () => void shell.stdin.end('\n'),
  }
}
